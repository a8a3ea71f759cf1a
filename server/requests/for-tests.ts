// A small company with two teams on the whole server, people signed in to it, and requests brought to where a test starts.
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Request } from '../../contract/requests.ts';
import { addPerson, addTeam, createCompany, enlist } from '../directory/directory.ts';
import { createAuth, secretOf } from '../auth/auth.ts';
import { transact, type Db } from '../platform/db.ts';
import type { Reach } from '../platform/outbound.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { createTestApp, origin, type Browser, type Said, type TestApp } from '../platform/test.ts';
import { usualWeek } from '../../contract/working-time.ts';

export type Person = Browser & { id: string; name: string };
export type Hotel = TestApp & {
  it: string;
  kitchen: string;
  /** Front desk; asks. */
  aino: Person;
  /** IT; serves. */
  mika: Person;
  /** Leads IT. */
  liisa: Person;
  /** Kitchen; has nothing to do with it. */
  oleg: Person;
  /** Front desk, too; in no team. */
  eeva: Person;
  /** Administers; has nothing to do with it either. */
  jussi: Person;
};

export const must = <T>(outcome: Outcome<T>): Exclude<T, { refused: unknown }> => {
  if (isRefused(outcome)) throw new Error(`refused: ${outcome.refused} ${outcome.field ?? ''}`);
  return outcome as Exclude<T, { refused: unknown }>;
};

/** A hotel in Helsinki on Tuesday 24 November 2026, 10:00 there. */
export async function openHotel(
  settings: { webhookAllow?: string[]; reach?: Reach; limited?: boolean } = {},
): Promise<Hotel> {
  const app = await createTestApp(settings);
  const { db, database } = app;
  const now = app.time();
  const auth = createAuth({
    pool: database.pool,
    baseUrl: origin,
    secret: await secretOf(db),
    clock: () => now,
    limited: false,
  });
  const people: Record<string, Person> = {};
  const signIn = async (key: string, id: string, name: string) => {
    const made = await auth.signInAs(db, id, now);
    const cookie = made?.cookie.split(';')[0] ?? '';
    const browser = app.browser();
    const call: Browser['call'] = (method, url, body, headers) =>
      browser.call(method, url, body, { cookie, ...headers });
    people[key] = {
      id,
      name,
      cookie,
      call,
      get: (url, headers) => call('GET', url, undefined, headers),
      post: (url, body = {}, headers) => call('POST', url, body, headers),
    };
  };
  const teams = await transact(db, async (tx) => {
    const boss = { name: 'Jussi Boss', email: 'jussi@example.com' };
    const company = {
      name: 'Aurinko',
      language: 'en',
      zone: 'Europe/Helsinki',
      country: 'FI',
      administrator: boss,
    } as const;
    const { administrator } = must(await createCompany(tx, company, now));
    const ids: Record<string, string> = { jussi: administrator };
    for (const name of ['Aino Virtanen', 'Mika Korhonen', 'Liisa Laine', 'Oleg Petrov', 'Eeva Salo']) {
      const key = name.split(' ')[0]?.toLowerCase() ?? '';
      ids[key] = must(await addPerson(tx, { name, email: `${key}@example.com` }, now)).id;
    }
    const team = async (name: string, members: readonly string[], lead: string) => {
      const id = must(await addTeam(tx, { name, zone: 'Europe/Helsinki', country: 'FI', week: usualWeek }, now)).id;
      for (const member of members) must(await enlist(tx, id, ids[member] ?? '', member === lead));
      return id;
    };
    const it = await team('IT', ['mika', 'liisa'], 'liisa');
    const kitchen = await team('Kitchen', ['oleg'], 'oleg');
    return { it, kitchen, ids };
  });
  for (const [key, id] of Object.entries(teams.ids)) await signIn(key, id, key);
  // Tests go months ahead; nobody is to sign in again on the way.
  await sql`update auth_session set expires_at = expires_at + interval '1 year'`.execute(db);
  return { ...app, ...teams, ...(people as Pick<Hotel, 'aino' | 'mika' | 'liisa' | 'oleg' | 'eeva' | 'jussi'>) };
}

