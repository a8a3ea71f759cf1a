// Everything that one team has written; its members also see drafts and what was put away.
import { useInfiniteQuery } from '@tanstack/react-query';
import { knowledgeApi, type ArticleState } from '../../contract/knowledge.ts';
import { useSearchParam } from '../platform/address.ts';
import { problemOf } from '../platform/api.ts';
import { readPages } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ArticleRows } from './rows.tsx';
import css from './knowledge.module.css';

const states = ['published', 'draft', 'archived'] as const;

export function Shelf({ team, mine }: { team: string; mine: boolean }) {
  const { t } = useWords();
  const [chosen, choose] = useSearchParam('state');
  if (!mine) return <Articles team={team} state="published" />;
  const state = states.find((one) => one === chosen) ?? 'published';
  return (
    <Tabs
      label={t('knowledge.states')}
      chosen={state}
      onChoose={(id) => choose(id === 'published' ? '' : id)}
      tabs={states.map((id) => ({
        id,
        label: t(`knowledge.states.${id}`),
        children: <Articles team={team} state={id} />,
      }))}
    />
  );
}

function Articles({ team, state }: { team: string; state: ArticleState }) {
  const { t } = useWords();
  const found = useInfiniteQuery(readPages(knowledgeApi.listArticles, { query: { team, state, limit: 30 } }));
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorState problem={problemOf(found.error)} again={found.refetch} />;
  if (found.data.length === 0)
    return (
      <EmptyState title={t(`knowledge.shelf.${state}`)} icon="book">
        {state === 'published' && t('knowledge.empty.words')}
      </EmptyState>
    );
  return (
    <>
      <ArticleRows articles={found.data} withoutTeam />
      {found.hasNextPage && (
        <div className={css.more}>
          <Button pending={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('knowledge.next')}
          </Button>
        </div>
      )}
    </>
  );
}
