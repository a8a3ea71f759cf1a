// Writing SQL of the catalog; the transaction comes first. Reading: queries.ts.
import { sql } from 'kysely';
import type { Approval, Sight } from '../../contract/catalog.ts';
import type { Form } from '../../contract/forms.ts';
import type { Db } from '../platform/db.ts';
import './tables.ts';

/** Holds a team until the transaction ends: its services are named and put in order one after another. */
export const holdTeam = (tx: Db, team: string) =>
  sql`select from directory_team where id = ${team} for no key update`.execute(tx);

/** The bare row, held until the transaction ends. */
export const lockService = (tx: Db, id: string) =>
  tx.selectFrom('catalog_service').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export type ServiceFields = {
  name: string;
  description: string;
  sight: Sight;
  everyone: boolean;
  form_version: number;
  greeting_minutes: number | null;
  closing_minutes: number | null;
  greeting_standard: string;
  closing_standard: string;
  checklist: readonly string[];
  approval_mode: Approval['mode'] | null;
};

const written = ({ checklist, ...fields }: ServiceFields) => ({
  ...fields,
  checklist: JSON.stringify(checklist),
  folded_name: sql<string>`fold(${fields.name})`,
  folded: sql<string>`fold(${`${fields.name}\n${fields.description}`})`,
});

/** Adds it as the last one of its team. */
export const insertService = (tx: Db, id: string, team: string, fields: ServiceFields, now: Date) =>
  tx
    .insertInto('catalog_service')
    .values({
      id,
      team_id: team,
      ...written(fields),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from catalog_service where team_id = ${team})`,
      created_at: now,
      archived_at: null,
    })
    .execute();

/** Every change of a service, or of what belongs to it, counts its version up. */
export const saveService = (tx: Db, id: string, fields: ServiceFields) =>
  countUp(tx, id).set(written(fields)).execute();
export const setArchived = (tx: Db, id: string, at: Date | null) => countUp(tx, id).set({ archived_at: at }).execute();

const countUp = (tx: Db, id: string) =>
  tx
    .updateTable('catalog_service')
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id);

/** Whether another living service of the team has this name, however it is written. */
export async function isNameTaken(tx: Db, team: string, name: string, except: string | null): Promise<boolean> {
  const found = await sql`
    select from catalog_service where team_id = ${team} and folded_name = fold(${name}) and archived_at is null
      and id is distinct from ${except}::uuid`.execute(tx);
  return found.rows.length > 0;
}

export const addForm = (tx: Db, service: string, version: number, form: Form, now: Date) =>
  tx
    .insertInto('catalog_form')
    .values({ service_id: service, version, fields: JSON.stringify(form), made_at: now })
    .execute();

export async function replaceAskers(tx: Db, service: string, teams: readonly string[]): Promise<void> {
  await tx.deleteFrom('catalog_asker').where('service_id', '=', service).execute();
  await addAskers(tx, service, teams);
}

export async function addAskers(tx: Db, service: string, teams: readonly string[]): Promise<void> {
  if (teams.length === 0) return;
  const rows = teams.map((team) => ({ service_id: service, team_id: team }));
  await tx.insertInto('catalog_asker').values(rows).execute();
}

export async function replaceApprovers(tx: Db, service: string, people: ReadonlyArray<string | null>): Promise<void> {
  await tx.deleteFrom('catalog_approver').where('service_id', '=', service).execute();
  await addApprovers(tx, service, people);
}

export async function addApprovers(tx: Db, service: string, people: ReadonlyArray<string | null>): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person, position) => ({ service_id: service, position, person_id: person }));
  await tx.insertInto('catalog_approver').values(rows).execute();
}

export async function replaceNeeded(tx: Db, service: string, needed: readonly string[]): Promise<void> {
  await tx.deleteFrom('catalog_also').where('service_id', '=', service).execute();
  await addNeeded(tx, service, needed);
}

export async function addNeeded(tx: Db, service: string, needed: readonly string[]): Promise<void> {
  if (needed.length === 0) return;
  const rows = needed.map((id, position) => ({ service_id: service, needed_id: id, position }));
  await tx.insertInto('catalog_also').values(rows).execute();
}

export const saveOrder = (tx: Db, services: readonly string[]) =>
  sql`
    update catalog_service s set position = o.position
    from unnest(${[...services]}::uuid[]) with ordinality as o (id, position)
    where s.id = o.id and s.position <> o.position`.execute(tx);

export type UsualRow = { service: string; deliveries: number; minutes: number };

/** What was counted takes the place of what was known before; other services keep theirs. */
export async function saveUsual(tx: Db, rows: readonly UsualRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('catalog_usual')
    .values(rows.map(({ service, ...counted }) => ({ service_id: service, ...counted, counted_at: now })))
    .onConflict((known) =>
      known.column('service_id').doUpdateSet((row) => ({
        deliveries: row.ref('excluded.deliveries'),
        minutes: row.ref('excluded.minutes'),
        counted_at: row.ref('excluded.counted_at'),
      })),
    )
    .execute();
}
