// SQL that loads and saves articles and their versions. Whom they helped: helped.queries.ts; search and suggestions: search.queries.ts.
import { sql, type SqlBool } from 'kysely';
import type { ArticleState, Reading } from '../../contract/knowledge.ts';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from '../platform/db.ts';
import { searchVector } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import type { Saved, Words } from './rules.ts';
import './tables.ts';

const teamsOf = (who: Who) => who.teams.map((team) => team.id);

/** The wall: every article that anybody gets starts from here. The same sight as `sees` in access.ts. Wants the article as `a`. */
export const visibleTo = (who: Who) => sql<SqlBool>`(
  a.team_id = any(${teamsOf(who)}::uuid[]) or (a.state = 'published' and a.reading = 'everyone'))`;

export type RowFound = {
  id: string;
  team_id: string;
  team_name: string;
  title: string;
  /** Its beginning, or all of it where a place in it is looked for. */
  body: string;
  language: Language;
  state: ArticleState;
  reading: Reading;
  helped: number;
  spared: number;
  updated_at: Date;
  published_at: Date | null;
  check_by: string | null;
};

/** What a list shows of an article `a` and its team `t`; `far` says how many characters of the body. */
export const rowColumns = (
  far: number,
) => sql`a.id, a.team_id, t.name as team_name, a.title, left(a.body, ${sql.lit(far)}) as body,
  a.language, a.state, a.reading, a.helped, a.spared, a.updated_at, a.published_at, a.check_by::text as check_by`;
export const beginning = 800;

/** `service` is one that the reader may ask for. */
export type ArticlesFilter = { state: ArticleState; team?: string | undefined; service?: string | undefined };
export type ArticlesKey = [at: string, id: string];

export const inFilter = (who: Who, { state, team, service }: ArticlesFilter) => sql`
  a.state = ${state} and ${visibleTo(who)} ${team === undefined ? sql`` : sql`and a.team_id = ${team}`}
  ${service === undefined ? sql`` : sql`and exists (${about(service)})`}`;

const about = (service: string) =>
  sql`select from knowledge_service s where s.article_id = a.id and s.service_id = ${service}`;

