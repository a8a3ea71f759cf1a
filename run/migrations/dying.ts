// A pool whose server process is gone after a chosen statement: what a power cut or an administrator's hand does, at an instant that one can name.
import type pg from 'pg';
import { statementsOf } from '../../server/platform/statements.ts';

export type Dying = {
  pool: pg.Pool;
  /** How many statements have been sent, and which was the last. */
  sent: () => { count: number; last: string };
};

/** The statements run as they are; right after the one numbered `death` (from 1) their connection is cut. Infinity: never. */
export function dyingPool(pool: pg.Pool, death: number): Dying {
  let count = 0;
  let last = '';
  const suicide = 'select pg_terminate_backend(pg_backend_pid())';

  const query = async (client: pg.PoolClient, asked: string | pg.QueryConfig, values?: unknown[]) => {
    const config = typeof asked === 'string' ? { text: asked } : asked;
    const given = values ?? config.values;
    // Only what goes without values may be several statements.
    const cut = given ? [config.text] : statementsOf(`${config.text};`.replace(/;\s*;$/, ';'));
    const left = death - count;
    const all = cut.length === 0 ? [config.text] : cut;
    const run = all.slice(0, Math.max(left, 0));
    count += run.length;
    last = run.at(-1) ?? last;
    if (run.length === all.length && left > all.length)
      return client.query({ ...config, ...(given ? { values: given } : {}) });
    if (given) await client.query({ ...config, values: given });
    return client.query(given ? suicide : `${run.join('')} ${suicide}`);
  };

  const connect = async () => {
    const client = await pool.connect();
    return new Proxy(client, {
      get: (target, name) => {
        if (name === 'query')
          return (asked: string | pg.QueryConfig, values?: unknown[]) => query(target, asked, values);
        const own: unknown = Reflect.get(target, name, target);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
  };
  const wrapped = new Proxy(pool, {
    get: (target, name) => {
      if (name === 'connect') return connect;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  return { pool: wrapped, sent: () => ({ count, last }) };
}
