// Reading SQL of the catalog: rows in, who may see them decided here for lists (visibleTo) and in access.ts for one. Writing: writing.queries.ts.
import { sql, type RawBuilder } from 'kysely';
import type { Approval, Sight } from '../../contract/catalog.ts';
import type { PersonRef, TeamRef } from '../../contract/shapes.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import type { Offered } from './access.ts';
import './tables.ts';

export type ItemRow = Offered & {
  id: string;
  team_name: string;
  team_does: string;
  name: string;
  description: string;
  sight: Sight;
  version: number;
  week: unknown;
  usual: { deliveries: number; minutes: number } | null;
};

type Needed = Offered & { id: string; name: string; team_name: string };
export type ServiceRow = ItemRow & {
  asker_refs: TeamRef[];
  form: unknown;
  form_version: number;
  greeting_minutes: number | null;
  closing_minutes: number | null;
  team_greeting: number;
  team_closing: number;
  greeting_standard: string;
  closing_standard: string;
  checklist: string[];
  approval_mode: Approval['mode'] | null;
  approvers: Array<string | null>;
  needed: Needed[];
};

const offered = (s: string, t: string): RawBuilder<Offered> => sql`
  ${sql.ref(`${s}.team_id`)} as team, ${sql.ref(`${s}.everyone`)} as everyone,
  ${sql.ref(`${s}.archived_at`)} is not null as archived,
  ${sql.ref(`${s}.archived_at`)} is not null or ${sql.ref(`${t}.archived_at`)} is not null as resting,
  coalesce((select json_agg(a.team_id) from catalog_asker a where a.service_id = ${sql.ref(`${s}.id`)}), '[]') as askers`;

const item = sql`s.id, s.name, s.description, s.sight, s.version, ${offered('s', 't')},
  t.name as team_name, t.does as team_does, t.week,
  (select json_build_object('deliveries', u.deliveries, 'minutes', u.minutes)
    from catalog_usual u where u.service_id = s.id) as usual`;

const offers = sql`catalog_service s join directory_team t on t.id = s.team_id`;

/** What somebody may ask for; the same as mayAsk in access.ts. */
const askableBy = (who: Who) => sql`(s.archived_at is null and t.archived_at is null and (s.everyone or exists (
  select from catalog_asker a where a.service_id = s.id and a.team_id = any(${who.teams.map(({ id }) => id)}::uuid[]))))`;

/** Living services that somebody may see; the same as maySee in access.ts. */
const visibleTo = (who: Who) => sql`s.archived_at is null and t.archived_at is null and (
  ${who.administrator} or s.team_id = any(${who.teams.map(({ id }) => id)}::uuid[]) or ${askableBy(who)})`;

const managedBy = (who: Who) => sql`(${who.administrator}
  or s.team_id = any(${who.teams.filter(({ lead }) => lead).map(({ id }) => id)}::uuid[]))`;

export type ServicesFilter = { words: readonly string[]; team?: string | undefined; archived: boolean };

/** No company's catalog is longer than people can look through. */
const most = 2000;

export async function findServices(db: Db, who: Who, { words, team, archived }: ServicesFilter): Promise<ItemRow[]> {
  const where = [archived ? sql`s.archived_at is not null and ${managedBy(who)}` : visibleTo(who)];
  for (const word of words) where.push(sql`strpos(s.folded, fold(${word})) > 0`);
  if (team !== undefined) where.push(sql`s.team_id = ${team}`);
  const found = await sql<ItemRow>`
    select ${item} from ${offers} where ${sql.join(where, sql` and `)}
    order by t.folded, t.id, s.position, s.id limit ${most}`.execute(db);
  return found.rows;
}

/** Services that somebody may ask for and that have all these words: in the name first. */
export async function findMatching(db: Db, who: Who, words: readonly string[], limit: number) {
  const has = words.map((word) => sql`strpos(s.folded, fold(${word})) > 0`);
  const named = words.map((word) => sql`strpos(s.folded_name, fold(${word})) > 0`);
  const found = await sql<{ id: string; name: string; team: string; team_name: string; description: string }>`
    select s.id, s.name, s.team_id as team, t.name as team_name, s.description from ${offers}
    where ${askableBy(who)} and ${sql.join(has, sql` and `)}
    order by (${sql.join(named, sql` and `)}) desc, s.folded_name, s.id limit ${limit}`.execute(db);
  return found.rows;
}

