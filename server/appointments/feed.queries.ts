// SQL of the private calendar: its address, and what is shown in it.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { PromiseRow } from '../promises/promises.ts';
import type { AppointmentRecord } from './tables.ts';

export const findFeed = (db: Db, person: string) =>
  db
    .selectFrom('appointments_feed')
    .select(['ending', 'made_at', 'used_at'])
    .where('person_id', '=', person)
    .executeTakeFirst();

/** One address a person: a new one ends the old. */
export const saveFeed = (tx: Db, row: { person_id: string; token_hash: Buffer; ending: string; made_at: Date }) =>
  tx
    .insertInto('appointments_feed')
    .values({ ...row, used_at: null })
    .onConflict((same) =>
      same
        .column('person_id')
        .doUpdateSet({ token_hash: row.token_hash, ending: row.ending, made_at: row.made_at, used_at: null }),
    )
    .execute();

export const deleteFeed = (tx: Db, person: string) =>
  tx.deleteFrom('appointments_feed').where('person_id', '=', person).execute();

/** Whose address it is; whether they are still here is asked elsewhere. */
export const findByHash = (db: Db, hash: Buffer) =>
  db.selectFrom('appointments_feed').select(['person_id', 'used_at']).where('token_hash', '=', hash).executeTakeFirst();

export const touchFeed = (db: Db, person: string, now: Date) =>
  db.updateTable('appointments_feed').set({ used_at: now }).where('person_id', '=', person).execute();

export type Window = { from: Date; until: Date };
/** So many of each kind are shown at most, the next ones first to stay. */
const most = 1000;

/** Appointments of this person that begin in the window. Indexes: appointments_by, appointments_with. */
export const appointmentsIn = (db: Db, person: string, { from, until }: Window): Promise<AppointmentRecord[]> =>
  db
    .selectFrom('appointments_appointment')
    .selectAll()
    .where((either) => either.or([either('by_id', '=', person), either('with_id', '=', person)]))
    .where('at', '>=', from)
    .where('at', '<=', until)
    .orderBy('at', 'desc')
    .limit(most)
    .execute();

export type PromiseIn = Pick<
  PromiseRow,
  'id' | 'subject' | 'subject_id' | 'deliverable' | 'due_at' | 'made_at' | 'state' | 'outcome' | 'ended_at'
> & {
  /** How often something was said of it after it was made, and when last. */
  revisions: number;
  changed: Date;
};

/** Promises that this person made, running or ended within the window, due in it. Indexes: promises_of_promiser, promises_of_promiser_ended. */
export async function promisesIn(db: Db, person: string, { from, until }: Window): Promise<PromiseIn[]> {
  const columns = sql`p.id, p.subject, p.subject_id, p.deliverable, p.due_at, p.made_at, p.state, p.outcome, p.ended_at`;
  const found = await sql<PromiseIn>`
    select p.*, coalesce(r.revisions, 1) - 1 as revisions, coalesce(r.changed, p.made_at) as changed
    from (
      (select ${columns} from promises_promise p
        where p.promiser_id = ${person} and p.state <> 'ended' and p.due_at between ${from} and ${until}
        order by p.due_at desc limit ${most})
      union all
      (select ${columns} from promises_promise p
        where p.promiser_id = ${person} and p.state = 'ended' and p.ended_at >= ${from} and p.due_at between ${from} and ${until}
        order by p.ended_at desc limit ${most})
    ) p
    left join lateral (
      select max(r.no)::int as revisions, max(r.at) as changed from promises_revision r where r.promise_id = p.id
    ) r on true
    order by p.due_at, p.id`.execute(db);
  return found.rows;
}

/** Who of these is still here, with the address that calendars know them by. */
export async function partiesOf(
  db: Db,
  people: readonly string[],
): Promise<Map<string, { name: string; address: string }>> {
  const found = await db
    .selectFrom('directory_person')
    .select(['id', 'name', 'email as address'])
    .where('id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .where('active', '=', true)
    .execute();
  return new Map(found.map(({ id, ...party }) => [id, party]));
}
