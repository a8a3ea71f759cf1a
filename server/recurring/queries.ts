// All SQL of recurring. An owner sees their own; the job takes what is due.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { AskRow, AskTable, MadeTable } from './tables.ts';

// Dates come as text: a day has no zone.
const columns = [
  'a.id',
  'a.owner_id',
  'a.title',
  'a.details',
  'a.team_id',
  'a.person_id',
  'a.participants',
  'a.recurrence',
  sql<string>`a.from_date::text`.as('from_date'),
  sql<string | null>`a.until_date::text`.as('until_date'),
  'a.at_time',
  'a.zone',
  'a.workdays',
  'a.paused',
  sql<string | null>`a.next_date::text`.as('next_date'),
  'a.next_at',
  'a.trouble',
  'a.version',
  'a.created_at',
] as const;

export type Found = AskRow & { last: { request_id: string; date: string; at: string } | null };

const found = (db: Db) =>
  db
    .selectFrom('recurring_ask as a')
    .select(columns)
    .select(
      sql<Found['last']>`(select json_build_object('request_id', m.request_id, 'date', m.date, 'at', m.at)
        from recurring_made m where m.recurring_id = a.id order by m.date desc limit 1)`.as('last'),
    );

const own = (db: Db, owner: string, id: string) => found(db).where('a.id', '=', id).where('a.owner_id', '=', owner);

export const findOwn = (db: Db, owner: string, id: string): Promise<Found | undefined> =>
  own(db, owner, id).executeTakeFirst();
export const lockOwn = (tx: Db, owner: string, id: string): Promise<Found | undefined> =>
  own(tx, owner, id).forUpdate('a').executeTakeFirst();

export const pageRecurring = (
  db: Db,
  owner: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<Found[]> =>
  found(db)
    .where('a.owner_id', '=', owner)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(a.created_at, a.id) < (${after?.at ?? ''}::timestamptz, ${after?.id ?? ''}::uuid)`),
    )
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute();

export const insertAsk = (
  tx: Db,
  row: Omit<AskTable, 'recurrence' | 'paused' | 'version' | 'trouble'> & { recurrence: string },
) => tx.insertInto('recurring_ask').values(row).execute();

type Saved = Partial<Omit<AskTable, 'id' | 'owner_id' | 'recurrence' | 'paused' | 'version' | 'created_at'>> & {
  recurrence?: string;
  paused?: boolean;
};

export const saveAsk = (tx: Db, id: string, row: Saved) =>
  tx
    .updateTable('recurring_ask')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** What was asked stays; which of it came round by itself is forgotten. */
export async function deleteAsk(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('recurring_made').where('recurring_id', '=', id).execute();
  await tx.deleteFrom('recurring_ask').where('id', '=', id).execute();
}

/** One that is due, locked; others that are taken at this moment are left alone. Index: recurring_due. */
export const takeDue = (tx: Db, now: Date): Promise<Found | undefined> =>
  found(tx)
    .where('a.next_at', '<=', now)
    .where('a.paused', '=', false)
    .orderBy('a.next_at')
    .limit(1)
    .forUpdate('a')
    .skipLocked()
    .executeTakeFirst();

export const insertMade = (tx: Db, row: MadeTable) => tx.insertInto('recurring_made').values(row).execute();
