// On a team's page: what it has written.
import { useQuery } from '@tanstack/react-query';
import { knowledgeApi } from '../../contract/knowledge.ts';
import type { Slots } from '../platform/capability.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { ArticleRows } from './rows.tsx';

const shown = 6;

export default function TeamArticles({ team }: Slots['team']) {
  const { t } = useWords();
  const { data } = useQuery(read(knowledgeApi.listArticles, { query: { team: team.id, limit: shown } }));
  const articles = data?.items ?? [];
  if (!data || (articles.length === 0 && !team.mine)) return null;
  return (
    <Section
      title={t('knowledge.title')}
      note={articles.length === 0 ? t('knowledge.shelf.published') : undefined}
      acts={
        <>
          {(data.next !== null || team.mine) && (
            <LinkButton to="/knowledge" search={{ team: team.id } as never} weight="quiet">
              {t('knowledge.all')}
            </LinkButton>
          )}
          {team.mine && (
            <LinkButton to="/knowledge/new" search={{ team: team.id } as never} weight="quiet">
              {t('knowledge.write')}
            </LinkButton>
          )}
        </>
      }
    >
      <ArticleRows articles={articles} brief withoutTeam />
    </Section>
  );
}
