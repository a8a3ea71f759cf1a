// On the page of a service: what its team, or another, has written about it.
import { useQuery } from '@tanstack/react-query';
import { knowledgeApi } from '../../contract/knowledge.ts';
import type { Slots } from '../platform/capability.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Section } from '../ui/page.tsx';
import { ArticleRows } from './rows.tsx';

const shown = 5;

export default function BeforeAsking({ service }: Slots['service']) {
  const { t } = useWords();
  const { data } = useQuery(read(knowledgeApi.listArticles, { query: { service: service.id, limit: shown } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('knowledge.beforeAsking')} note={t('knowledge.beforeAsking.note')}>
      <ArticleRows articles={data.items} brief />
    </Section>
  );
}
