// For tests: a company with three teams and the catalog alone, and the calls that its tests make.
import { expect } from 'vitest';
import { addTeam, enlist } from '../directory/directory.ts';
import { call, join, must, now, settle, surround, type Surroundings } from '../directory/for-tests.ts';
import { transact } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { catalogRoutes } from './routes.ts';

export type Person = { id: string; cookie: string };
export type Listed = {
  teams: { team: { id: string }; services: { id: string; name: string; can: string[] }[] }[];
  manages: object[];
};
export type Body = Record<string, unknown> & { id: string; name: string; version: number; fields: unknown };
export type Answer = { status: number; body: Body; headers: Record<string, unknown> };
export type Catalog = {
  here: Surroundings;
  /** Administers, and leads Machines. */
  boss: Person;
  /** Leads People. */
  esther: Person;
  /** Member of People. */
  mika: Person;
  /** In no team. */
  aino: Person;
  /** Leads the kitchen. */
  oleg: Person;
  hr: string;
  machines: string;
  kitchen: string;
};

export const who = (person: Person, teams: Who['teams'] = []): Who => ({
  id: person.id,
  session: '',
  administrator: false,
  language: 'en',
  zone: 'UTC',
  teams,
});

export async function openCatalog(): Promise<Catalog> {
  const here = await surround([catalogRoutes()]);
  const boss = await settle(here);
  const [esther, mika, aino, oleg] = [
    await join(here, 'Esther Leads'),
    await join(here, 'Mika Member'),
    await join(here, 'Aino Asks'),
    await join(here, 'Oleg Cooks'),
  ];
  const team = (name: string, lead: Person, more: Person[] = []) =>
    transact(here.db, async (tx) => {
      const { id } = must(await addTeam(tx, { name }, now));
      await enlist(tx, id, lead.id, true);
      for (const person of more) await enlist(tx, id, person.id, false);
      return id;
    });
  const teams = { hr: await team('People', esther, [mika]), machines: await team('Machines', boss) };
  return { here, boss, esther, mika, aino, oleg, ...teams, kitchen: await team('Kitchen', oleg) };
}

let named = 0;
export const newName = () => `Service ${(named += 1)}`;

/** The calls of the catalog, as whoever is named; services are of People and made by Esther unless told otherwise. */
export const callsOn = ({ here, esther, hr }: Catalog) => {
  const make = async (body: object = {}, as: Person = esther) =>
    (await call(here, 'POST /api/services', { as, body: { team: hr, name: newName(), ...body } })) as unknown as Answer;
  return {
    make,
    made: async (body: object = {}, as?: Person): Promise<Body> => {
      const answer = await make(body, as);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body;
    },
    get: async (id: string, as: Person) => (await call(here, `GET /api/services/${id}`, { as })) as unknown as Answer,
    list: async (as: Person, query = '') =>
      (await call(here, `GET /api/services${query}`, { as })).body as unknown as Listed,
    change: async (id: string, version: number, body: object, as: Person = esther) =>
      (await call(here, `PATCH /api/services/${id}`, { as, version, body })) as unknown as Answer,
    archive: (id: string) => call(here, `POST /api/services/${id}/archival`, { as: esther }),
    restore: (id: string) => call(here, `DELETE /api/services/${id}/archival`, { as: esther }),
  };
};

export const idsIn = ({ teams }: Listed) => teams.flatMap(({ services }) => services.map(({ id }) => id));
