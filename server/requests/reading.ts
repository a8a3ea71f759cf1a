// Reading one request whole, for the person who asks.
import type { AskRating, Request as View } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { relationOf } from './access.ts';
import { askRatingOf, participantsOf } from './conversation.queries.ts';
import { findRequest, type Found } from './queries.ts';
import { termsOf } from './terms.ts';
import { namesFor, subjectOf, wholeView } from './view.ts';

/** The request if `who` may see it, else undefined. `known` saves loading it again. */
export async function readRequest(db: Db, who: Who, id: string, now: Date, known?: Found): Promise<View | undefined> {
  const found = known ?? (await findRequest(db, who, id));
  if (!found) return undefined;
  const participants = await participantsOf(db, id);
  const names = await namesFor(db, [found], participants);
  const promise = found.promise_id ? names.promises.get(found.promise_id) : undefined;
  const relation = relationOf(who, subjectOf(found, promise, now), found.participant);
  const { calendar } = await termsOf(db, { team: found.team_id, person: found.person_id });
  const askRating: AskRating | null = relation.provider ? await askRatingOf(db, id, who.id) : null;
  return wholeView(found, { participants, askRating, zone: calendar.zone }, names, relation, who, now);
}

/** The request after an act of `who`. Whoever hands it over may lose sight of it with that very act; they see it once more, as they let go. */
export async function readAfter(db: Db, who: Who, before: Found, now: Date): Promise<Outcome<View>> {
  const seen = await readRequest(db, who, before.id, now);
  if (seen) return seen;
  const last = await readRequest(db, who, before.id, now, { ...before, participant: true });
  return last ? { ...last, can: [] } : refused('notFound');
}