/** A page, the newest change first. */
export async function pageArticles(
  db: Db,
  who: Who,
  filter: ArticlesFilter,
  after: ArticlesKey | null,
  limit: number,
): Promise<RowFound[]> {
  const past = after ? sql`and (a.updated_at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  const found = await sql<RowFound>`
    select ${rowColumns(beginning)} from knowledge_article a join directory_team t on t.id = a.team_id
    where ${inFilter(who, filter)} ${past} order by a.updated_at desc, a.id desc limit ${limit}`.execute(db);
  return found.rows;
}

const some = async (db: Db, where: ReturnType<typeof sql>, order: ReturnType<typeof sql>, limit: number) => {
  const found = await sql<RowFound>`
    select ${rowColumns(beginning)} from knowledge_article a join directory_team t on t.id = a.team_id
    where ${where} order by ${order} limit ${limit}`.execute(db);
  return found.rows;
};

const published = (who: Who) => sql`a.state = 'published' and ${visibleTo(who)}`;

export const mostHelpful = (db: Db, who: Who, limit: number) =>
  some(db, sql`${published(who)} and a.helped > 0`, sql`a.helped desc, a.id desc`, limit);
export const lastPublished = (db: Db, who: Who, limit: number) =>
  some(db, published(who), sql`a.published_at desc, a.id desc`, limit);
/** Of one's own teams. `today` is the reader's. */
export const dueToCheck = (db: Db, who: Who, today: string, limit: number) =>
  some(
    db,
    sql`a.state = 'published' and a.team_id = any(${teamsOf(who)}::uuid[]) and a.check_by <= ${today}::date`,
    sql`a.check_by, a.id`,
    limit,
  );
export const draftsOf = (db: Db, who: Who, limit: number) =>
  some(
    db,
    sql`a.state = 'draft' and a.team_id = any(${teamsOf(who)}::uuid[])`,
    sql`a.updated_at desc, a.id desc`,
    limit,
  );

/** Teams with something published to read, and one's own, by name. */
export async function writingTeams(db: Db, who: Who) {
  const found = await sql<{ id: string; name: string; count: number; mine: boolean }>`
    select t.id, t.name, coalesce(c.count, 0)::int as count, t.id = any(${teamsOf(who)}::uuid[]) as mine
    from directory_team t
    left join (select a.team_id, count(*) from knowledge_article a where ${published(who)} group by a.team_id) c
      on c.team_id = t.id
    where c.count > 0 or t.id = any(${teamsOf(who)}::uuid[])
    order by t.folded, t.id`.execute(db);
  return found.rows;
}

export type Found = RowFound & {
  number: number;
  author_id: string;
  stays_in_team: boolean;
  origin_request_id: string | null;
  checked_at: Date | null;
  version: number;
  said: boolean | null;
};

const whole = (db: Db, who: Who, id: string, lock: boolean) =>
  sql<Found>`
    select ${rowColumns(50_000)}, a.number, a.author_id, a.stays_in_team, a.origin_request_id, a.checked_at, a.version,
      (select h.helped from knowledge_helped h where h.article_id = a.id and h.person_id = ${who.id}) as said
    from knowledge_article a join directory_team t on t.id = a.team_id
    where a.id = ${id} and ${visibleTo(who)} ${lock ? sql`for update of a` : sql``}`.execute(db);

/** One article if `who` may read it. */
export const findArticle = async (db: Db, who: Who, id: string): Promise<Found | undefined> =>
  (await whole(db, who, id, false)).rows[0];
/** The same, held until the transaction ends. */
export const lockArticle = async (tx: Db, who: Who, id: string): Promise<Found | undefined> =>
  (await whole(tx, who, id, true)).rows[0];

type Version = {
  article: string;
  number: number;
  words: Words;
  by: string;
  note: string;
  restored: number | null;
  at: Date;
};

const versionRow = ({ article, number, words, by, note, restored, at }: Version) => ({
  article_id: article,
  number,
  at,
  author_id: by,
  ...words,
  note,
  restored,
});

const columnsOf = (after: Saved, checkBy: string | null) => ({
  ...after.words,
  search: searchVector(after.words.title, after.words.body),
  state: after.state,
  reading: after.reading,
  published_at: after.publishedAt,
  checked_at: after.checkedAt,
  check_by: checkBy,
});

export type Beginning = { id: string; team: string; origin: string | null; staysInTeam: boolean };

/** A new article and its first version, in one statement. */
export const insertArticle = (
  tx: Db,
  begun: Beginning,
  after: Saved,
  checkBy: string | null,
  by: string,
  note: string,
  now: Date,
) =>
  tx
    .with('article', (with_) =>
      with_
        .insertInto('knowledge_article')
        .values({
          id: begun.id,
          team_id: begun.team,
          origin_request_id: begun.origin,
          stays_in_team: begun.staysInTeam,
          number: 1,
          author_id: by,
          created_at: now,
          updated_at: now,
          ...columnsOf(after, checkBy),
        })
        .returning('id'),
    )
    .insertInto('knowledge_version')
    .values(versionRow({ article: begun.id, number: 1, words: after.words, by, note, restored: null, at: now }))
    .execute();

export type Writing = { by: string; note: string; restored: number | null; now: Date };

/** Saves an article; new words are a version of their own. */
export async function saveArticle(tx: Db, found: Found, after: Saved, checkBy: string | null, writing: Writing) {
  const { by, note, restored, now } = writing;
  const number = found.number + Number(after.anew);
  await tx
    .updateTable('knowledge_article')
    .set({
      ...columnsOf(after, checkBy),
      ...(after.anew ? { number, author_id: by } : {}),
      updated_at: now,
      version: sql`version + 1`,
    })
    .where('id', '=', found.id)
    .execute();
  if (!after.anew) return;
  await tx
    .insertInto('knowledge_version')
    .values(versionRow({ article: found.id, number, words: after.words, by, note, restored, at: now }))
    .execute();
}

export const saveState = (
  tx: Db,
  id: string,
  set: { state: ArticleState; updated_at: Date } | { check_by: string | null; checked_at: Date },
) =>
  tx
    .updateTable('knowledge_article')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export type VersionRow = {
  number: number;
  at: Date;
  author_id: string;
  title: string;
  note: string;
  restored: number | null;
};

export const pageVersions = (db: Db, article: string, before: number | null, limit: number): Promise<VersionRow[]> => {
  const all = db
    .selectFrom('knowledge_version')
    .select(['number', 'at', 'author_id', 'title', 'note', 'restored'])
    .where('article_id', '=', article);
  return (before === null ? all : all.where('number', '<', before)).orderBy('number', 'desc').limit(limit).execute();
};

export const findVersion = (db: Db, article: string, number: number) =>
  db
    .selectFrom('knowledge_version')
    .select(['number', 'at', 'author_id', 'title', 'note', 'restored', 'body', 'language'])
    .where('article_id', '=', article)
    .where('number', '=', number)
    .executeTakeFirst();

/** For each article, the active people of its team, and whether everyone reads it. One query. */
export async function readersOf(db: Db, articles: readonly string[]) {
  const found = await sql<{ id: string; open: boolean; people: string[] }>`
    select a.id, a.state = 'published' and a.reading = 'everyone' as open, array(
      select m.person_id::text from directory_membership m join directory_person p on p.id = m.person_id and p.active
      where m.team_id = a.team_id) as people
    from knowledge_article a where a.id = any(${articles}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ id, ...row }) => [id, row]));
}