export async function findService(db: Db, id: string): Promise<ServiceRow | undefined> {
  const found = await sql<ServiceRow>`
    select ${item}, s.form_version, s.greeting_minutes, s.closing_minutes,
      t.greeting_minutes as team_greeting, t.closing_minutes as team_closing,
      s.greeting_standard, s.closing_standard, s.checklist, s.approval_mode,
      (select f.fields from catalog_form f where f.service_id = s.id and f.version = s.form_version) as form,
      coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.folded)
        from catalog_asker a join directory_team b on b.id = a.team_id where a.service_id = s.id), '[]') as asker_refs,
      coalesce((select json_agg(p.person_id order by p.position)
        from catalog_approver p where p.service_id = s.id), '[]') as approvers,
      coalesce((select json_agg(n order by n.position) from (
        select c.position, o.id, o.name, d.name as team_name, ${offered('o', 'd')}
        from catalog_also c join catalog_service o on o.id = c.needed_id join directory_team d on d.id = o.team_id
        where c.service_id = s.id) n), '[]') as needed
    from ${offers} where s.id = ${id}`.execute(db);
  return found.rows[0];
}

export async function findForm(db: Db, service: string, version: number): Promise<unknown> {
  const found = await db
    .selectFrom('catalog_form')
    .select('fields')
    .where('service_id', '=', service)
    .where('version', '=', version)
    .executeTakeFirst();
  return found?.fields;
}

export const findTerms = (db: Db, service: string) =>
  db
    .selectFrom('catalog_service as s')
    .innerJoin('directory_team as t', 't.id', 's.team_id')
    .select([
      sql<number>`coalesce(s.greeting_minutes, t.greeting_minutes)`.as('greetingMinutes'),
      sql<number>`coalesce(s.closing_minutes, t.closing_minutes)`.as('closingMinutes'),
    ])
    .where('s.id', '=', service)
    .executeTakeFirst();

export async function findRefs(db: Db, ids: readonly string[]) {
  const found = await sql<{ id: string; name: string; team: string; team_name: string }>`
    select s.id, s.name, s.team_id as team, t.name as team_name from ${offers}
    where s.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows;
}

/** Several services as far as access goes. */
export async function findOffered(db: Db, ids: readonly string[]): Promise<Array<Offered & { id: string }>> {
  const found = await sql<Offered & { id: string }>`
    select s.id, ${offered('s', 't')} from ${offers} where s.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows;
}

export type SeenRow = Offered & { id: string; name: string; team_name: string; sight: Sight; approved: boolean };
/** Several services as they are named, with who may see and ask. */
export async function findSeen(db: Db, ids: readonly string[]): Promise<SeenRow[]> {
  const found = await sql<SeenRow>`
    select s.id, s.name, s.sight, s.approval_mode is not null as approved, t.name as team_name, ${offered('s', 't')}
    from ${offers} where s.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows;
}

/** Ids of the services of a team that are not at rest, in their order. */
export async function findOrder(db: Db, team: string): Promise<string[]> {
  const rows = await db
    .selectFrom('catalog_service')
    .select('id')
    .where('team_id', '=', team)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Living teams that these ids name. */
export async function livingTeams(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select id from directory_team where id = any(${[...ids]}::uuid[]) and archived_at is null`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}

/** Teams to which somebody may add services, by name. */
export async function findManaged(db: Db, who: Who): Promise<TeamRef[]> {
  const leads = who.teams.filter(({ lead }) => lead).map(({ id }) => id);
  const found = await sql<TeamRef>`
    select id, name from directory_team
    where archived_at is null and (${who.administrator} or id = any(${leads}::uuid[])) order by folded`.execute(db);
  return found.rows;
}

/** Who may see each of these services now: who may ask, the team, administrators. */
export async function findAudience(db: Db, ids: readonly string[]) {
  const found = await sql<{ id: string; people: PersonRef['id'][] }>`
    select s.id, coalesce((select json_agg(p.id) from directory_person p where p.active and (
      p.administrator
      or (s.everyone and s.archived_at is null and t.archived_at is null)
      or exists (select from directory_membership m where m.person_id = p.id and (m.team_id = s.team_id or (
        s.archived_at is null and t.archived_at is null
        and m.team_id in (select a.team_id from catalog_asker a where a.service_id = s.id)))))), '[]') as people
    from ${offers} where s.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, new Set(row.people)]));
}
