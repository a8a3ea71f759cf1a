// Migrations that build indexes of large tables while people write to them: statement by statement, outside of a transaction.
import type pg from 'pg';
import { plainly, statementsOf } from './statements.ts';

const building = /^create (?:unique )?index concurrently if not exists (\w+) on \w+/i;
const dropping = /^drop index concurrently if exists \w+;$/i;

/** A statement that may take what it takes: the pool's own patience is that of a request. */
export const unhurried = (text: string): pg.QueryConfig & { query_timeout: number } => ({
  text,
  query_timeout: 2 ** 31 - 1,
});

/** Whether a migration builds or drops indexes beside the work that goes on; then it does nothing else. */
export const buildsIndexes = (text: string): boolean => /\bindex\s+concurrently\b/i.test(plainly(text));

/**
 * Runs each statement of such a migration by itself, on a connection of its own; the turn is held by the caller's transaction.
 * What was killed in the middle leaves an index that is not valid: it is dropped and built anew.
 * @throws Error on a statement that cannot be run a second time.
 */
export async function buildIndexes(pool: pg.Pool, text: string): Promise<void> {
  const statements = statementsOf(text).map(plainly);
  const strange = statements.find((one) => !building.test(one) && !dropping.test(one));
  if (strange !== undefined)
    throw new Error(`Beside indexes that are built concurrently, this needs a migration of its own: ${strange}`);
  const client = await pool.connect();
  const ask = (statement: string) => client.query(unhurried(statement));
  try {
    await ask('set statement_timeout = 0; set lock_timeout = 0');
    for (const statement of statements) {
      const [, name] = building.exec(statement) ?? [];
      if (name !== undefined && (await isBroken(client, name))) await ask(`drop index concurrently if exists ${name}`);
      await ask(statement);
    }
  } finally {
    client.release(true);
  }
}

async function isBroken(client: pg.PoolClient, name: string): Promise<boolean> {
  const found = await client.query('select from pg_index where indexrelid = to_regclass($1) and not indisvalid', [
    name,
  ]);
  return found.rows.length > 0;
}
