// SQL about people: rows in, rows out. Who may ask is decided before; teams are in teams.queries.ts.
import { sql, type Updateable } from 'kysely';
import type { Language } from '../../contract/shapes.ts';
import type { Week } from '../../contract/working-time.ts';
import type { Db } from '../platform/db.ts';
import type { PersonTable } from './tables.ts';
import './tables.ts';

export type RefRow = { id: string; name: string; photo_version: number; active: boolean };

export type PersonRow = RefRow & {
  said: string;
  email: string;
  language: Language;
  place: string;
  zone: string;
  does: string;
  pronouns: string;
  languages: string[];
  skills: string[];
  week: unknown;
  dotted: RefRow[];
  /** Whether an absence of these days is to be looked at. */
  leave: boolean;
  administrator: boolean;
  folded: string;
  version: number;
  /** Whether they have a way in. */
  joined: boolean;
  /** Whether this is the only active administrator. */
  lone: boolean;
  erased_at: Date | null;
  manager: RefRow | null;
  teams: Array<{ id: string; name: string; lead: boolean }>;
};

/** The facts of a reference to a person, as JSON, for a row named `alias`. */
export const refJson = (alias: string) => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql<RefRow>`json_build_object('id', ${of('id')}, 'name', ${of('name')},
    'photo_version', ${of('photo_version')}, 'active', ${of('active')})`;
};

const teamsJson = sql`coalesce((
  select json_agg(json_build_object('id', t.id, 'name', t.name, 'lead', b.lead) order by t.folded)
  from directory_membership b join directory_team t on t.id = b.team_id and t.archived_at is null
  where b.person_id = p.id), '[]')`;

const skillsJson = sql`coalesce((
  select json_agg(k.name order by k.place) from directory_skill k where k.person_id = p.id), '[]')`;
const dottedJson = sql`coalesce((
  select json_agg(${refJson('m')} order by m.folded) from directory_dotted d join directory_person m on m.id = d.manager_id
  where d.person_id = p.id), '[]')`;

const columns = sql`p.id, p.name, p.said, p.email, p.language, p.place, p.zone, p.does, p.administrator, p.active,
  p.photo_version, p.folded, p.version, p.erased_at, p.pronouns, p.languages, p.week, ${skillsJson} as skills, ${dottedJson} as dotted,
  exists (select from directory_absence a where a.person_id = p.id) as leave,
  p.administrator and p.active and (
    select count(*) from (select 1 from directory_person where administrator and active limit 2) a) = 1 as lone,
  exists (select from auth_account a where a.user_id = p.id::text and a.password is not null)
    or exists (select from auth_passkey k where k.user_id = p.id::text) as joined,
  (select ${refJson('m')} from directory_person m where m.id = p.manager_id) as manager,
  ${teamsJson} as teams`;

export type PeopleFilter = {
  words: readonly string[];
  team?: string | undefined;
  manager?: string | undefined;
  dotted?: string | undefined;
  skill?: string | undefined;
  speaks?: string | undefined;
  active: 'true' | 'false' | 'any';
};

export type PeopleKey = [rank: number, folded: string, id: string];

/** A page by name; with words, those whose name begins with them first and likely typing mistakes last. */
export async function pagePeople(db: Db, filter: PeopleFilter, after: PeopleKey | null, limit: number) {
  const where = [sql`true`];
  if (filter.active !== 'any') where.push(sql`p.active = ${filter.active === 'true'}`);
  if (filter.manager !== undefined) where.push(sql`p.manager_id = ${filter.manager}`);
  if (filter.dotted !== undefined)
    where.push(sql`exists (
      select from directory_dotted d where d.manager_id = ${filter.dotted} and d.person_id = p.id)`);
  if (filter.skill !== undefined)
    where.push(sql`exists (
      select from directory_skill k where k.folded = ${once(filter.skill)} and k.person_id = p.id)`);
  if (filter.speaks !== undefined) where.push(sql`p.languages @> array[${filter.speaks}]`);
  if (filter.team !== undefined)
    where.push(sql`exists (
      select from directory_membership b where b.team_id = ${filter.team} and b.person_id = p.id)`);
  where.push(...filter.words.map((word) => sql`(${has(word)} or ${resembles(word)})`));
  if (after && filter.words.length === 0) where.push(sql`(p.folded, p.id) > (${after[1]}, ${after[2]})`);
  if (after && filter.words.length > 0)
    where.push(sql`(${rank(filter.words)}, p.folded, p.id) > (${after[0]}, ${after[1]}, ${after[2]})`);
  const order = filter.words.length > 0 ? sql`rank, p.folded, p.id` : sql`p.folded, p.id`;
  // What belongs to a person is read for the page alone, not for everybody who was sorted.
  const found = await sql<PersonRow & { rank: number }>`
    select ${columns}, found.rank from (
      select p.id, ${rank(filter.words)} as rank from directory_person p
      where ${sql.join(where, sql` and `)} order by ${order} limit ${limit}
    ) found join directory_person p on p.id = found.id order by found.rank, p.folded, p.id`.execute(db);
  return found.rows;
}

