// The stage of a measurement: a database with a company in it, and the real process before it. `folder` is filled once and used again.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { createAuth, secretOf } from '../server/auth/auth.ts';
import { addPerson, addTeam, createCompany, enlist } from '../server/directory/directory.ts';
import { lean } from '../run/node.mjs';
import { openDatabase, transact, type Database } from '../server/platform/db.ts';
import { migrate } from '../server/platform/migrate.ts';
import { isRefused, type Outcome } from '../server/platform/outcome.ts';
import { tallyEnded } from '../server/trust/trust.ts';
import { startPostgres, type Connection } from '../server/platform/postgres/postgres.ts';
import { fill, membersOfTeam, teams } from './fill.ts';
import { fire } from './load.ts';
import { parentOf } from './processes.ts';

export type Stage = Database & {
  connection: Connection;
  /** The process over all of PostgreSQL's. */
  postmaster: number;
  close: () => Promise<void>;
};

const must = <T>(outcome: Outcome<T>): Exclude<T, { refused: unknown }> => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome as Exclude<T, { refused: unknown }>;
};

/** Starts PostgreSQL on `folder`, or on one that goes away at the end, with `count` requests in it. */
export async function openStage(
  count: number,
  folder: string | undefined,
  say: (sentence: string) => void,
): Promise<Stage> {
  const data = folder ?? mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'goodturn-bench-'));
  const postgres = await startPostgres({ data });
  const database = openDatabase(postgres.connection, { statementTimeout: 3_600_000 });
  await migrate(database.pool);
  const there = await database.pool.query('select from directory_company');
  if (there.rowCount === 0) {
    const began = performance.now();
    await found(database);
    await fill(database.pool, count, say);
    await tallyEnded(database.db, null, Infinity);
    await database.pool.query('vacuum (analyze) promises_promise, trust_tally, trust_share, trust_reason');
    say(`${count} requests, written in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const backend = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    ...database,
    connection: postgres.connection,
    postmaster: parentOf(backend.rows[0]?.pid ?? 0),
    close: async () => {
      await database.close();
      await postgres.stop();
      if (!folder) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A company with its teams and their members, through the front doors; everybody else comes with the filling. */
const found = ({ db }: Database) =>
  transact(db, async (tx) => {
    const now = new Date();
    const administrator = { name: 'Boss', email: 'boss@example.com' };
    must(await createCompany(tx, { name: 'Bench', language: 'en', zone: 'UTC', country: 'FI', administrator }, now));
    for (let no = 0; no < teams; no += 1) {
      const team = must(await addTeam(tx, { name: `Team ${no}` }, now)).id;
      for (let member = 0; member < membersOfTeam; member += 1) {
        const email = `member${no}-${member}@example.com`;
        const person = must(await addPerson(tx, { name: `Member ${no} ${member}`, email }, now)).id;
        must(await enlist(tx, team, person, member === 0));
      }
    }
  });

/** Sessions of people, as cookies. */
export async function cookiesOf({ db, pool }: Database, people: readonly string[]): Promise<string[]> {
  const auth = createAuth({ pool, baseUrl: 'http://127.0.0.1', secret: await secretOf(db), clock: () => new Date() });
  const cookies: string[] = [];
  for (const person of people) cookies.push((await auth.signInAs(db, person, new Date()))?.cookie.split(';')[0] ?? '');
  return cookies;
}

/** The members of the first team, its newest requests, and the last team. */
export async function cast(pool: pg.Pool) {
  const all = await pool.query<{ id: string }>('select id from directory_team order by id');
  const [team = '', elsewhere = ''] = [all.rows[0]?.id, all.rows.at(-1)?.id];
  const ids = async (text: string) => (await pool.query<{ id: string }>(text, [team])).rows.map(({ id }) => id);
  return {
    team,
    elsewhere,
    members: await ids('select person_id as id from directory_membership where team_id = $1 order by person_id'),
    requests: await ids('select id from requests_request where team_id = $1 order by number desc limit 2000'),
  };
}

export type Served = { base: URL; pid: number; seconds: number; stop: () => Promise<void> };

/** Starts the real process and waits for its first answer. `seconds` is how long that took. */
export async function serve({ connection }: Pick<Stage, 'connection'>, node: readonly string[] = []): Promise<Served> {
  const port = await freePort();
  const { host, port: socket, user, database } = connection;
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...lean, ...node, join(import.meta.dirname, '../server/main.ts'), '--port', String(port), '--only', 'web'],
    {
      env: {
        ...process.env,
        DATABASE_URL: `postgres://${user}@localhost:${socket}/${database}?host=${encodeURIComponent(host)}`,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const base = new URL(`http://127.0.0.1:${port}`);
  for (;;) {
    const ready = await fire(base, { method: 'GET', path: '/readyz' }, {}).catch(() => null);
    if (ready?.status === 200) break;
    if (child.exitCode !== null) throw new Error('The server ended before it was ready.');
    await new Promise((done) => setTimeout(done, 10));
  }
  const seconds = (performance.now() - began) / 1000;
  return { base, pid: child.pid ?? 0, seconds, stop: () => ended(child) };
}

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
