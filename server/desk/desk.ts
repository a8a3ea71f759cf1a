// Front door of the desk: saved views of requests, and replies that teams write once.
import type { deskApi, Template, View, ViewFilter } from '../../contract/desk.ts';
import type { BodyOf } from '../../contract/route.ts';
import { personRefs, team as teamOf, teamRefs } from '../directory/directory.ts';
import { newId, type Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { mayChangeView, mayWrite } from './access.ts';
import * as queries from './queries.ts';

export { deskPersonal } from './personal.ts';

/** Names the version that was seen. */
export type Changing = { id: string; expected: number | undefined };

async function viewsOf(db: Db, who: Who, rows: readonly queries.ViewRow[]): Promise<View[]> {
  const owners = await personRefs(
    db,
    rows.map((row) => row.owner_id),
  );
  const teams = await teamRefs(
    db,
    rows.flatMap((row) => row.team_id ?? []),
  );
  return rows.flatMap((row) => {
    const owner = owners.get(row.owner_id);
    const { id, name, filter, version } = row;
    const team = (row.team_id && teams.get(row.team_id)) || null;
    return owner ? [{ id, name, filter, version, owner, team, can: mayChangeView(who, row) ? both : [] }] : [];
  });
}
const both: View['can'] = ['update', 'remove'];

export const listViews = async (db: Db, who: Who) => ({
  items: await viewsOf(db, who, await queries.listViews(db, who)),
});

async function readView(db: Db, who: Who, id: string): Promise<Outcome<View>> {
  const row = await queries.findView(db, who, id);
  return (row && (await viewsOf(db, who, [row]))[0]) ?? refused('notFound');
}

/** For oneself, or for a team that one is in. Refuses `unknownTeam`. */
export async function saveView(
  tx: Db,
  who: Who,
  given: BodyOf<(typeof deskApi)['saveView']>,
  now: Date,
): Promise<Outcome<View>> {
  const { name, team, filter } = given;
  if (team !== undefined && !mayWrite(who, team)) return refused('unknownTeam', { field: 'team' });
  const id = newId();
  const row = { id, owner_id: who.id, team_id: team ?? null, name, filter: JSON.stringify(filter), created_at: now };
  await queries.insertView(tx, row);
  return readView(tx, who, id);
}

/** Refuses `notFound`, `notYours`, `changedMeanwhile`. */
export async function updateView(
  tx: Db,
  who: Who,
  { id, expected }: Changing,
  change: { name?: string | undefined; filter?: ViewFilter | undefined },
): Promise<Outcome<View>> {
  const row = await queries.lockView(tx, who, id);
  if (!row) return refused('notFound');
  if (!mayChangeView(who, row)) return refused('notYours');
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  await queries.saveView(tx, id, {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.filter === undefined ? {} : { filter: JSON.stringify(change.filter) }),
  });
  return readView(tx, who, id);
}

/** Refuses `notFound`, `notYours`. */
export async function removeView(tx: Db, who: Who, id: string): Promise<Outcome<void>> {
  const row = await queries.lockView(tx, who, id);
  if (!row) return refused('notFound');
  if (!mayChangeView(who, row)) return refused('notYours');
  await queries.deleteView(tx, id);
}

async function templatesOf(db: Db, rows: readonly queries.TemplateRow[]): Promise<Template[]> {
  const teams = await teamRefs(
    db,
    rows.map((row) => row.team_id),
  );
  return rows.flatMap(({ team_id: of, ...row }) => {
    const team = teams.get(of);
    return team ? [{ ...row, team, can: both }] : [];
  });
}

export const listTemplates = async (db: Db, who: Who, team: string | undefined) => ({
  items: await templatesOf(db, await queries.listTemplates(db, who, team)),
});

async function readTemplate(db: Db, who: Who, id: string): Promise<Outcome<Template>> {
  const row = await queries.findTemplate(db, who, id);
  return (row && (await templatesOf(db, [row]))[0]) ?? refused('notFound');
}

/** Refuses `unknownTeam` for teams that one is not in, `archivedTeam`, `nameTaken`. */
export async function createTemplate(
  tx: Db,
  who: Who,
  given: { team: string; name: string; body: string },
  now: Date,
): Promise<Outcome<Template>> {
  const { team, name, body } = given;
  if (!mayWrite(who, team)) return refused('unknownTeam', { field: 'team' });
  if ((await teamOf(tx, team))?.archived) return refused('archivedTeam');
  if (await queries.isNamed(tx, team, name, null)) return refused('nameTaken', { field: 'name' });
  const id = newId();
  await queries.insertTemplate(tx, { id, team_id: team, name, body, created_at: now });
  return readTemplate(tx, who, id);
}

/** Refuses `notFound`, `changedMeanwhile`, `nameTaken`. */
export async function updateTemplate(
  tx: Db,
  who: Who,
  { id, expected }: Changing,
  change: { name?: string | undefined; body?: string | undefined },
): Promise<Outcome<Template>> {
  const row = await queries.lockTemplate(tx, who, id);
  if (!row) return refused('notFound');
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  const { name, body } = change;
  if (name !== undefined && (await queries.isNamed(tx, row.team_id, name, id)))
    return refused('nameTaken', { field: 'name' });
  await queries.saveTemplate(tx, id, {
    ...(name === undefined ? {} : { name }),
    ...(body === undefined ? {} : { body }),
  });
  return readTemplate(tx, who, id);
}

/** Refuses `notFound`. */
export async function removeTemplate(tx: Db, who: Who, id: string): Promise<Outcome<void>> {
  if (!(await queries.lockTemplate(tx, who, id))) return refused('notFound');
  await queries.deleteTemplate(tx, id);
}
