// Restores a backup into an empty database: checked before anything is written, marked as unfinished until all of it is there,
// compared with what was backed up row by row, then brought to the newest schema. How the file looks: file.ts.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CannotStart } from '../config.ts';
import { openDatabase, transact, type Connection, type Db } from '../db.ts';
import { digestsHere, migrate } from '../migrate.ts';
import { rowsOf } from './backup.ts';
import { checkBackup, readBackup } from './file.ts';
import { sectionsOf, type Sections } from './sections.ts';
import { Head, Index, Order, summing, type Sum } from './shapes.ts';
import { columnsOf, pointingAhead, quoted, referencesIn, sameWords, type TableOf } from './tables.ts';
import { isUnfinished, markFinished, markUnfinished } from './unfinished.ts';

/** What stands in the way: the company that lives there, by its name. */
export type Occupied = { company: string };
export type Restored = { company: string | null; made: string; tables: number; rows: number };

/** Reads the file from end to end and tells whence it is. @throws CannotStart with a sentence when it cannot be restored here. */
export async function lookAt(path: string): Promise<Head> {
  await checkBackup(path);
  const text = await readBackup(path);
  const head = Head.parse(JSON.parse((await sectionsOf(text).line()) ?? 'null'));
  text.destroy();
  const here = await digestsHere();
  const newer = head.migrations.find(({ name }) => !here.has(name));
  if (newer)
    throw new CannotStart(`${path} is from a newer Goodturn (it knows ${newer.name}): restore it with that version.`);
  const other = head.migrations.find(({ name, digest }) => here.get(name) !== digest);
  if (other) throw new CannotStart(`${path} is from another Goodturn: its ${other.name} differs from the one here.`);
  return head;
}

/** The company that a restore would destroy; null for an empty database, and for one whose restore was broken off. */
export async function occupantOf(connection: Connection): Promise<Occupied | null> {
  return connected(connection, async (client) => {
    if (await isUnfinished(client)) return null;
    const known = await client.query<{ known: boolean }>(
      `select to_regclass('goodturn.directory_company') is not null as known`,
    );
    if (!known.rows[0]?.known) return null;
    const found = await client.query<{ name: string }>('select name from goodturn.directory_company');
    const company = found.rows[0]?.name;
    return company === undefined ? null : { company };
  });
}

/**
 * Makes the database what the file says; whatever was there is gone. `settle` runs at the very end, in the transaction that
 * declares the restore finished. Call `lookAt` and `occupantOf` first.
 * @throws CannotStart when somebody works on the database.
 */
export async function restore(
  connection: Connection,
  path: string,
  head: Head,
  settle: (tx: Db) => Promise<void>,
): Promise<Restored> {
  await connected(connection, async (client) => {
    await refuseCompany(client);
    await markUnfinished(client);
    await client.query('drop schema if exists goodturn cascade; drop schema if exists graphile_worker cascade');
  });
  const database = openDatabase(connection, { size: 2, statementTimeout: 0 });
  try {
    await migrate(database.pool, new Set(head.migrations.map(({ name }) => name)));
    const sums = await connected(connection, (client) => load(client, path));
    await migrate(database.pool);
    await database.pool.query('analyze');
    await transact(database.db, settle);
    await markFinished(database.pool);
    const rows = sums.reduce((sum, one) => sum + one.rows, 0);
    return { company: head.company, made: head.made, tables: sums.length, rows };
  } finally {
    await database.close();
  }
}

async function connected<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: 'goodturn restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseCompany(client: pg.Client): Promise<void> {
  const found = await client.query(
    `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
     and application_name like 'goodturn%'`,
  );
  if (found.rowCount)
    throw new CannotStart('Goodturn is working on this database: stop all its processes, then restore.');
}

/** Everything in one transaction: the database holds nothing of it, or all. */
async function load(client: pg.Client, path: string): Promise<Sum[]> {
  const sections = sectionsOf(await readBackup(path));
  const { tables } = Head.parse(JSON.parse((await sections.line()) ?? 'null'));
  await client.query(sameWords);
  await client.query('begin');
  const ahead = pointingAhead(
    tables.map(({ name }) => name),
    await referencesIn(client),
  );
  for (const { from, name } of ahead) await client.query(`alter table ${quoted(from)} drop constraint ${quoted(name)}`);
  await empty(client, tables);
  const loaded: Sum[] = [];
  for (const table of tables) loaded.push(await loadTable(client, table, sections));
  for (const { from, name, definition } of ahead)
    await client.query(`alter table ${quoted(from)} add constraint ${quoted(name)} ${definition}`);
  await orderAgain(client, sections);
  const index = Index.parse(JSON.parse((await sections.line()) ?? 'null'));
  await compare(client, tables, index.tables, loaded);
  await client.query('commit');
  return loaded;
}

/** What migrations have put into fresh tables is in the backup, too. */
async function empty(client: pg.Client, tables: readonly TableOf[]): Promise<void> {
  for (const { name } of tables.toReversed()) {
    const filled = await client.query(`select from ${quoted(name)} limit 1`);
    if (filled.rowCount) await client.query(`delete from ${quoted(name)}`);
  }
}

async function loadTable(client: pg.Client, table: TableOf, sections: Sections): Promise<Sum> {
  const title = await sections.line();
  if (title !== `table ${table.name}`) throw new Error(`The backup has "${title}" where ${table.name} should be.`);
  const counted = summing(table.name);
  const into = client.query(copyFrom(`copy goodturn.${quoted(table.name)} (${columnsOf(table)}) from stdin`));
  await pipeline(Readable.from(counted.through(sections.rows())), into);
  return counted.sum();
}

async function orderAgain(client: pg.Client, sections: Sections): Promise<void> {
  const title = await sections.line();
  if (title !== 'orders') throw new Error(`The backup has "${title}" where the orders should be.`);
  const parts: Buffer[] = [];
  for await (const part of sections.rows()) parts.push(part);
  for (const line of Buffer.concat(parts).toString().split('\n').filter(Boolean)) {
    const { task, payload, queue, run_at, max_attempts, key, priority } = Order.parse(JSON.parse(line));
    await client.query(
      'select graphile_worker.add_job($1, payload => $2, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6, priority => $7)',
      [task, JSON.stringify(payload ?? {}), queue, run_at, max_attempts, key, priority],
    );
  }
}

/** What is in the tables now, read back, must be what was backed up, byte by byte. */
async function compare(
  client: pg.Client,
  tables: readonly TableOf[],
  said: readonly Sum[],
  loaded: readonly Sum[],
): Promise<void> {
  for (const [at, table] of tables.entries()) {
    const back = summing(table.name);
    for await (const part of back.through(rowsOf(client, table))) void part;
    const sums = [said[at], loaded[at], back.sum()].map((sum) => JSON.stringify(sum));
    if (new Set(sums).size > 1)
      throw new Error(`${table.name} is not what was backed up: ${sums.join(', ')}. The restore is unfinished.`);
  }
}
