// All SQL of the desk. Views are one's own or of one's teams; replies are of one's teams.
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import './tables.ts';

const most = 200;
const teamsOf = (who: Who) => sql`any(${who.teams.map((team) => team.id)}::uuid[])`;

/** The wall: what anybody gets of views starts from here. */
const visibleViews = (db: Db, who: Who) =>
  db
    .selectFrom('desk_view as v')
    .where(sql<SqlBool>`case when v.team_id is null then v.owner_id = ${who.id} else v.team_id = ${teamsOf(who)} end`)
    .select(['v.id', 'v.owner_id', 'v.team_id', 'v.name', 'v.filter', 'v.version']);

export type ViewRow = Awaited<ReturnType<typeof listViews>>[number];
export const listViews = (db: Db, who: Who) =>
  visibleViews(db, who)
    .orderBy(sql`v.team_id is not null`)
    .orderBy('v.name')
    .orderBy('v.id')
    .limit(most)
    .execute();
export const findView = (db: Db, who: Who, id: string) =>
  visibleViews(db, who).where('v.id', '=', id).executeTakeFirst();
export const lockView = (tx: Db, who: Who, id: string) =>
  visibleViews(tx, who).where('v.id', '=', id).forUpdate().executeTakeFirst();

export const insertView = (
  tx: Db,
  row: { id: string; owner_id: string; team_id: string | null; name: string; filter: string; created_at: Date },
) => tx.insertInto('desk_view').values(row).execute();
export const saveView = (tx: Db, id: string, row: { name?: string; filter?: string }) =>
  tx
    .updateTable('desk_view')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
export const deleteView = (tx: Db, id: string) => tx.deleteFrom('desk_view').where('id', '=', id).execute();

const visibleTemplates = (db: Db, who: Who) =>
  db
    .selectFrom('desk_template as t')
    .where(sql<SqlBool>`t.team_id = ${teamsOf(who)}`)
    .select(['t.id', 't.team_id', 't.name', 't.body', 't.version']);

export type TemplateRow = Awaited<ReturnType<typeof listTemplates>>[number];
export const listTemplates = (db: Db, who: Who, team: string | undefined) =>
  visibleTemplates(db, who)
    .$if(team !== undefined, (query) => query.where('t.team_id', '=', team ?? ''))
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(most)
    .execute();
export const findTemplate = (db: Db, who: Who, id: string) =>
  visibleTemplates(db, who).where('t.id', '=', id).executeTakeFirst();
export const lockTemplate = (tx: Db, who: Who, id: string) =>
  visibleTemplates(tx, who).where('t.id', '=', id).forUpdate().executeTakeFirst();
/** Whether the team has another reply of this name. */
export const isNamed = async (tx: Db, team: string, name: string, but: string | null): Promise<boolean> =>
  (await tx
    .selectFrom('desk_template')
    .where('team_id', '=', team)
    .where(sql<SqlBool>`lower(name) = lower(${name})`)
    .$if(but !== null, (query) => query.where('id', '<>', but ?? ''))
    .select('id')
    .executeTakeFirst()) !== undefined;

export const insertTemplate = (
  tx: Db,
  row: { id: string; team_id: string; name: string; body: string; created_at: Date },
) => tx.insertInto('desk_template').values(row).execute();
export const saveTemplate = (tx: Db, id: string, row: { name?: string; body?: string }) =>
  tx
    .updateTable('desk_template')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
export const deleteTemplate = (tx: Db, id: string) => tx.deleteFrom('desk_template').where('id', '=', id).execute();
