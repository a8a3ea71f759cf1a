// The built-in database under every kind of death: of its server, of its keeper, of the machine. Real processes, real files.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { major } from './binaries.ts';
import { checkExternal, whyNot } from './external.ts';
import { postgresIn } from './leftovers.ts';
import type { Connection } from './postgres.ts';

type User = { name: string; uid?: number; gid?: number };
const somebody: User = { name: 'an ordinary user', uid: 65_534, gid: 65_534 };
// In root's home there is nothing that an ordinary user could start.
const reachable = () =>
  spawnSync(process.execPath, ['-e', 'fs.readFileSync(process.argv[1])', import.meta.filename], {
    ...somebody,
    cwd: '/',
  }).status === 0;
const users: User[] =
  process.getuid?.() === 0 ? [{ name: 'root' }, ...(reachable() ? [somebody] : [])] : [{ name: 'this user' }];

const keeperSource = `
  const { startPostgres } = await import(${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)});
  try {
    const postgres = await startPostgres({ data: process.argv[1], throwaway: false });
    process.on('SIGTERM', () => postgres.stop().then(() => process.exit(0)));
    postgres.tell('http://127.0.0.1:3000');
    process.stdout.write(JSON.stringify(postgres.connection) + '\\n');
    setInterval(() => {}, 1000);
  } catch (error) {
    process.stdout.write(JSON.stringify({ refused: error.message }) + '\\n', () => process.exit(2));
  }
`;

type Said = Connection & { refused?: string };
type Keeper = { process: ChildProcess; said: Said };

describe.each(users)('started by $name', (user) => {
  let data: string;
  let keepers: ChildProcess[] = [];

  // One cluster serves most stories: making it is the slow part.
  beforeAll(async () => {
    data = folderOf(user);
    const first = await keep();
    await ask(first.said, 'create table kept (n int); insert into kept values (7)');
    await end(first.process, 'SIGTERM');
  });

  afterEach(async () => {
    for (const keeper of keepers) await end(keeper, 'SIGTERM');
    keepers = [];
  });

  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const keep = async (folder = data): Promise<Keeper> => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', keeperSource, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: '/',
      uid: user.uid,
      gid: user.gid,
    });
    keepers.push(child);
    for await (const line of createInterface({ input: child.stdout }))
      return { process: child, said: JSON.parse(line) as Said };
    throw new Error('The keeper ended without a word.');
  };

  const cluster = () => join(data, `pgdata${major}`);

  test('the app is an ordinary role, may make the extensions that it needs, and durability is on', async () => {
    const { said } = await keep();
    const rows = await ask(
      said,
      `
      create extension pg_trgm; create extension unaccent;
      select rolsuper, rolcreatedb, current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
        current_setting('synchronous_commit') as commits, current_setting('listen_addresses') as listens,
        current_setting('data_checksums') as checksums, lower('ЁÄÑ') as folded
      from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreatedb: false,
        fsync: 'on',
        pages: 'on',
        commits: 'on',
        listens: '',
        checksums: 'on',
        folded: 'ёäñ',
      },
    ]);
  });

  test('a killed server comes back at the same address with everything that it had confirmed', async () => {
    const { said } = await keep();
    process.kill(postmasterOf(cluster()), 'SIGKILL');
    expect(await askUntil(said, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test.runIf(user === users[0])(
    'a server that cannot start for a while, as on a full disk, comes back when it can',
    async () => {
      const { said } = await keep();
      const control = join(cluster(), 'global', 'pg_control');
      renameSync(control, `${control}.away`);
      process.kill(postmasterOf(cluster()), 'SIGKILL');
      const tries = () =>
        readFileSync(join(data, 'postgres.log'), 'utf8').split('could not find the database system').length;
      const before = tries();
      while (tries() < before + 6) await pause(50);
      renameSync(`${control}.away`, control);
      expect(await askUntil(said, 'select n from kept')).toEqual([{ n: 7 }]);
    },
  );

  test('a killed keeper leaves nothing that stops the next one', async () => {
    const first = await keep();
    await end(first.process, 'SIGKILL');
    const second = await keep();
    expect(await ask(second.said, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('when keeper and server are killed at once, the next one starts', async () => {
    const first = await keep();
    for (const pid of postgresIn(cluster())) process.kill(pid, 'SIGKILL');
    await end(first.process, 'SIGKILL');
    const second = await keep();
    expect(await ask(second.said, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('lock files of a dead server, with a reused number or empty, are no hindrance', async () => {
    const first = await keep();
    await end(first.process, 'SIGTERM');
    for (const content of ['', `${process.pid}\n${cluster()}\n1\n5432\n${first.said.host}\n`]) {
      writeFileSync(join(cluster(), 'postmaster.pid'), content);
      writeFileSync(join(first.said.host, `.s.PGSQL.${first.said.port}.lock`), content);
      const next = await keep();
      expect(await ask(next.said, 'select 1 as one')).toEqual([{ one: 1 }]);
      await end(next.process, 'SIGTERM');
    }
  });

  test('a cluster whose making was broken off is made anew, also where the path is longer than a socket’s address', async () => {
    const outer = folderOf(user);
    const folder = join(outer, 'a'.repeat(90), "with, 'quotes' and spaces");
    const made = join(folder, `pgdata${major}`);
    for (const half of [`${made}.init`, made]) {
      mkdirSync(half, { recursive: true });
      writeFileSync(join(half, 'PG_VERSION'), `${major}\n`);
    }
    if (user.uid) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, outer]);
    const { process: keeper, said } = await keep(folder);
    expect(await ask(said, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(`${made}.init`)).toBe(false);
    await end(keeper, 'SIGTERM');
    rmSync(outer, { recursive: true });
  });

  test('a second keeper of the same folder is refused with the address of the first, which goes on', async () => {
    const first = await keep();
    const second = await keep();
    expect(second.said.refused).toBe(
      `Goodturn is already running on the data folder ${data} at http://127.0.0.1:3000; stop it, or choose another folder with --data.`,
    );
    expect(await ask(first.said, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a keeper that is asked to stop leaves no process and no lock', async () => {
    const first = await keep();
    expect(postgresIn(cluster()).length).toBeGreaterThan(1);
    await end(first.process, 'SIGTERM');
    expect(postgresIn(cluster())).toEqual([]);
    expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false);
  });
});

