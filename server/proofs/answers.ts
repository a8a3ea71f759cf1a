// For tests of the whole: a new time that waits for an answer, and the link by which one gives it.
import { whoAre } from '../directory/directory.ts';
import type { Cast } from './cast.ts';
import { copyOf } from './states.ts';

/** The token of a link by which `requester` holds to the agreed time of a copy of this request, of which a new time was asked for. */
export async function newAnswerLink(cast: Cast, proposed: string): Promise<string> {
  const copy = await copyOf(cast.db, proposed);
  const [reader] = await whoAre(cast.db, [cast.id.requester]);
  if (!reader) throw new Error('The requester is not there.');
  const offer = (await cast.outgoing.answers.offers(cast.db, reader, [copy], cast.time())).get(copy);
  if (!offer) throw new Error('Nothing waits for an answer.');
  return offer.hold.split('/').at(-1) ?? '';
}
