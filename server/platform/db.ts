// The one way to PostgreSQL: typed queries, transactions that retry. Tables are declared by the capabilities; how statements travel: driver.ts.
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, Transaction, sql } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { createDriver } from './driver.ts';
import { isRetryable } from './faults.ts';
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
    // Many short statements at once: to call in helpers, or to compile, would cost each of them more than it does.
    '-c max_parallel_workers_per_gather=0 -c jit=off ' +
    // How alike words are that <<% of pg_trgm lets through; queries judge the short ones more strictly themselves.
    '-c pg_trgm.strict_word_similarity_threshold=0.36',
  application_name: 'goodturn',
  connectionTimeoutMillis: 10_000,
};

/** Statements that stand alone share this many connections. */
const shared = 3;

/**
 * Opens a database; nothing is connected until the first query. `pool` is for those who need a connection as it comes: jobs, copies.
 * @param size how many transactions at most go on at once
 */
export function openDatabase(connection: Connection, { size = 10, statementTimeout = 30_000 } = {}): Database {
  const settings = { ...connection, ...session };
  const timed = {
    ...settings,
    statement_timeout: statementTimeout,
    ...(statementTimeout > 0 ? { query_timeout: statementTimeout + 5_000 } : {}),
  };
  const poolOf = (more: pg.PoolConfig) => {
    const pool = new pg.Pool({ ...timed, max: size, ...more });
    // Without a listener an idle connection that dies takes the process with it.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  const pool = poolOf({});
  const own = poolOf({ pipeline: true });
  const open = () => new pg.Client({ ...timed, pipeline: true });
  const db: Db = new Kysely<Tables>({
    dialect: {
      createDriver: () => createDriver(open, shared, own),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (known) => new PostgresIntrospector(known),
    },
  });
  const close = async () => {
    await db.destroy();
    if (!own.ending) await own.end();
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

/** Hands over a statement whose answer nobody needs: the transaction is committed in the same breath, and fails when it does. */
export type Last = (statement: Promise<unknown>) => void;

/** Runs `work` in one transaction, up to four times when the database asks for a retry. `work` must have no other effects. */
export async function transact<T>(db: Db, work: (tx: Db, last: Last) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let failure: { error: unknown } | undefined;
    const lasts: Promise<unknown>[] = [];
    const last: Last = (statement) => void lasts.push(statement.catch((error: unknown) => (failure ??= { error })));
    try {
      return await db.transaction().execute(async (tx) => work(await unqueued(tx), last));
    } catch (caught) {
      await Promise.all(lasts);
      const error: unknown = failure ? failure.error : caught;
      if (attempt === 4 || !isRetryable(error)) throw error;
      await new Promise((done) => setTimeout(done, 5 * attempt * attempt));
    }
  }
}

// What makes transactions; inside of one nobody asks for it.
const outside = {} as never;

/**
 * The same transaction, but statements leave at once and in the order in which they are asked for, without waiting for the answers to
 * those before: what does not depend on each other is asked together, by `Promise.all`, and goes out in one write.
 */
async function unqueued(tx: Transaction<Tables>): Promise<Db> {
  const executor = tx.getExecutor();
  return executor.provideConnection(async (connection) => {
    const straight = executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) });
    return new Transaction<Tables>({ config: outside, dialect: outside, driver: outside, executor: straight });
  });
}

/** Does `work` inside a running transaction; when it is refused, what it did is undone and the transaction goes on. */
export async function undoable<T>(tx: Db, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  await sql`savepoint undoable`.execute(tx);
  const outcome = await work();
  await (isRefused(outcome) ? sql`rollback to savepoint undoable` : sql`release savepoint undoable`).execute(tx);
  return outcome;
}
