// How many requests wait for the reader's own word, beside the place in the rail.
import { useQuery } from '@tanstack/react-query';
import { requestsApi } from '../../contract/request-moves.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Hidden } from '../ui/hidden.tsx';

/** Nothing when nothing waits. */
export function WaitingCount() {
  const { t } = useWords();
  const { data } = useQuery(read(requestsApi.getToday, {}));
  const count = data ? data.awaitingMyWord.length + data.awaitingMyYes.length : 0;
  if (count === 0) return null;
  return (
    <>
      <span aria-hidden="true">{count}</span>
      <Hidden>{t('requests.waiting', { count })}</Hidden>
    </>
  );
}