test.runIf(process.getuid?.() === 0)('a folder that the database may not enter is refused in one sentence', () => {
  const closed = mkdtempSync(join(tmpdir(), 'goodturn-closed-'));
  writeFileSync(join(closed, 'private'), '');
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', keeperSource, join(closed, 'data')],
    { encoding: 'utf8' },
  );
  rmSync(closed, { recursive: true });
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    refused:
      `The data folder ${closed}/data cannot be used, because the database runs as the user "goodturn", ` +
      `who may not enter ${closed}; choose another with --data, such as /var/lib/goodturn.`,
  });
});

test('a database of one’s own must be new enough and keep what it confirms', () => {
  const good = { server_version_num: '180004', fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
  expect(whyNot(good)).toBe(undefined);
  expect(whyNot({ ...good, server_version_num: '150018' })).toMatch(/has version 15, and Goodturn needs 18/);
  expect(whyNot({ ...good, fsync: 'off' })).toMatch(/because fsync is off/);
  expect(whyNot({ ...good, full_page_writes: 'off', synchronous_commit: 'off' })).toMatch(
    /because full_page_writes and synchronous_commit are off/,
  );
});

function folderOf({ uid, gid }: User): string {
  const folder = mkdtempSync(join(tmpdir(), 'goodturn-keep-'));
  chmodSync(folder, 0o711);
  if (uid && gid) chownSync(folder, uid, gid);
  return folder;
}

test('a database that forgets, and one that is not there, are refused with a sentence', async () => {
  const { host, port, user, template } = inject('postgres');
  await expect(checkExternal(`postgres://${user}@localhost:${port}/${template}?host=${host}`)).rejects.toThrow(
    'may lose what it has confirmed, because fsync, full_page_writes, and synchronous_commit are off; turn them on and start again.',
  );
  await expect(checkExternal(`postgres://${user}@localhost:${port}/${template}?host=/nowhere`)).rejects.toThrow(
    /^The PostgreSQL of DATABASE_URL cannot be reached: /,
  );
});

async function ask({ host, port, user, database }: Connection, text: string): Promise<unknown[]> {
  const client = new pg.Client({ host, port, user, database });
  client.on('error', () => {});
  await client.connect();
  try {
    const results: pg.QueryResult | pg.QueryResult[] = await client.query(text);
    return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? [];
  } finally {
    await client.end().catch(() => {});
  }
}

async function askUntil(connection: Connection, text: string): Promise<unknown[]> {
  for (let left = 500; ; left--) {
    try {
      return await ask(connection, text);
    } catch (error) {
      if (left === 0) throw error;
      await pause(10);
    }
  }
}

const postmasterOf = (folder: string) => Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
