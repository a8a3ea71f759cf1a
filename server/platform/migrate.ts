// Brings a database to the newest schema: plain SQL files in order, each in its own transaction, under one lock row.
import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';

const folder = new URL('../migrations/', import.meta.url);

const filesHere = async () => (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The migrations that this version knows, with the digest of each. */
export async function digestsHere(): Promise<Map<string, string>> {
  const names = await filesHere();
  const digests = names.map(async (name) => digestOf(await readFile(new URL(name, folder), 'utf8')));
  return new Map((await Promise.all(digests)).map((digest, at) => [names[at] ?? '', digest]));
}

/** Applies what is missing, or of it only what is named in `wanted`. Safe to run from several processes at once and after a kill at any instant. */
export async function migrate(pool: pg.Pool, wanted?: ReadonlySet<string>): Promise<string[]> {
  // The job queue keeps its own schema; orders are rows of our transactions, so it must be there before the first one.
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  const client = await pool.connect();
  try {
    await client.query('create schema if not exists goodturn');
    await client.query(
      'create table if not exists goodturn.platform_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    const files = (await filesHere()).filter((name) => wanted?.has(name) ?? true);
    const applied: string[] = [];
    for (const name of files) {
      const text = await readFile(new URL(name, folder), 'utf8');
      if (await apply(client, name, text)) applied.push(name);
    }
    return applied;
  } finally {
    client.release();
  }
}

async function apply(client: pg.PoolClient, name: string, text: string): Promise<boolean> {
  const digest = digestOf(text);
  await client.query('begin');
  try {
    // The lock ends with the transaction, so two processes that start at once take turns and the second finds it done.
    await client.query('lock table goodturn.platform_migration in exclusive mode');
    const done = await client.query<{ digest: string }>(
      'select digest from goodturn.platform_migration where name = $1',
      [name],
    );
    const known = done.rows[0];
    if (known && known.digest !== digest) throw new Error(`Migration ${name} was changed after it had been applied.`);
    if (!known) {
      await client.query(text);
      await client.query('insert into goodturn.platform_migration (name, digest) values ($1, $2)', [name, digest]);
    }
    await client.query('commit');
    return !known;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
