// Somebody leaves: what they promised outside of requests, and what was promised to them there, is counted and let go.
// Nobody is made to promise in their place, and nobody else reads what was between two: the other side is told whom to ask.
import type { HeldPromises } from '../../contract/farewell.ts';
import { isActive } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { hear } from './acts.ts';
import { countPromises, holdPromises, setAskInstead } from './leaving.queries.ts';
import { releasePromise } from './moving.ts';
import type { PromiseSubjects } from './subjects.ts';
import { tell } from './telling.ts';

/** What runs between a person and others, in counts. */
export const heldPromises = (db: Db, person: string, now: Date): Promise<HeldPromises> =>
  countPromises(db, person, now);

export type Parting = {
  person: string;
  /** Who lets them go. */
  by: string;
  /** For those who were promised something. */
  words: string | undefined;
  /** Whom those may ask instead. */
  askInstead: string | undefined;
};

/**
 * Lets go of all that runs, which counts neither way, even when its time has passed; answers how many. Refuses `required` without words
 * for those who were promised something, and `unknownPerson` for whoever cannot be asked instead.
 */
export async function letPromisesGo(
  { tx, subjects, now }: { tx: Db; subjects: PromiseSubjects; now: Date },
  { person, by, words, askInstead }: Parting,
): Promise<Outcome<number>> {
  if (askInstead !== undefined && (askInstead === person || !(await isActive(tx, askInstead))))
    return refused('unknownPerson', { field: 'askInstead' });
  const held = await holdPromises(tx, person);
  for (const { id, promiser_id, promisee_id, version } of held) {
    const own = promiser_id === person;
    if (own && !words) return refused('required', { field: 'promiseWords' });
    const ended = await releasePromise(tx, id, { by, reason: (own && words) || '' }, now);
    if (isRefused(ended)) return ended;
    if (own && askInstead !== undefined && askInstead !== promisee_id) await setAskInstead(tx, id, askInstead);
    const to = own ? promisee_id : promiser_id;
    // It is their leaving that is told, whoever wrote it down.
    await tell(tx, { id, occasion: version + 1 }, [{ kind: 'promiseLeft', to }], { by: person, due: null, now });
    const no = await hear({ tx, subjects, now }, id, 'released', by);
    if (no) return no;
  }
  return held.length;
}
