// Somebody leaves: what is arranged with them is called off, in their name, and goes out of the other one's calendar.
import type { Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { cancel } from './acts.ts';
import type { AppointmentOrigins } from './origins.ts';
import { arrangedOf } from './queries.ts';

/** The appointments that are arranged with a person. */
export const arrangedWith = (db: Db, person: string): Promise<string[]> => arrangedOf(db, person);

/** Calls them all off; answers how many. What was promised for them is the ledger's to let go. */
export async function callAllOff(
  { tx, origins, now }: { tx: Db; origins: AppointmentOrigins; now: Date },
  person: string,
): Promise<Outcome<number>> {
  const ids = await arrangedOf(tx, person);
  for (const id of ids) {
    const off = await cancel({ tx, who: { id: person }, id, now }, { reason: '', release: false }, origins);
    if (isRefused(off)) return off;
  }
  return ids.length;
}
