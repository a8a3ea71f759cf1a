// The one way to PostgreSQL: typed queries, prepared by name, transactions that retry. Tables are declared by the capabilities.
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { isRefused, type Outcome } from './outcome.ts';

/** Each capability adds its tables in its tables.ts. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface Tables {}

/** A connection or a transaction; the first argument of every query function. */
export type Db = Kysely<Tables>;

/** Time-ordered id (UUID version 7). */
export const newId = (): string => v7();

// Sizes and counts fit a double; as text they would need parsing everywhere.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Connection = { connectionString: string } | { host: string; port: number; user: string; database: string };

export type Database = {
  db: Db;
  pool: pg.Pool;
  /** A connection of its own, for LISTEN. */
  listen: () => pg.Client;
  /** A few connections of its own, for what must not wait in the queue of those who write. Whoever opens it closes it. */
  aside: (size: number) => Database;
  close: () => Promise<void>;
};

const session = {
  options:
    '-c search_path=goodturn,public -c timezone=UTC -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s ' +
    // How alike words are that <<% of pg_trgm lets through; queries judge the short ones more strictly themselves.
    '-c pg_trgm.strict_word_similarity_threshold=0.36',
  application_name: 'goodturn',
  connectionTimeoutMillis: 10_000,
};

/** Opens a pool; nothing is connected until the first query. */
export function openDatabase(connection: Connection, { size = 10, statementTimeout = 30_000 } = {}): Database {
  const settings = { ...connection, ...session };
  const pool = new pg.Pool({
    ...settings,
    max: size,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + 5_000,
  });
  // Without a listener an idle connection that dies takes the process with it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const named = {
    connect: async () => prepared(await pool.connect()),
    end: () => pool.end(),
    options: {},
  };
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: named }) });
  // Kysely ends the pool only if it was the one to use it.
  const close = async () => {
    await db.destroy();
    if (!pool.ending) await pool.end();
  };
  return {
    db,
    pool,
    listen: () => new pg.Client(settings),
    aside: (few) => openDatabase(connection, { size: few, statementTimeout }),
    close,
  };
}

// Naming a statement lets the server keep its plan: half the CPU per query. Bounded, because each name lives as long as its connection.
const names = new Map<string, string>();
const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known || names.size >= 1000 || text.length < 12) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
};

// A migration of a later release gave a table more columns: what was prepared as "select *" before is refused for ever, under that name.
let renewals = 0;
const isOutdated = (error: unknown): boolean =>
  codeOf(error) === '0A000' && (error as pg.DatabaseError).routine === 'RevalidateCachedQuery';

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
function prepared(client: pg.PoolClient): PostgresPoolClient {
  const known = wrapped.get(client);
  if (known) return known;
  const wrap = {
    query: (text: string, values: unknown[]) => {
      const name = nameOf(text);
      if (!name) return client.query(text, values);
      return client.query({ name, text, values }).catch(async (error: unknown) => {
        if (!isOutdated(error)) throw error;
        if (names.get(text) === name) names.set(text, `${name.slice(0, 27)}.${(renewals += 1)}`);
        // In a transaction that has failed nothing goes on; it is begun anew.
        return client.query({ name: names.get(text) ?? '', text, values }).catch((second: unknown) => {
          throw codeOf(second) === '25P02' ? error : second;
        });
      });
    },
    release: (destroy?: boolean) => client.release(destroy),
  };
  // Kysely's type also lists cursors and other drivers' commands; we never stream rows.
  const fitting = wrap as unknown as PostgresPoolClient;
  wrapped.set(client, fitting);
  return fitting;
}

const retryable = /^(40001|40P01|57P01|08\d{3})$/;
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** Whether the same statement may succeed when tried again: serialization, deadlock, a server that went away, a plan that is out of date. */
export const isRetryable = (error: unknown): boolean => retryable.test(codeOf(error) ?? '') || isOutdated(error);

const away = /^(57P0[123]|08\d{3}|53\d{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/;
const broken = /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout exceeded)/;

/** Whether the database could not be asked: it starts, ends, is full or out of connections, or the way there broke. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (away.test(codeOf(error) ?? '') || broken.test(error.message) || ('syscall' in error && error.syscall === 'connect'));

/** The name of the unique constraint that an error is about, or undefined. */
export const violated = (error: unknown): string | undefined =>
  codeOf(error) === '23505' && typeof error === 'object' && error !== null && 'constraint' in error
    ? String(error.constraint)
    : undefined;

/** Runs `work` in one transaction, up to four times when the database asks for a retry. `work` must have no other effects. */
export async function transact<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === 4 || !isRetryable(error)) throw error;
      await new Promise((done) => setTimeout(done, 5 * attempt * attempt));
    }
  }
}

/** Does `work` inside a running transaction; when it is refused, what it did is undone and the transaction goes on. */
export async function undoable<T>(tx: Db, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  await sql`savepoint undoable`.execute(tx);
  const outcome = await work();
  await (isRefused(outcome) ? sql`rollback to savepoint undoable` : sql`release savepoint undoable`).execute(tx);
  return outcome;
}