// As a query of its own it is folded once, and not for every row.
const once = (words: string) => sql`(select fold(${words}))`;
const literally = (word: string) => word.replaceAll(/[\\%_]/g, String.raw`\$&`);
const has = (word: string) => sql`p.folded like '%' || ${once(literally(word))} || '%'`;
const begins = (word: string) => sql`' ' || p.folded like '% ' || ${once(literally(word))} || '%'`;
// The operator finds candidates by the index, at its own limit (platform/db.ts). Of few letters, half are soon the same by
// chance: those must be more alike, and up to three must be right.
const resembles = (word: string) => {
  const alike = word.length < 6 ? 0.5 : 0.36;
  return word.length < 4
    ? sql`false`
    : sql`(${once(word)} <<% p.folded and strict_word_similarity(${once(word)}, p.folded) >= ${alike})`;
};

const rank = (words: readonly string[]) =>
  words.length === 0
    ? sql<number>`0`
    : sql<number>`case when p.folded like ${once(literally(words.join(' ')))} || '%' then 0
        when ${sql.join(words.map(begins), sql` and `)} then 1
        when ${sql.join(words.map(has), sql` and `)} then 2 else 3 end`;

export async function findPerson(db: Db, id: string): Promise<PersonRow | undefined> {
  const found = await sql<PersonRow>`select ${columns} from directory_person p where p.id = ${id}`.execute(db);
  return found.rows[0];
}

export const findRefs = async (db: Db, ids: readonly string[]): Promise<RefRow[]> =>
  (
    await sql<RefRow>`select p.id, p.name, p.photo_version, p.active
      from unnest(${ids}::uuid[]) named (id) join directory_person p on p.id = named.id`.execute(db)
  ).rows;

/** The bare row, held until the transaction ends. */
export const lockPerson = (tx: Db, id: string) =>
  tx.selectFrom('directory_person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Lines and administrators are about more than one row: whoever changes them takes turns here, before any person's row. */
export const takeTurn = (tx: Db) => tx.selectFrom('directory_company').select('id').forUpdate().executeTakeFirst();

/** Ids from this person upwards along the managers, nearest first, the person included. */
export async function lineAbove(tx: Db, id: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive line (id, manager_id, depth) as (
      select id, manager_id, 1 from directory_person where id = ${id}
      union all
      select p.id, p.manager_id, depth + 1 from line join directory_person p on p.id = line.manager_id where depth < 1000
    ) select id from line order by depth`.execute(tx);
  return found.rows.map((row) => row.id);
}

export async function countOtherAdministrators(tx: Db, id: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from directory_person where administrator and active and id <> ${id}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

type NewRow = Omit<
  PersonTable,
  | 'erased_at'
  | 'said'
  | 'place'
  | 'does'
  | 'pronouns'
  | 'languages'
  | 'week'
  | 'administrator'
  | 'active'
  | 'photo_version'
  | 'folded'
  | 'version'
  | 'deactivated_at'
> & {
  said: string;
  place: string;
  does: string;
  pronouns: string;
  languages: string[];
  week: Week | null;
  administrator: boolean;
};

export const insertPerson = (tx: Db, row: NewRow) =>
  tx
    .insertInto('directory_person')
    .values({ ...row, week: row.week && JSON.stringify(row.week), folded: folded(row.name, row.said) })
    .execute();

/** Every change of a person counts their version up. */
export const savePerson = (
  tx: Db,
  id: string,
  set: Omit<Updateable<PersonTable>, 'version' | 'folded'>,
  name?: { name: string; said: string },
) =>
  tx
    .updateTable('directory_person')
    .set({
      ...set,
      version: sql<number>`version + 1`,
      ...(name ? { folded: folded(name.name, name.said) } : {}),
    })
    .where('id', '=', id)
    .execute();

const folded = (name: string, said: string) => sql<string>`fold(${`${name} ${said}`.trim()})`;
