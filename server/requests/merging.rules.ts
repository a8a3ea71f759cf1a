// Which requests may be put together. Pure. Nothing here widens a sight: both are seen in the same way, by the same team.
import { refused, type Outcome } from '../platform/outcome.ts';
import { hasEnded, type Request } from './rules.ts';

/**
 * Whether `one` may go on in `into`. Refuses `mergeIntoItself`, `notFromHere`, `otherTeam`, `otherSight`; and `privateApart`, because
 * who asks something private never learns that somebody else did.
 */
export function mayMerge(one: Request, into: Request): Outcome<true> {
  if (one.id === into.id) return refused('mergeIntoItself', { field: 'into' });
  if (hasEnded(into.state)) return refused('notFromHere', { field: 'into' });
  if (one.team === null || one.team !== into.team) return refused('otherTeam', { field: 'into' });
  if (one.sight !== into.sight) return refused('otherSight', { field: 'into' });
  if (one.sight === 'private' && one.requester !== into.requester) return refused('privateApart', { field: 'into' });
  return true;
}
