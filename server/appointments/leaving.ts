// Somebody leaves: what is arranged with them is called off, in their name, and goes out of the other one's calendar.
import type { Db } from '../platform/db.ts';
import { cancel } from './acts.ts';
import { arrangedOf } from './queries.ts';

/** The appointments that are arranged with a person. */
export const arrangedWith = (db: Db, person: string): Promise<string[]> => arrangedOf(db, person);

/** Calls them all off; answers how many. What was promised for them is the ledger's to let go. */
export async function callAllOff(tx: Db, person: string, now: Date): Promise<number> {
  const ids = await arrangedOf(tx, person);
  for (const id of ids) await cancel({ tx, who: { id: person }, id, now }, { reason: '', release: false });
  return ids.length;
}
