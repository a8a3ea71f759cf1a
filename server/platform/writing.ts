// One write: in one transaction, once for each key, undone when it is refused.
import type { Route } from '../../contract/route.ts';
import type { Claim, Kept } from './repeats.ts';
import { earlierAnswer, keepAnswer } from './answers.ts';
import { transact, type Db } from './db.ts';
import { isRetryable, violated } from './faults.ts';
import { isRefused, refused, type Refused } from './outcome.ts';
import { encode } from './sending.ts';

/** Asks the database whether a guess at who asks was right. */
export type Confirm = (db: Db) => Promise<boolean>;
export const mistaken = Symbol('somebody else than was guessed');

/** A refusal thrown through a transaction, so that everything done before it is undone. */
class Undone extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

class Mistaken extends Error {}

type Writing = { claim: Claim | null; now: Date; route: Route; sure: Confirm | undefined };

/** `sure` confirms a guess at who writes: nothing stands before it does. */
export async function write(
  db: Db,
  writing: Writing,
  answer: (tx: Db) => unknown,
  attempt = 1,
): Promise<Kept | Refused | typeof mistaken> {
  const { claim, now, route, sure } = writing;
  try {
    return await transact(db, async (tx, last) => {
      const [right, earlier] = await Promise.all([sure?.(tx) ?? true, claim && earlierAnswer(tx, claim)]);
      if (!right) throw new Mistaken();
      if (earlier) return earlier;
      const outcome = await answer(tx);
      if (isRefused(outcome)) throw new Undone(outcome);
      const kept = encode(route, outcome);
      if (claim) last(keepAnswer(tx, claim, kept, now));
      return kept;
    });
  } catch (error) {
    if (error instanceof Mistaken) return mistaken;
    if (error instanceof Undone) {
      // The twin may have committed while we were deciding: then it was its effect that stood in our way.
      const earlier = claim && (await transact(db, (tx) => earlierAnswer(tx, claim)));
      return earlier && !isRefused(earlier) ? earlier : error.refusal;
    }
    // The twin committed between our look and our insert: its answer is there now.
    if (attempt < 3 && violated(error) === 'platform_answer_pkey') return write(db, writing, answer, attempt + 1);
    if (isRetryable(error)) return refused('unavailable');
    throw error;
  }
}
