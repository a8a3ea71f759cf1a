// A company on its own database, served with the directory alone or with more: what the tests of this folder stand on.
import type { FastifyInstance } from 'fastify';
import type { KyselyPlugin } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { createAuth, secretOf, type Auth } from '../auth/auth.ts';
import { newId, openDatabase, transact, type Db } from '../platform/db.ts';
import { register, type Served } from '../platform/http.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { createSecrets } from '../platform/secrets.ts';
import { createServer } from '../platform/server.ts';
import { addPerson, createCompany, principalOf } from './directory.ts';
import { directoryRoutes } from './routes.ts';

export const now = new Date('2026-11-24T10:00:00Z');
export const origin = 'http://localhost:4600';
export const hotel = {
  name: 'Aurinko',
  language: 'en',
  zone: 'Europe/Helsinki',
  country: 'FI',
  administrator: { name: 'Jussi Boss', email: 'jussi@example.com' },
} as const;

export type Surroundings = {
  db: Db;
  auth: Auth;
  http: FastifyInstance;
  clock: { now: Date };
  /** What was thrown on the way to an answer. */
  faults: Error[];
  /** How many statements were sent since the last time that somebody asked. */
  statements: () => number;
  close: () => Promise<void>;
};

export async function surround(more: readonly Served[] = []): Promise<Surroundings> {
  const { template, ...server } = inject('postgres');
  const name = `directory_${newId().replaceAll('-', '')}`;
  const maker = new pg.Client({ ...server, database: 'postgres' });
  await maker.connect();
  await maker.query(`create database ${name} template ${template}`);
  await maker.end();
  const database = openDatabase({ ...server, database: name });
  let sent = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      sent += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const db = database.db.withPlugin(counter);
  const clock = { now };
  const auth = createAuth({
    pool: database.pool,
    baseUrl: origin,
    secret: await secretOf(db),
    clock: () => clock.now,
    limited: false,
  });
  const http = await createServer({ web: '/nowhere', secure: false, log: false });
  register(
    http,
    {
      db,
      clock: () => clock.now,
      origins: [],
      principal: (connection, request, at) => principalOf(connection, auth, request, at),
    },
    [
      directoryRoutes({
        auth,
        publicUrl: origin,
        secrets: createSecrets('of a test'),
        mailReady: async () => false,
        news: () => '0-0',
      }),
      ...more,
    ],
  );
  const faults: Error[] = [];
  http.addHook('onError', async (_request, _reply, error) => void faults.push(error));
  const statements = () => {
    const count = sent;
    sent = 0;
    return count;
  };
  const close = async () => {
    await http.close();
    await database.close();
  };
  return { db, auth, http, clock, faults, statements, close };
}

/** The value of an outcome that must not be a refusal. */
export function must<T>(outcome: Outcome<T>): T {
  if (isRefused(outcome)) throw new Error(`${outcome.refused} ${outcome.field ?? ''}`);
  return outcome;
}

/** The company with its administrator: the cookie of their session, and their id. */
export async function settle(here: Surroundings, input: Partial<Parameters<typeof createCompany>[1]> = {}) {
  const made = await transact(here.db, (tx) => createCompany(tx, { ...hotel, ...input }, now));
  const id = must(made).administrator;
  return { id, cookie: await enter(here, id) };
}

let people = 0;
/** Another person, and the cookie of their session. */
export async function join(here: Surroundings, name: string, more: Partial<Parameters<typeof addPerson>[1]> = {}) {
  people += 1;
  const email = `${name.replaceAll(/\W/g, '').toLowerCase()}${people}@example.com`;
  const { id } = must(await transact(here.db, (tx) => addPerson(tx, { name, email, ...more }, now)));
  return { id, email, cookie: await enter(here, id) };
}

async function enter(here: Surroundings, id: string): Promise<string> {
  const made = await here.auth.signInAs(here.db, id, here.clock.now);
  if (!made) throw new Error('no session was made');
  return made.cookie.split(';')[0] ?? '';
}

/** The parts of answers that tests take further; the rest they compare as a whole. */
type Body = {
  items: Array<{ id: string; name: string; kind: string; title: string; can: string[] }>;
  next: string | null;
  version: number;
  name: string;
  can: string[];
  url: string;
  photo: string;
  fields: unknown;
};
export type Said = { status: number; body: Body; text: string; headers: Record<string, unknown> };
type Sent = {
  body?: object | string | Buffer;
  as?: { cookie: string } | null;
  headers?: Record<string, string>;
  version?: number;
};

/** Calls the server: `as` holds the cookie, `version` becomes If-Match. Parsed answers are read as what the test expects of them. */
export async function call(
  here: Surroundings,
  line: string,
  { body, as, headers = {}, version }: Sent = {},
): Promise<Said> {
  const [method = '', url = ''] = line.split(' ');
  const answer = await here.http.inject({
    method: method as 'GET',
    url,
    headers: {
      host: new URL(origin).host,
      ...(as ? { cookie: as.cookie } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  const fault = here.faults.pop();
  if (fault && answer.statusCode >= 500) throw fault;
  const json = String(answer.headers['content-type'] ?? '').includes('json');
  return {
    status: answer.statusCode,
    body: (json ? answer.json<unknown>() : {}) as Body,
    text: answer.body,
    headers: answer.headers,
  };
}
