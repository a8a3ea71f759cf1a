// A backup is everything as of one instant, though people go on working; a restored copy is the same, byte by byte, and silent.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { endAllAccess, setPassword } from '../auth/auth.ts';
import { createApp } from '../app.ts';
import { backUp } from '../platform/backup/backup.ts';
import { writeBackup } from '../platform/backup/file.ts';
import { lookAt, occupantOf, restore } from '../platform/backup/restore.ts';
import { refuseUnfinished } from '../platform/backup/unfinished.ts';
import { newId, openDatabase, transact, type Connection, type Db } from '../platform/db.ts';
import { orderJob } from '../platform/jobs.ts';
import { holdBack, isQuiet } from '../platform/quiet.ts';
import { origin } from '../platform/test.ts';
import { openHotel, stories, type Hotel } from '../requests/for-tests.ts';

const { host, port, user } = inject('postgres');
const folder = mkdtempSync(join(tmpdir(), 'goodturn-backup-'));
const now = new Date('2026-11-24T09:00:00Z');
const password = 'correct horse battery';
const made: string[] = [];
const fileOf = (name: string) => join(folder, `${name}.gt`);
const settle = async (tx: Db) => {
  await endAllAccess(tx);
  await holdBack(tx, now);
};

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A database with nothing in it. */
async function emptyPlace(): Promise<Connection & { database: string }> {
  const database = `b_${newId().replaceAll('-', '')}`;
  await admin(`create database ${database} template template0`);
  made.push(database);
  return { host, port, user, database };
}

