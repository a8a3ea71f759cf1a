// A small company with two teams on the whole server, and people signed in to it: what the tests of requests stand on.
import { addPerson, addTeam, createCompany, enlist } from '../directory/directory.ts';
import { createAuth, secretOf } from '../auth/auth.ts';
import { transact } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { createTestApp, origin, type Browser, type TestApp } from '../platform/test.ts';
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
  /** Administers; has nothing to do with it either. */
  jussi: Person;
};

export const must = <T>(outcome: Outcome<T>): Exclude<T, { refused: unknown }> => {
  if (isRefused(outcome)) throw new Error(`refused: ${outcome.refused} ${outcome.field ?? ''}`);
  return outcome as Exclude<T, { refused: unknown }>;
};

/** A hotel in Helsinki on Tuesday 24 November 2026, 10:00 there. */
export async function openHotel(): Promise<Hotel> {
  const app = await createTestApp();
  const { db, database } = app;
  const now = app.time();
  const auth = createAuth({ pool: database.pool, baseUrl: origin, secret: await secretOf(db), clock: () => now, limited: false });
  const people: Record<string, Person> = {};
  const signIn = async (key: string, id: string, name: string) => {
    const made = await auth.signInAs(db, id, now);
    const cookie = made?.cookie.split(';')[0] ?? '';
    const browser = app.browser();
    const call: Browser['call'] = (method, url, body, headers) => browser.call(method, url, body, { cookie, ...headers });
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
    const company = { name: 'Aurinko', language: 'en', zone: 'Europe/Helsinki', country: 'FI', administrator: boss } as const;
    const { administrator } = must(await createCompany(tx, company, now));
    const ids: Record<string, string> = { jussi: administrator };
    for (const name of ['Aino Virtanen', 'Mika Korhonen', 'Liisa Laine', 'Oleg Petrov']) {
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
  return { ...app, ...teams, ...(people as Pick<Hotel, 'aino' | 'mika' | 'liisa' | 'oleg' | 'jussi'>) };
}
