// SQL of what is said and told about an idea, and of who would use it. The transaction comes first.
import { sql } from 'kysely';
import { newId, type Db } from '../platform/db.ts';
import type { EntryTable } from './tables.ts';

export type Entered = Pick<EntryTable, 'idea_id' | 'by_id' | 'what' | 'at'> & Partial<EntryTable>;

/** Adds to the story of an idea, which is never rewritten. */
export async function insertEntry(tx: Db, entry: Entered): Promise<EntryTable> {
  const row = { id: newId(), body: '', answer_kind: null, to_id: null, due_at: null, ...entry };
  await tx.insertInto('ideas_entry').values(row).execute();
  return row;
}

export type EntryKey = [at: string, id: string];

/** Oldest first. Index: ideas_entry_of_idea. */
export function pageEntries(db: Db, idea: string, after: EntryKey | null, limit: number): Promise<EntryTable[]> {
  const all = db.selectFrom('ideas_entry').selectAll().where('idea_id', '=', idea);
  return (after ? all.where(sql<boolean>`(at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`) : all)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Who has said something about it. */
export async function speakersOf(db: Db, idea: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ideas_entry')
    .select('by_id')
    .distinct()
    .where('idea_id', '=', idea)
    .where('what', '=', 'message')
    .execute();
  return rows.flatMap(({ by_id }) => by_id ?? []);
}

/** The first who said that they would use it. */
export async function supportersOf(db: Db, idea: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('ideas_support')
    .select('person_id')
    .where('idea_id', '=', idea)
    .orderBy('at')
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map(({ person_id }) => person_id);
}

export const insertSupport = (tx: Db, idea: string, person: string, now: Date) =>
  tx
    .insertInto('ideas_support')
    .values({ idea_id: idea, person_id: person, at: now })
    .onConflict((twice) => twice.doNothing())
    .execute();

export const deleteSupport = (tx: Db, idea: string, person: string) =>
  tx.deleteFrom('ideas_support').where('idea_id', '=', idea).where('person_id', '=', person).execute();
