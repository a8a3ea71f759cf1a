// Ideas in a list, as far as one has looked.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ideasApi } from '../../contract/ideas.ts';
import type { QuerySent } from '../../contract/route.ts';
import { problemOf } from '../platform/api.ts';
import { readPages } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { IdeaRows } from './rows.tsx';
import css from './ideas.module.css';

export function Listing({ asked }: { asked: QuerySent<(typeof ideasApi)['listIdeas']> }) {
  const { t } = useWords();
  const found = useInfiniteQuery({
    ...readPages(ideasApi.listIdeas, { query: { limit: 20, ...asked } }),
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorState problem={problemOf(found.error)} again={found.refetch} />;
  if (found.data.length === 0)
    return (
      <div role="status">
        <EmptyState
          icon="idea"
          title={t('ideas.none')}
          acts={<LinkButton to="/ideas/new">{t('ideas.propose')}</LinkButton>}
        >
          {t('ideas.none.words')}
        </EmptyState>
      </div>
    );
  return (
    <div aria-busy={found.isFetching}>
      <IdeaRows ideas={found.data} label={t('ideas.title')} states />
      {found.hasNextPage && (
        <div className={css.more}>
          <Button pending={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('ideas.next')}
          </Button>
        </div>
      )}
    </div>
  );
}
