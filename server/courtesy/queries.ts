// SQL of standards, of answers and of what was counted. Counting: counting.queries.ts; one's own asks: own.queries.ts.
import { sql } from 'kysely';
import type { AskingQuestion, MissingThing, ServingQuestion } from '../../contract/courtesy.ts';
import type { Db } from '../platform/db.ts';
import './tables.ts';

export const findStandards = (db: Db, team: string) =>
  db
    .selectFrom('courtesy_standard')
    .where('team_id', '=', team)
    .select(['greeting', 'closing', 'version'])
    .executeTakeFirst();

/** Writes them if they are still of this version (0: there are none yet); false when somebody else was faster. */
export async function saveStandards(
  tx: Db,
  row: { team: string; greeting: string; closing: string; version: number },
  now: Date,
): Promise<boolean> {
  const { team, greeting, closing, version } = row;
  const saved =
    version === 0
      ? await tx
          .insertInto('courtesy_standard')
          .values({ team_id: team, greeting, closing, updated_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('courtesy_standard')
          .set({ greeting, closing, updated_at: now, version: sql`version + 1` })
          .where('team_id', '=', team)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  return saved !== undefined;
}

export type OfferedRow = {
  service_greeting: string | null;
  service_closing: string | null;
  team_greeting: string | null;
  team_closing: string | null;
};

/** What is written for a service that is still with this team, and for the team. */
export async function findOffered(
  db: Db,
  given: { team: string; service: string | null },
): Promise<OfferedRow | undefined> {
  const found = await sql<OfferedRow>`
    select s.greeting_standard as service_greeting, s.closing_standard as service_closing,
      c.greeting as team_greeting, c.closing as team_closing
    from directory_team t left join courtesy_standard c on c.team_id = t.id
      left join catalog_service s on s.id = ${given.service} and s.team_id = t.id
    where t.id = ${given.team}`.execute(db);
  return found.rows[0];
}

export const findAsking = (db: Db, request: string, by: string) =>
  db
    .selectFrom('courtesy_asking')
    .where('request_id', '=', request)
    .where('by_id', '=', by)
    .select(['question', 'yes', 'missing', sql<boolean>`counted_in is not null or placed_in is not null`.as('stands')])
    .execute();

export const findServing = (db: Db, request: string, by: string) =>
  db
    .selectFrom('courtesy_serving')
    .where('request_id', '=', request)
    .where('by_id', '=', by)
    .select(['question', 'yes', sql<boolean>`counted_in is not null`.as('stands')])
    .execute();

export type NewAsking = {
  request_id: string;
  by_id: string;
  question: AskingQuestion;
  yes: boolean;
  missing: MissingThing | null;
  asker_id: string;
  service_id: string | null;
  team_id: string | null;
  at: Date;
};

/** Puts answers in the place of earlier ones that were not counted yet. */
export async function saveAsking(tx: Db, rows: readonly NewAsking[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('courtesy_asking')
    .values(rows.map((row) => ({ ...row, counted_in: null, placed_in: null })))
    .onConflict((conflict) =>
      conflict
        .columns(['request_id', 'by_id', 'question'])
        .doUpdateSet({ yes: sql`excluded.yes`, missing: sql`excluded.missing`, at: sql`excluded.at` })
        .where(sql<boolean>`courtesy_asking.counted_in is null and courtesy_asking.placed_in is null`),
    )
    .execute();
}

export type NewServing = {
  request_id: string;
  by_id: string;
  question: ServingQuestion;
  yes: boolean;
  team_id: string;
  server_id: string;
  at: Date;
};

export async function saveServing(tx: Db, rows: readonly NewServing[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('courtesy_serving')
    .values(rows.map((row) => ({ ...row, counted_in: null })))
    .onConflict((conflict) =>
      conflict
        .columns(['request_id', 'by_id', 'question'])
        .doUpdateSet({ yes: sql`excluded.yes`, at: sql`excluded.at` })
        .where('courtesy_serving.counted_in', 'is', null),
    )
    .execute();
}

/** Takes answers back that were not counted yet. */
export const dropAsking = (tx: Db, request: string, by: string, questions: readonly AskingQuestion[]) =>
  tx
    .deleteFrom('courtesy_asking')
    .where('request_id', '=', request)
    .where('by_id', '=', by)
    .where('question', '=', sql<AskingQuestion>`any(${[...questions]}::text[])`)
    .where('counted_in', 'is', null)
    .where('placed_in', 'is', null)
    .execute();

export const dropServing = (tx: Db, request: string, by: string, questions: readonly ServingQuestion[]) =>
  tx
    .deleteFrom('courtesy_serving')
    .where('request_id', '=', request)
    .where('by_id', '=', by)
    .where('question', '=', sql<ServingQuestion>`any(${[...questions]}::text[])`)
    .where('counted_in', 'is', null)
    .execute();

export const findNote = async (db: Db, request: string, by: string): Promise<string> =>
  (
    await db
      .selectFrom('courtesy_note')
      .where('request_id', '=', request)
      .where('by_id', '=', by)
      .select('words')
      .executeTakeFirst()
  )?.words ?? '';

export async function saveNote(tx: Db, note: { request: string; by: string; words: string }, now: Date): Promise<void> {
  const { request, by, words } = note;
  if (words === '')
    await tx.deleteFrom('courtesy_note').where('request_id', '=', request).where('by_id', '=', by).execute();
  else
    await tx
      .insertInto('courtesy_note')
      .values({ request_id: request, by_id: by, words, at: now })
      .onConflict((conflict) => conflict.columns(['request_id', 'by_id']).doUpdateSet({ words, at: now }))
      .execute();
}

export type AskingCount = {
  question: AskingQuestion;
  answers: number;
  yes: number;
  missing: Partial<Record<MissingThing, number>>;
};

/** What colleagues said of how somebody asks, month by month from this one on; never whose answer it was. */
export const askingCounts = (db: Db, asker: string, since: string): Promise<AskingCount[]> =>
  db
    .selectFrom('courtesy_asking_count')
    .where('asker_id', '=', asker)
    .where('month', '>=', since)
    .select(['question', 'answers', 'yes', 'missing'])
    .execute();

export const missingCounts = (db: Db, asker: string, since: string) =>
  db
    .selectFrom('courtesy_missing_count')
    .where('asker_id', '=', asker)
    .where('month', '>=', since)
    .select(['place_id', 'place', 'answers', 'missing'])
    .execute();

export type ServingCount = { question: ServingQuestion; month: string; answers: number; yes: number };

export const servingCounts = (db: Db, team: string, since: string): Promise<ServingCount[]> =>
  db
    .selectFrom('courtesy_serving_count')
    .where('team_id', '=', team)
    .where('month', '>=', since)
    .orderBy('month')
    .select(['question', sql<string>`to_char(month, 'YYYY-MM-DD')`.as('month'), 'answers', 'yes'])
    .execute();

/** What somebody said, of everything that they served or asked: for themselves alone. */
export const saidBy = async (db: Db, person: string) => ({
  asking: await db
    .selectFrom('courtesy_asking')
    .where('by_id', '=', person)
    .orderBy('at')
    .select(['request_id', 'question', 'yes', 'missing', 'at'])
    .execute(),
  serving: await db
    .selectFrom('courtesy_serving')
    .where('by_id', '=', person)
    .orderBy('at')
    .select(['request_id', 'question', 'yes', 'at'])
    .execute(),
});

/** Takes out what a person said and what was said and counted about them; counts of teams name nobody. */
export async function forgetPerson(tx: Db, person: string): Promise<void> {
  await tx
    .deleteFrom('courtesy_asking')
    .where((eb) => eb.or([eb('by_id', '=', person), eb('asker_id', '=', person)]))
    .execute();
  await tx.deleteFrom('courtesy_serving').where('by_id', '=', person).execute();
  await tx.deleteFrom('courtesy_note').where('by_id', '=', person).execute();
  await tx.deleteFrom('courtesy_asking_count').where('asker_id', '=', person).execute();
  await tx.deleteFrom('courtesy_missing_count').where('asker_id', '=', person).execute();
}
