// A small dose of `npm run migrations`, and what else the bringer of schemas must stand.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../server/platform/db.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { statementsOf } from '../../server/platform/statements.ts';
import { databasesOn, type Databases, type Server } from './databases.ts';
import { differences, inventoryOf } from './inventory.ts';
import { killedAfter } from './kills.ts';
import { randomOf } from './random.ts';

const folder = mkdtempSync(join(tmpdir(), 'goodturn-migrations-'));
let server: Server;
let databases: Databases;
let wanted: string[];
const name = `proof_of_migrations_${process.pid}`;
let kept: ReturnType<Databases['open']>;
beforeAll(async () => {
  const { template: made, ...rest } = inject('postgres');
  server = rest;
  databases = databasesOn(server);
  await databases.make(name, made);
  kept = databases.open(name);
  wanted = await inventoryOf(kept.pool);
});
afterAll(async () => {
  await kept.close();
  await databases.drop(name);
  rmSync(folder, { recursive: true, force: true });
});

/** A folder with these migrations alone. */
function folderWith(files: Record<string, string>): URL {
  const made = mkdtempSync(join(folder, 'some-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return pathToFileURL(`${made}/`);
}

describe('the schema', () => {
  it('is whole after a kill at a statement, when its migrations run again', async () => {
    // Of some six hundred; new migrations move the choice.
    const random = randomOf(wanted.length);
    for (let round = 0; round < 2; round += 1) {
      const death = 100 + Math.floor(random() * 500);
      const arrival = { inventory: wanted, statements: Infinity };
      expect(await killedAfter(databases, death, arrival), `killed after statement ${death}`).toMatchObject({
        faults: [],
      });
    }
  });
  it('is made once when three processes bring it at the same time', async () => {
    await databases.within(async (first, empty) => {
      const others = [databases.open(empty), databases.open(empty)];
      const applied = await Promise.all([first, ...others.map(({ pool }) => pool)].map((pool) => migrate(pool)));
      expect(new Set(applied.flat()).size).toBe(applied.flat().length);
      expect(differences(wanted, await inventoryOf(first))).toEqual([]);
      await Promise.all(others.map(({ close }) => close()));
    });
  });
});

describe('a migration', () => {
  it('may take longer than a request', async () => {
    const hurried = openDatabase({ ...server, database: name }, { statementTimeout: 150 });
    const slow = folderWith({
      '90-slow.sql': 'select pg_sleep(0.3); create table platform_slow (id int primary key);',
    });
    expect(await migrate(hurried.pool, undefined, slow).finally(hurried.close)).toEqual(['90-slow.sql']);
  });
  it('waits for another process that brings the schema, however long that takes', async () => {
    const other = await kept.pool.connect();
    await other.query('begin; lock table goodturn.platform_migration in exclusive mode');
    const options = '-c lock_timeout=50ms -c search_path=goodturn';
    const hurried = new pg.Pool({ ...server, database: name, options });
    hurried.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    const waiting = migrate(hurried, undefined, folderWith({ '91-more.sql': 'create table platform_more (id int);' }));
    await untilLocked(true);
    await other.query('select pg_sleep(0.2)');
    await other.query('commit');
    other.release();
    expect(await waiting.finally(() => hurried.end())).toEqual(['91-more.sql']);
  });
  it('does not hold up the index that the other one builds while it waits', async () => {
    const other = await kept.pool.connect();
    // What a process knows of the table is out of date after the first of these, so it looks it up again, with a snapshot.
    const first = 'alter table goodturn.platform_migration set (fillfactor = 90); select pg_sleep(0.5);';
    const both = folderWith({ '91a-one.sql': first, '91b-two.sql': 'select 1;' });
    const bringing = migrate(kept.pool, undefined, both);
    await pause(200);
    await other.query('begin; lock table goodturn.platform_migration in exclusive mode');
    await untilLocked(true);
    const index = 'create index concurrently platform_beside on platform_quiet (id)';
    const built = kept.pool.query(index).then(() => 'built');
    expect(await built.finally(() => other.query('commit'))).toBe('built');
    other.release();
    expect(await bringing).toEqual(['91a-one.sql', '91b-two.sql']);
  });
  it('steps aside for a table in use and comes again', async () => {
    const user = await kept.pool.connect();
    await user.query('begin; lock table platform_quiet in access exclusive mode');
    const altering = folderWith({ '92-alter.sql': 'alter table platform_quiet add column why text;' });
    const waiting = migrate(kept.pool, undefined, altering);
    await untilLocked(true);
    await untilLocked(false);
    await user.query('commit');
    user.release();
    expect(await waiting).toEqual(['92-alter.sql']);
  });
  it('that changed after it was applied is refused', async () => {
    await migrate(kept.pool, undefined, folderWith({ '93-one.sql': 'select 1;' }));
    const changed = folderWith({ '93-one.sql': 'select 2;' });
    await expect(migrate(kept.pool, undefined, changed)).rejects.toThrow('was changed');
  });
});

describe('an index of a large table', () => {
  const building = (index: string) => `create index concurrently if not exists ${index} on platform_change (kind);`;
  const change = `insert into platform_change (subject, id, kind) values ('request', gen_random_uuid(), 'x')`;
  const isValid = async (index: string) => {
    const found = await kept.pool.query('select indisvalid from pg_index where indexrelid = to_regclass($1)', [index]);
    return found.rows.map((row: { indisvalid: boolean }) => row.indisvalid);
  };

  it('is built beside the writing, in a migration of its own', async () => {
    const writer = await kept.pool.connect();
    await writer.query(`begin; ${change}`);
    const folder_ = folderWith({ '94-index.sql': `-- Found by kind.\n${building('platform_kind')}` });
    const migrating = migrate(kept.pool, undefined, folder_);
    await untilLocked(true);
    // It waits for whoever wrote before; others may write meanwhile.
    await kept.pool.query(change);
    await writer.query('commit');
    writer.release();
    expect(await migrating).toEqual(['94-index.sql']);
    expect(await isValid('platform_kind')).toEqual([true]);
  });
  it('is dropped and built anew when its building was killed', async () => {
    await kept.pool.query(`${change}; ${change}`);
    // A value twice stops the building of a unique index in the middle, as a kill would.
    const stopped = building('platform_halved').replace('index', 'unique index');
    await expect(kept.pool.query(stopped)).rejects.toThrow('could not create unique index');
    expect(await isValid('platform_halved')).toEqual([false]);
    await migrate(kept.pool, undefined, folderWith({ '95-index.sql': building('platform_halved') }));
    expect(await isValid('platform_halved')).toEqual([true]);
  });
  it('shares its migration with nothing that could not be run twice', async () => {
    const mixed = folderWith({ '96-index.sql': `${building('platform_mixed')} create table platform_two (id int);` });
    await expect(migrate(kept.pool, undefined, mixed)).rejects.toThrow('needs a migration of its own: create table');
  });
});

describe('the cutting of SQL', () => {
  it.each([
    ['texts and names', `select ';', 'it''s;', ";" as "a;b";`, 1],
    ['comments', `-- one; two\nselect 1; /* ; */ select 2;`, 2],
    ['bodies between dollars', `do $$ begin perform 1; end $$; do $x$ ; $x$;`, 2],
    [
      'bodies in standard SQL',
      `create function f() returns int begin atomic select case when true then 1 end; select 2; end; select 3;`,
      2,
    ],
  ])('sees no end in %s', (_, text, count) => {
    expect(statementsOf(text)).toHaveLength(count);
    expect(statementsOf(text).join('')).toBe(text);
  });
});

/** Until somebody on this database waits for a lock, or nobody does any more. */
async function untilLocked(locked: boolean): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await kept.pool.query(waiting)).rows.length > 0 !== locked) await pause(10);
}
