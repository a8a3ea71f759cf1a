// The company that the load is written in: made through the interface like any other, and open day and night.
import type { Week } from '../contract/working-time.ts';
import { must, openClient, type Call } from './client.ts';

const password = 'a long enough password';
export const people = ['aino', 'eeva', 'mika', 'liisa'] as const;
export type Name = (typeof people)[number];

export type Company = {
  id: Record<Name, string>;
  cookie: Record<Name, string>;
  /** Mika and Liisa serve in it; Liisa leads it. */
  team: string;
  /** What was promised to each who serves, for later than anything they promise themselves. */
  below: Partial<Record<Name, string>>;
  /** Signs everybody in anew: a clock that jumps ends sessions. */
  signIn: () => Promise<void>;
};

const quarter = 91 * 86_400_000;
const day: Week[1] = [['00:00', '24:00']];
const always: Week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };

export async function makeCompany(base: () => URL): Promise<Company> {
  const client = openClient(base);
  const administrator = { name: 'Jussi Boss', email: 'jussi@example.com', password };
  const company = { name: 'Aurinko', country: 'FI', zone: 'UTC', language: 'en', administrator };
  const made = await client.send({ method: 'POST', path: '/api/company', body: company });
  if (made?.status !== 201) throw new Error(`No company: ${made?.text}`);
  const boss = made.cookie ?? '';
  const post = <T = { id: string }>(path: string, body?: unknown, more: Partial<Call> = {}) =>
    must<T>(client.send({ method: 'POST', path, body, cookie: boss, ...more }));

  const id = {} as Company['id'];
  for (const name of people) {
    const said = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const about = { name: `${said} Test`, email: `${name}@example.com`, zone: 'UTC', week: always };
    id[name] = (await post('/api/people', about)).id;
    const { url } = await post<{ url: string }>(`/api/people/${id[name]}/invitation`);
    await post(`/api/links/${url.split('/').at(-1)}/use`, { password });
  }
  // Whoever is forgotten is told of soon, and silence closes soon: time has work in every minute.
  const terms = { name: 'IT', zone: 'UTC', country: null, week: always, greetingMinutes: 1, closingMinutes: 1 };
  const team = (await post('/api/teams', terms)).id;
  for (const name of ['mika', 'liisa'] as const) {
    const path = `/api/teams/${team}/members/${id[name]}`;
    await must(client.send({ method: 'PUT', path, body: { lead: name === 'liisa' }, cookie: boss }));
  }

  const cookie = {} as Company['cookie'];
  const signIn = async () => {
    for (const name of people) {
      const body = { email: `${name}@example.com`, password };
      cookie[name] = (await client.send({ method: 'POST', path: '/api/session', body }))?.cookie ?? '';
    }
  };
  await signIn();
  const below: Company['below'] = {};
  const due = new Date(Date.now() + quarter).toISOString();
  for (const name of ['mika', 'liisa'] as const) {
    const body = { to: id[name], deliverable: 'What others wait for', due };
    below[name] = (await post('/api/promises', body, { cookie: cookie.eeva })).id;
  }
  return { id, cookie, team, below, signIn };
}
