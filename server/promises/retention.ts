// Promises between two whose words have been kept for long enough. What was promised in a request, for an idea or at an appointment goes
// with that. How long, and the removing itself: server/privacy.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

/** Of a team, or of none. Ids of those that ended before this moment and still have their words, held until the transaction ends. Index: promises_to_blank. */
export async function promisesEndedBefore(tx: Db, team: string | null, before: Date, limit: number): Promise<string[]> {
  const found = await tx
    .selectFrom('promises_promise')
    .select('id')
    .where('team_id', team === null ? 'is' : '=', team)
    .where('subject', '=', 'promise')
    .where('state', '=', 'ended')
    .where('blanked_at', 'is', null)
    .where('ended_at', '<', before)
    .orderBy('ended_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return found.map(({ id }) => id);
}

/** Writes down that the words of these are gone. */
export const markPromisesBlanked = (tx: Db, ids: readonly string[], now: Date) =>
  tx
    .updateTable('promises_promise')
    .set({ blanked_at: now })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
