// For tests of the whole: a company with every kind of person that may knock on the server, each signed in. Nothing here is a mock.
import { sql } from 'kysely';
import { usualWeek } from '../../contract/working-time.ts';
import { createAuth, secretOf, setPassword } from '../auth/auth.ts';
import { addPerson, addTeam, createCompany, enlist } from '../directory/directory.ts';
import { transact } from '../platform/db.ts';
import type { Reach } from '../platform/outbound.ts';
import type { PostgresForTests } from '../platform/postgres/for-tests.ts';
import { createTestApp, origin, type TestApp } from '../platform/test.ts';
import { must } from '../requests/for-tests.ts';
import { filesInZip } from './zip.ts';

/** Everybody but `nobody` and `ended` is a person of their own. */
export const people = [
  'requester',
  'asker',
  'participant',
  'provider',
  'member',
  'lead',
  'named',
  'otherMember',
  'otherLead',
  'administrator',
  'gone',
  'insider',
  'helper',
  'newcomer',
  'second',
] as const;
/** Those whom only the matrix knows: see matrix-kinds.ts. */
const besides = [
  // Manages most of the others, in no team with them.
  'boss',
  // Asked for a yes while away, and who stands in.
  'approver',
  'deputy',
  // Read along once.
  'removed',
  // Made promises for a team and left it: see states.ts.
  'leaver',
  // Alone in a team whose requests are private.
  'hr',
] as const;
export type Someone = (typeof people)[number] | (typeof besides)[number];
const everybody: readonly Someone[] = [...people, ...besides];
export type Caller = Someone | 'nobody' | 'ended';

export const password = 'correct horse battery';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Heard = { status: number; text: string; headers: Record<string, unknown>; body: Record<string, never> };
export type Spoken = { body?: unknown; headers?: Record<string, string> };

export type Cast = TestApp & {
  id: Record<Someone, string>;
  /** The Cookie header of each caller; those of `gone` and `ended` open nothing any more. */
  cookie: Record<Caller, string>;
  it: string;
  kitchen: string;
  hrTeam: string;
  /** Gives somebody one more session; its Cookie header. */
  enter: (who: Someone) => Promise<string>;
  /** One call as somebody, by the cookie that they hold. */
  as: (who: Caller, method: Method, url: string, spoken?: Spoken) => Promise<Heard>;
};

const teams = {
  it: ['provider', 'member', 'lead', 'gone', 'insider', 'helper'],
  kitchen: ['otherMember', 'otherLead'],
  hr: ['hr'],
} as const;
const managed: readonly Someone[] = ['requester', 'asker', 'participant', 'provider', 'lead', 'named', 'insider', 'hr'];

type Around = {
  /** How push services are reached. */
  reach?: Reach;
  /** Addresses that webhooks may go to though they are inside. */
  webhookAllow?: string[];
  /** Where the database is, outside of a test run. */
  postgres?: PostgresForTests;
};

/** The company, its people and two teams; `at` is when. */
export async function openCast(at?: string, around: Around = {}): Promise<Cast> {
  const app = await createTestApp({ at: at ?? new Date().toISOString(), ...around });
  const { db, database } = app;
  const now = app.time();
  const auth = createAuth({
    pool: database.pool,
    baseUrl: origin,
    secret: await secretOf(db),
    clock: app.time,
    limited: false,
  });
  const id = {} as Cast['id'];
  const made = await transact(db, async (tx) => {
    const boss = { name: 'Administrator', email: 'administrator@example.com' };
    const company = {
      name: 'Aurinko',
      language: 'en',
      zone: 'Europe/Helsinki',
      country: 'FI',
      administrator: boss,
    } as const;
    id.administrator = must(await createCompany(tx, company, now)).administrator;
    for (const who of everybody.filter((each) => each !== 'administrator')) {
      const name = who[0]!.toUpperCase() + who.slice(1);
      id[who] = must(await addPerson(tx, { name, email: `${who.toLowerCase()}@example.com` }, now)).id;
    }
    const team = async (name: string, members: readonly Someone[], lead: Someone) => {
      const made_ = must(await addTeam(tx, { name, zone: 'Europe/Helsinki', country: 'FI', week: usualWeek }, now)).id;
      for (const who of members) must(await enlist(tx, made_, id[who], who === lead));
      return made_;
    };
    await setPassword(tx, id.administrator, password, now);
    await sql`update directory_person set manager_id = ${id.boss} where id = any(${managed.map((who) => id[who])}::uuid[])`.execute(
      tx,
    );
    return {
      it: await team('IT', teams.it, 'lead'),
      kitchen: await team('Kitchen', teams.kitchen, 'otherLead'),
      hrTeam: await team('HR', teams.hr, 'hr'),
    };
  });
  // Hashing one password takes longer than everything else here.
  await sql`
    insert into auth_account (id, user_id, provider_id, account_id, password)
    select u.id || '-a', u.id, a.provider_id, u.id, a.password from auth_user u, auth_account a
    where u.id <> a.user_id and u.id <> ${id.newcomer}`.execute(db);

  const enter = async (who: Someone) => (await auth.signInAs(db, id[who], now))?.cookie.split(';')[0] ?? '';
  const cookie = { nobody: '' } as Cast['cookie'];
  for (const who of everybody) cookie[who] = await enter(who);
  cookie.ended = await enter('member');

  const as: Cast['as'] = async (who, method, url, { body, headers } = {}) => {
    const answer = await app.http.inject({
      method,
      url,
      headers: { host: new URL(origin).host, origin, ...(cookie[who] ? { cookie: cookie[who] } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      text: textOf(answer.rawPayload, String(answer.headers['content-type'])),
      headers: answer.headers,
      body: json ? answer.json<Record<string, never>>() : {},
    };
  };
  const cast: Cast = { ...app, id, cookie, ...made, enter, as };
  await letGo(cast);
  return cast;
}

/** What somebody can read in it, whatever it was packed in. */
const textOf = (bytes: Buffer, type: string) =>
  type.includes('spreadsheetml') ? [...filesInZip(bytes).values()].join('\n') : bytes.toString();

/** One person leaves the company, and one session ends: their cookies stay as they were. */
async function letGo({ as, id, cookie }: Cast) {
  const left = await as('administrator', 'POST', `/api/people/${id.gone}/deactivation`, { body: {} });
  const sessions = await as('ended', 'GET', '/api/sessions');
  const current = (sessions.body as { items?: { id: string; current: boolean }[] }).items?.find((each) => each.current);
  const kept = cookie.ended;
  const ended = await as('ended', 'DELETE', `/api/sessions/${current?.id}`);
  cookie.ended = kept;
  if (left.status !== 200 || ended.status !== 204) throw new Error(`${left.text} ${ended.text}`);
}