export const at = (request: { id: string }, path = '') => `/api/requests/${request.id}${path && `/${path}`}`;

/** The request in an answer that must be one. */
export function seen(said: Said): Request {
  if (said.status >= 300) throw new Error(`${said.status} ${said.text}`);
  return said.body;
}

/** Requests as far as a test needs them: asked by Aino of IT, served by Mika, due today at 16:00 in Helsinki. */
export const stories = (hotel: Hotel) => {
  const ask = async (more: object = {}, by = hotel.aino) =>
    seen(await by.post('/api/requests', { title: 'The projector shows only green', team: hotel.it, ...more }));
  const due = '2026-11-24T14:00:00Z';
  const countered = async (more: object = {}) => {
    const request = await ask();
    const offer = { deliverable: 'A lamp', due, reason: 'We have no projector', ...more };
    return seen(await hotel.mika.post(at(request, 'counter-offer'), offer));
  };
  const promised = async (more: object = {}, asked: object = {}) => {
    const request = await ask(asked);
    return seen(await hotel.mika.post(at(request, 'promise'), { deliverable: 'A working projector', due, ...more }));
  };
  const delivered = async () =>
    seen(await hotel.mika.post(at(await promised(), 'delivery'), { done: 'Changed the cable' }));
  const proposed = async (more: object = {}) => {
    const offer = { due: '2026-11-25T10:00:00Z', reason: 'The cable comes tomorrow', ...more };
    return seen(await hotel.mika.post(at(await promised(), 'renegotiation'), offer));
  };
  const closed = async () => seen(await hotel.aino.post(at(await delivered(), 'acceptance'), { thanks: 'Thank you!' }));
  return { ask, countered, promised, proposed, delivered, closed };
};

/** A print of everything that is stored but sessions: equal prints, nothing changed. */
export async function contents(db: Db): Promise<string> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'goodturn' and tablename !~ '^auth_' order by 1`.execute(
    db,
  );
  const prints = tables.rows.map(
    ({ name }) => sql`select md5(string_agg(t::text, '|' order by t::text)) from ${sql.table(name)} t`,
  );
  const found = await sql<{
    print: string;
  }>`select md5(array_to_string(array[${sql.join(prints.map((print) => sql`(${print})`))}], '|')) as print`.execute(db);
  return found.rows[0]?.print ?? '';
}

/** Expects a refusal with this code, a sentence for it, and that nothing at all has changed. */
export async function refuses(hotel: Hotel, call: () => Promise<Said>, status: number, code: string, field?: string) {
  const before = await contents(hotel.db);
  const said = await call();
  const problem: { code: string; detail: string; fields?: { path: string; code: string }[] } = said.body;
  expect({ status: said.status, code: problem?.code }).toEqual({ status, code });
  expect(problem.detail).toMatch(/\S \S/);
  expect(problem.fields?.map(({ path }) => path)).toEqual(field === undefined ? undefined : [field]);
  expect(await contents(hotel.db)).toBe(before);
}

/** What a person was told in notices about a request, the newest first. */
export async function toldOf(person: Person, request: { id: string }): Promise<string[]> {
  const said = await person.get('/api/notices');
  const { items }: { items: { kind: string; subjectId: string }[] } = said.body;
  return items.filter(({ subjectId }) => subjectId === request.id).map(({ kind }) => kind);
}

/** What stands in the conversation, as `person` reads it: kinds of words, names of what happened. */
export async function storyOf(person: Person, request: { id: string }): Promise<string[]> {
  const said = await person.get(at(request, 'messages'));
  const { items }: { items: { kind: string; what?: string }[] } = said.body;
  return items.map(({ kind, what }) => what ?? kind);
}
