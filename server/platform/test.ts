// For tests: the whole server on a PostgreSQL database of its own, with a clock that the test sets. Nothing here is a mock.
import { inject } from 'vitest';
import type { KyselyPlugin } from 'kysely';
import pg from 'pg';
import type { FastifyInstance } from 'fastify';
import { createApp, type App } from '../app.ts';
import type { Reach } from './outbound.ts';
import { newId, openDatabase, type Database, type Db } from './db.ts';
import type { PostgresForTests } from './postgres/for-tests.ts';

export type Said = { status: number; body: never; headers: Record<string, unknown>; text: string };

export type Browser = {
  cookie: string;
  call: (method: Method, url: string, body?: unknown, headers?: Record<string, string>) => Promise<Said>;
  get: (url: string, headers?: Record<string, string>) => Promise<Said>;
  post: (url: string, body?: unknown, headers?: Record<string, string>) => Promise<Said>;
};
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type TestApp = App & {
  db: Db;
  database: Database;
  /** Sets the clock; without an argument, tells it. */
  time: (at?: string) => Date;
  /** Something that holds a cookie: nobody until it signs in. */
  browser: () => Browser;
  /** How many statements were sent since the last time that somebody asked. */
  statements: () => number;
  close: () => Promise<void>;
};

export const origin = 'http://localhost:4600';

/** A database cloned from the migrated template; of the PostgreSQL of this test run, if no other is named. */
export async function createTestDatabase(
  postgres: PostgresForTests = inject('postgres'),
): Promise<Database & { drop: () => Promise<void> }> {
  const { host, port, user, template } = postgres;
  const name = `t_${newId().replaceAll('-', '')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ host, port, user, database: 'postgres' });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name} template ${template}`);
  const database = openDatabase({ host, port, user, database: name }, { size: 6 });
  return {
    ...database,
    drop: async () => {
      await database.close();
      // By force also the database's own cleaner would have to be ended, which only a superuser may; without, it makes room by itself.
      await admin(`drop database if exists ${name}`).catch(() => admin(`drop database if exists ${name} with (force)`));
    },
  };
}

/** The whole server at an instant that stands still until the test moves it. */
export async function createTestApp({
  at = '2026-11-24T08:00:00Z',
  limited = false,
  webhookAllow = [],
  reach,
  postgres,
}: {
  at?: string;
  limited?: boolean;
  webhookAllow?: string[];
  reach?: Reach;
  postgres?: PostgresForTests;
} = {}): Promise<TestApp> {
  const database = await createTestDatabase(postgres);
  const { db, statements } = counted(database.db);
  let now = new Date(at);
  const app = await createApp({
    ...database,
    db,
    config: { publicUrl: origin, webhookAllow },
    clock: () => now,
    limited,
    ...(reach ? { reach } : {}),
    web: '/nowhere',
  });
  const faults: Error[] = [];
  app.http.addHook('onError', async (_request, _reply, error) => void faults.push(error));
  await app.http.ready();
  return {
    ...app,
    db,
    database,
    statements,
    time: (to) => (to === undefined ? now : (now = new Date(to))),
    browser: () => browserOn(app.http, faults),
    close: async () => {
      await app.stop();
      await database.drop();
    },
  };
}

function counted(db: Db): { db: Db; statements: () => number } {
  let sent = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      sent += 1;
      return result;
    },
  };
  const statements = () => {
    const count = sent;
    sent = 0;
    return count;
  };
  return { db: db.withPlugin(counter), statements };
}

function browserOn(http: FastifyInstance, faults: Error[]): Browser {
  const jar = new Map<string, string>();
  const call: Browser['call'] = async (method, url, body, headers = {}) => {
    const answer = await http.inject({
      method,
      url,
      headers: {
        host: new URL(origin).host,
        origin,
        ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    // Behind a plain 500 a test would look for its reason in vain.
    const fault = faults.pop();
    if (fault && answer.statusCode === 500) throw fault;
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      body: (json ? answer.json() : null) as never,
      headers: answer.headers,
      text: answer.body,
    };
  };
  return {
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    call,
    get: (url, headers) => call('GET', url, undefined, headers),
    post: (url, body = {}, headers) => call('POST', url, body, headers),
  };
}
