// A server with auth alone, on its own database: what the tests of this folder stand on.
import pg from 'pg';
import { inject } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { openDatabase, newId, type Database, type Db } from '../platform/db.ts';
import { register } from '../platform/http.ts';
import { isRefused } from '../platform/outcome.ts';
import { createServer } from '../platform/server.ts';
import { acceptLink, addAccount, createAuth, makeLink, secretOf, type Auth } from './auth.ts';
import { authRoutes } from './routes.ts';

export const origin = 'http://localhost:4600';
export const password = 'correct horse battery';

export type Surroundings = {
  database: Database;
  db: Db;
  secret: string;
  http: FastifyInstance;
  auth: Auth;
  /** Time, as everybody here sees it; better-auth's own checks of an existing session use the real one. */
  clock: { now: Date };
  close: () => Promise<void>;
};

export async function surround({ limited = false } = {}): Promise<Surroundings> {
  const { template, ...server } = inject('postgres');
  const name = `auth_${newId().replaceAll('-', '')}`;
  const maker = new pg.Client({ ...server, database: 'postgres' });
  await maker.connect();
  await maker.query(`create database ${name} template ${template}`);
  await maker.end();
  const database = openDatabase({ ...server, database: name });
  const { db, pool } = database;
  const clock = { now: new Date() };
  const secret = await secretOf(db);
  const auth = createAuth({ pool, baseUrl: origin, secret, clock: () => clock.now, limited });
  const http = await createServer({ web: '/nowhere', secure: false, log: false });
  register(
    http,
    {
      db,
      clock: () => clock.now,
      origins: [],
      principal: async (connection, request, now) => {
        const session = await auth.sessionOf(connection, request.headers.cookie, now);
        const { account, session: id } = session ?? {};
        return account && id
          ? { id: account, session: id, administrator: false, language: 'en', zone: 'Europe/Helsinki', teams: [] }
          : null;
      },
    },
    [authRoutes(auth)],
  );
  const close = async () => {
    await http.close();
    await database.close();
  };
  return { database, db, secret, http, auth, clock, close };
}

/** An account with a password, as an accepted invitation leaves it. */
export async function addAino(
  db: Db,
  now: Date,
  email = `aino.${newId()}@example.com`,
): Promise<{ id: string; email: string }> {
  const id = newId();
  const added = await addAccount(db, { id, name: 'Aino Virtanen', email }, now);
  if (isRefused(added)) throw new Error(added.refused);
  const token = await makeLink(db, { account: id, purpose: 'invite', now });
  await acceptLink(db, token, { password }, now);
  return { id, email };
}

export type Said = {
  status: number;
  body: Record<string, unknown>;
  cookie: string;
  lines: string[];
  headers: Record<string, unknown>;
};

/** Calls the server as a browser would; `cookie` is what it holds. */
export async function call(
  http: FastifyInstance,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  {
    body,
    cookie,
    headers = {},
    from,
  }: { body?: object; cookie?: string; headers?: Record<string, string>; from?: string } = {},
): Promise<Said> {
  const answer = await http.inject({
    method,
    url,
    headers: { host: new URL(origin).host, origin, ...(cookie ? { cookie } : {}), ...headers },
    ...(from ? { remoteAddress: from } : {}),
    ...(body ? { payload: body } : {}),
  });
  const lines = [answer.headers['set-cookie'] ?? []].flat();
  return {
    status: answer.statusCode,
    body: answer.body ? answer.json<Record<string, unknown>>() : {},
    cookie: lines.map((line) => line.split(';')[0]).join('; '),
    lines,
    headers: answer.headers,
  };
}

export const signIn = (http: FastifyInstance, email: string, given = password) =>
  call(http, 'POST', '/api/session', { body: { email, password: given } });