async function within<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Each table with its rows as one hash, whatever their order. */
const contentOf = (connection: Connection): Promise<Record<string, string>> =>
  within(connection, async (client) => {
    await client.query(`set timezone = 'UTC'`);
    const tables = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'goodturn' and tablename not in ('platform_migration', 'platform_change') order by 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const hash = await client.query<{ said: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as said from goodturn.${name} t`,
      );
      found[name] = hash.rows[0]?.said ?? '';
    }
    return found;
  });

let hotel: Hotel;
let source: Connection & { database: string };
const ask = (title: string) => hotel.aino.post('/api/requests', { title, team: hotel.it });
beforeAll(async () => {
  hotel = await openHotel();
  const { rows } = await hotel.database.pool.query<{ name: string }>('select current_database() as name');
  source = { host, port, user, database: rows[0]?.name ?? '' };
  await stories(hotel).closed();
  const odd = 'Ääkköset, ёлка 🎄, a tab\tand a line\nbreak, \\. and "quotes"';
  await hotel.aino.post('/api/requests', { title: 'Odd letters', details: `${odd}\n\\.\n${odd}`, team: hotel.it });
  await hotel.eeva.post('/api/requests', { title: 'A chair', team: hotel.it });
  await transact(hotel.db, async (tx) => {
    await orderJob(tx, 'sample');
    await setPassword(tx, hotel.eeva.id, password, now);
  });
}, 60_000);
afterAll(async () => {
  await hotel.close();
  for (const database of made)
    await admin(`drop database if exists ${database}`).catch(() =>
      admin(`drop database if exists ${database} with (force)`),
    );
  rmSync(folder, { recursive: true, force: true });
});

const backUpTo = (name: string) => backUp(source, fileOf(name), now);
const restoreIn = async (place: Connection, name: string) =>
  restore(place, fileOf(name), await lookAt(fileOf(name)), settle);

describe('a restored copy', () => {
  let place: Connection & { database: string };
  beforeAll(async () => {
    await backUpTo('calm');
    place = await emptyPlace();
    await restore(place, fileOf('calm'), await lookAt(fileOf('calm')), async () => {});
  }, 60_000);

  it('has every row of every table, and the jobs that were waiting', async () => {
    const [there, here] = [await contentOf(source), await contentOf(place)];
    expect(Object.keys(there).length).toBeGreaterThan(20);
    expect(here).toEqual(there);
    const jobs = (connection: Connection) =>
      within(connection, (client) => client.query('select task_identifier, key from graphile_worker.jobs')).then(
        ({ rows }) => rows as unknown,
      );
    expect(await jobs(place)).toEqual([{ task_identifier: 'sample', key: 'sample' }]);
  });

  it('keeps its history append-only and its references whole', async () => {
    const told = await within(place, (client) =>
      client.query<{ may: boolean; loose: number }>(
        `select has_table_privilege('goodturn.requests_event', 'update') as may,
          (select count(*) from pg_constraint where connamespace = 'goodturn'::regnamespace and not convalidated) as loose`,
      ),
    );
    expect(told.rows).toEqual([{ may: false, loose: 0 }]);
  });
});

it('is a copy on which people sign in anew, by password, and from which nothing is sent', async () => {
  await backUpTo('again');
  const place = await emptyPlace();
  await restoreIn(place, 'again');
  const database = openDatabase(place, { size: 4 });
  const app = await createApp({
    ...database,
    config: { publicUrl: origin },
    clock: () => now,
    limited: false,
    web: '/nowhere',
  });
  try {
    expect(await isQuiet(database.db)).toBe(true);
    const old = await app.http.inject({ url: '/api/company', headers: { cookie: hotel.aino.cookie } });
    expect(old.statusCode).toBe(401);
    const { rows } = await database.pool.query<{ held: number }>('select count(*) as held from auth_session');
    expect(rows[0]?.held).toBe(0);
    const entered = await app.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { origin },
      payload: { email: 'eeva@example.com', password },
    });
    expect(entered.statusCode).toBe(200);
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const mine = await app.http.inject({ url: '/api/requests', headers: { cookie } });
    expect(mine.json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  } finally {
    await app.stop();
    await database.close();
  }
});

it('is of one instant, while people go on asking', async () => {
  const acknowledged: string[] = [];
  let writing = true;
  const writers = Array.from({ length: 3 }, async (_, writer) => {
    for (let at = 0; writing; at += 1) {
      const title = `Ask ${writer}-${at}`;
      if ((await ask(title)).status === 201) acknowledged.push(title);
    }
  });
  while (acknowledged.length < 20) await pause(5);
  const before = [...acknowledged];
  await backUpTo('busy');
  writing = false;
  await Promise.all(writers);
  const place = await emptyPlace();
  await restoreIn(place, 'busy');
  const { rows } = await within(place, (client) =>
    client.query<{ titles: string[]; counted: number; requests: number; wordless: number; eventless: number }>(
      `select array(select title from goodturn.requests_request) as titles,
        (select value from goodturn.requests_counter) as counted,
        (select count(*) from goodturn.requests_request) as requests,
        (select count(*) from goodturn.requests_request r where not exists (select from goodturn.requests_words w where w.request_id = r.id)) as wordless,
        (select count(*) from goodturn.requests_request r where not exists (select from goodturn.requests_event e where e.request_id = r.id)) as eventless`,
    ),
  );
  const found = rows[0];
  expect(before.filter((title) => !found?.titles.includes(title))).toEqual([]);
  expect(found).toMatchObject({ counted: found?.requests, wordless: 0, eventless: 0 });
});

describe('a file that is not whole', () => {
  const spoil = (name: string, change: (bytes: Buffer) => Buffer): string => {
    writeFileSync(fileOf(name), change(readFileSync(fileOf('whole'))));
    return fileOf(name);
  };
  beforeAll(() => backUpTo('whole'));

  it.each([0.1, 0.5, 0.9, 0.9999])('is refused when a bit is turned at %d of its length', async (part) => {
    const turned = spoil('turned', (bytes) => {
      const at = Math.max(20, Math.floor(bytes.length * part) - 1);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      return bytes;
    });
    await expect(lookAt(turned)).rejects.toThrow(/is cut or damaged: .* Nothing was changed/);
  });
  it.each([0, 1, 16, 17, 90, 2000])('is refused when only %d bytes of it are left', async (length) => {
    const cut = spoil('cut', (bytes) => bytes.subarray(0, length));
    await expect(lookAt(cut)).rejects.toThrow(/is no backup|is cut or damaged|another version/);
  });
  it('is refused when it is something else, from a newer version, or not there', async () => {
    await expect(lookAt(spoil('other', () => Buffer.from('PK\x03\x04')))).rejects.toThrow('is no backup of Goodturn');
    await expect(lookAt(fileOf('nowhere'))).rejects.toThrow('There is no file');
    const head = { company: 'A', made: now.toISOString(), postgres: '18', tables: [{ name: 'x', columns: ['y'] }] };
    for (const [name, sentence] of [
      ['99-later.sql', 'is from a newer Goodturn (it knows 99-later.sql)'],
      ['01-platform.sql', 'is from another Goodturn: its 01-platform.sql differs'],
    ] as const) {
      const text = [`${JSON.stringify({ ...head, migrations: [{ name, digest: 'x' }] })}\n`];
      await writeBackup(
        fileOf(name),
        (async function* () {
          yield* text;
        })(),
      );
      await expect(lookAt(fileOf(name))).rejects.toThrow(sentence);
    }
  });
});

describe('a restore', () => {
  beforeAll(() => backUpTo('sound'));

  it('tells who lives in the database already', async () => {
    expect(await occupantOf(source)).toEqual({ company: 'Aurinko' });
    expect(await occupantOf(await emptyPlace())).toBeNull();
  });
  it('does not begin while Goodturn works on that database', async () => {
    await hotel.db.selectFrom('directory_company').select('id').execute();
    await expect(restoreIn(source, 'sound')).rejects.toThrow('stop all its processes');
  });
  it('that was killed says so to whoever starts on it, can be begun again, and is then whole', async () => {
    const place = await emptyPlace();
    const script = `
      const { lookAt, restore } = await import(${JSON.stringify(new URL('../platform/backup/restore.ts', import.meta.url).href)});
      await restore(${JSON.stringify(place)}, ${JSON.stringify(fileOf('sound'))}, await lookAt(${JSON.stringify(fileOf('sound'))}), async () => {});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore', cwd: '/' });
    const ended = new Promise((done) => child.once('exit', done));
    const begun = `select to_regclass('goodturn_restore.unfinished') is not null as begun`;
    await within(place, async (client) => {
      while (!(await client.query<{ begun: boolean }>(begun)).rows[0]?.begun) await pause(2);
    });
    child.kill('SIGKILL');
    await ended;
    await within(place, (client) => expect(refuseUnfinished(client)).rejects.toThrow('holds an unfinished restore'));
    await expect(backUp(place, fileOf('half'), now)).rejects.toThrow('unfinished restore');
    expect(await occupantOf(place)).toBeNull();
    // The server ends the connections of the dead a moment later.
    const gone = `select count(*)::int as left from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    await within(place, async (client) => {
      while ((await client.query<{ left: number }>(gone)).rows[0]?.left) await pause(10);
    });
    await restoreIn(place, 'sound');
    await within(place, (client) => refuseUnfinished(client));
    expect((await contentOf(place))['requests_event']).toBe((await contentOf(source))['requests_event']);
  });
});
