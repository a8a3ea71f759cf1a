// SQL of what time does to requests. Each statement rests on a partial index of what is still to be done.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { recordColumns } from './record.ts';
import type { RequestRecord } from './tables.ts';

/** Asks that nobody greeted in time; marks them, so that each is told of once. Index: requests_to_greet. */
export const markUngreeted = (tx: Db, now: Date) =>
  tx
    .updateTable('requests_request')
    .set({ ungreeted_at: now })
    .where('state', '=', 'asked')
    .where('greeted_at', 'is', null)
    .where('ungreeted_at', 'is', null)
    .where('greet_by', '<', now)
    .returning(['id', 'team_id', 'person_id', 'requester_id', 'sight', 'version'])
    .execute();

/** One delivered request whose closing time has come (or the one named), locked; those that another process holds are passed over. Index: requests_to_close. */
export const dueToClose = (tx: Db, now: Date, id?: string): Promise<RequestRecord | undefined> =>
  tx
    .selectFrom('requests_request as r')
    .select(recordColumns)
    .where('r.state', '=', 'delivered')
    .where('r.close_by', '<=', now)
    .$if(id !== undefined, (query) => query.where('r.id', '=', id ?? ''))
    .orderBy('r.close_by')
    .limit(1)
    .forUpdate('r')
    .skipLocked()
    .executeTakeFirst();

/** Who may see each of these, for those who are to hear of it. */
export async function sightsOf(tx: Db, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('requests_request')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'sight'])
    .execute();
  const sights = new Map(rows.map((row) => [row.id, row.sight]));
  return (id: string) => ({ id, sight: sights.get(id) ?? ('usual' as const) });
}

/** When requests of services were asked and delivered, of those delivered since. Index: requests_of_service. */
export const deliveredOf = (tx: Db, since: Date) =>
  tx
    .selectFrom('requests_request')
    .where('service_id', 'is not', null)
    .where('state', 'in', ['delivered', 'closed'])
    .where('delivered_at', '>=', since)
    .select(['service_id', 'team_id', 'created_at', 'delivered_at'])
    .execute();
