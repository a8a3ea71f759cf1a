// The job queue's way to the database. graphile-worker writes down the end of a job and does not look whether that worked: with the
// database away just then, it would take the process with it, or leave the job locked for hours. So the end is said until it is heard.
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const ends = /^(complete|fail)_jobs?(_q)?\//;
const nothing = { rows: [], rowCount: 0 };
/** What a queue that is being stopped gets instead of a database. */
const silent = { query: () => Promise.resolve(nothing), release: () => undefined, on: () => undefined };

type Report = (message: string, cause: unknown) => void;
type Asked = { name?: string };

/** A pool that waits for a database that is away, `retryMs` at a time; until `stop`, after which it answers nothing. */
export function steadyPool(pool: pg.Pool, report: Report, retryMs = 500): { pool: pg.Pool; stop: () => void } {
  let stopped = false;

  const connect = async (): Promise<unknown> => {
    for (;;) {
      try {
        return saying(await pool.connect());
      } catch {
        if (stopped) return silent;
        await pause(retryMs);
      }
    }
  };

  const saying = (client: pg.PoolClient) => {
    const query = (...asked: unknown[]) => {
      const answer = (client.query as (...of: unknown[]) => unknown)(...asked);
      const end = ends.test((asked[0] as Asked | undefined)?.name ?? '');
      return end ? (answer as Promise<unknown>).catch((error: unknown) => sayAgain(asked[0], error)) : answer;
    };
    return bound(client, { query });
  };

  const sayAgain = async (end: unknown, why: unknown): Promise<unknown> => {
    report('the end of a job could not be written down yet', why);
    while (!stopped) {
      await pause(retryMs);
      try {
        return await pool.query(end as pg.QueryConfig);
      } catch {
        // Not back yet.
      }
    }
    return nothing;
  };

  const either = (done?: (error: undefined, client: unknown, release: () => void) => void) => {
    if (!done) return connect();
    return void connect().then((client) => done(undefined, client, () => (client as pg.PoolClient).release()));
  };
  return { pool: bound(pool, { connect: either }), stop: () => void (stopped = true) };
}

/** The thing itself, with some of its methods replaced. */
const bound = <T extends object>(thing: T, methods: Record<string, unknown>): T =>
  new Proxy(thing, {
    get: (target, name) => {
      if (typeof name === 'string' && name in methods) return methods[name];
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
