// Brings a database to the newest schema: plain SQL files in order, each in its own transaction, under one lock row.
import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { codeOf } from './faults.ts';
import { buildIndexes, buildsIndexes, unhurried } from './migrate-indexes.ts';

const home = new URL('../migrations/', import.meta.url);

const filesIn = async (folder: URL) => (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The migrations that this version knows, with the digest of each. */
export async function digestsHere(): Promise<Map<string, string>> {
  const names = await filesIn(home);
  const digests = names.map(async (name) => digestOf(await readFile(new URL(name, home), 'utf8')));
  return new Map((await Promise.all(digests)).map((digest, at) => [names[at] ?? '', digest]));
}

/** Applies what is missing, or of it only what is named in `wanted`. Safe to run from several processes at once and after a kill at any instant. */
export async function migrate(pool: pg.Pool, wanted?: ReadonlySet<string>, folder = home): Promise<string[]> {
  // The job queue keeps its own schema; orders are rows of our transactions, so it must be there before the first one.
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  const client = await pool.connect();
  try {
    // What a person waits for ends in time; rewriting a table of millions may take what it takes.
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await makeLog(client);
    const files = (await filesIn(folder)).filter((name) => wanted?.has(name) ?? true);
    const applied: string[] = [];
    for (const name of files) {
      const text = await readFile(new URL(name, folder), 'utf8');
      if (await apply(pool, client, { name, text, digest: digestOf(text) })) applied.push(name);
    }
    return applied;
  } finally {
    // Nobody else gets a connection that waits for ever.
    client.release(true);
  }
}

/** Two who make the same thing at once: "if not exists" does not help the second, but what it wanted is there. */
const madeByATwin = /^(23505|42P06|42P07|42710)$/;

async function makeLog(client: pg.PoolClient): Promise<void> {
  const steps = [
    'create schema if not exists goodturn',
    'create table if not exists goodturn.platform_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
  ];
  for (const step of steps)
    await client.query(step).catch((error: unknown) => {
      if (!madeByATwin.test(codeOf(error) ?? '')) throw error;
    });
}

type Migration = { name: string; text: string; digest: string };

// A table in use: whoever comes after us in its queue waits for us, so we step aside soon and come again.
const inUse = /^(55P03|40P01)$/;
const tries = 20;

async function apply(pool: pg.Pool, client: pg.PoolClient, migration: Migration): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyOnce(pool, client, migration);
    } catch (error) {
      if (attempt === tries || !inUse.test(codeOf(error) ?? '')) throw error;
      await pause(100 * attempt);
    }
  }
}

async function applyOnce(pool: pg.Pool, client: pg.PoolClient, { name, text, digest }: Migration): Promise<boolean> {
  await takeTurn(client);
  try {
    const done = await client.query<{ digest: string }>(
      'select digest from goodturn.platform_migration where name = $1',
      [name],
    );
    // Also lets go of the snapshot of the question before, for which the building of an index would wait for ever.
    await client.query("set local lock_timeout = '2s'");
    const known = done.rows[0];
    if (known && known.digest !== digest) throw new Error(`Migration ${name} was changed after it had been applied.`);
    if (!known) {
      if (buildsIndexes(text)) await buildIndexes(pool, text);
      else await client.query(unhurried(text));
      await client.query('insert into goodturn.platform_migration (name, digest) values ($1, $2)', [name, digest]);
    }
    await client.query('commit');
    return !known;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Begins the transaction whose lock lets one process at a time bring a migration; waits as long as others take theirs. */
async function takeTurn(client: pg.PoolClient): Promise<void> {
  for (;;) {
    await client.query('begin');
    try {
      // In short waits: whoever waits may hold a snapshot, and the building of an index would wait for that, and we for it.
      await client.query("set local lock_timeout = '250ms'");
      await client.query('lock table goodturn.platform_migration in exclusive mode');
      return;
    } catch (error) {
      await client.query('rollback');
      if (codeOf(error) !== '55P03') throw error;
    }
  }
}
