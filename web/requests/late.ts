// Whether a promise's time has passed, now, while a window stands open.
import type { RequestRow } from '../../contract/requests.ts';
import { useNow } from '../platform/now.ts';

/** Only a running promise can be late. */
export function useLate(request: Pick<RequestRow, 'state' | 'due' | 'overdue'>): boolean {
  const now = useNow();
  return (
    request.state === 'promised' &&
    (request.overdue || (request.due !== null && Date.parse(request.due) < now.getTime()))
  );
}
