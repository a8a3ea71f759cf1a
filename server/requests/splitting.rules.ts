// Who sees the part of a request that was made a request of its own. Pure. A part is never seen more widely than the whole.
import type { Sight } from '../../contract/catalog.ts';
import { refused, type Outcome } from '../platform/outcome.ts';

const fromNarrow: readonly Sight[] = ['private', 'usual', 'open'];

type To = { team: string | null; person: string | null; sight: Sight | undefined };

/** The narrower sight of the whole and of what is asked. Refuses `privateStays`: what is private goes to the same team only. */
export function sightOfPart(whole: { team: string | null; sight: Sight }, to: To): Outcome<Sight> {
  if (whole.sight === 'private' && (to.team === null || to.team !== whole.team))
    return refused('privateStays', { field: to.person === null ? 'team' : 'person' });
  return fromNarrow.find((sight) => sight === whole.sight || sight === to.sight) ?? whole.sight;
}
