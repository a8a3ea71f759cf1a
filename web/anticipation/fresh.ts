// Reads again what else is needed, after a change in what it hangs on; fetched with the first such change.
import { anticipationApi } from '../../contract/anticipation.ts';
import type { Change } from '../platform/live.ts';
import { invalidate, keyOf, queries } from '../platform/query.ts';

export function freshen({ subject, id }: Pick<Change, 'subject' | 'id'>): void {
  if (subject === 'service') return void invalidate(anticipationApi.listAnticipations);
  void queries.invalidateQueries({ queryKey: keyOf(anticipationApi.listRequestAnticipations, { params: { id } }) });
}
