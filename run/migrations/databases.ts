// Databases that live for one proof: made from another one, looked at, dropped.
import pg from 'pg';
import { openDatabase } from '../../server/platform/db.ts';

export type Server = { host: string; port: number; user: string };
export type Databases = {
  /** Runs `work` on a database that is a copy of `from` (an empty one without) and gone afterwards. */
  within: <T>(work: (pool: pg.Pool, name: string) => Promise<T>, from?: string) => Promise<T>;
  /** Makes one that stays until `drop`. */
  make: (name: string, from?: string) => Promise<void>;
  drop: (name: string) => Promise<void>;
  open: (name: string) => { pool: pg.Pool; close: () => Promise<void> };
  /** Ends every connection to it, as an administrator would. */
  cut: (name: string) => Promise<void>;
};

let count = 0;

/** @param server where the role may make databases; nothing of it is left but what `make` made */
export function databasesOn(server: Server): Databases {
  const admin = async (statement: string) => {
    const client = new pg.Client({ ...server, database: 'postgres' });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const make = (name: string, from = 'template1') => admin(`create database ${name} template ${from}`);
  const drop = (name: string) =>
    admin(`drop database if exists ${name}`).catch(() => admin(`drop database if exists ${name} with (force)`));
  const open = (name: string) => openDatabase({ ...server, database: name }, { size: 4 });
  const cut = (name: string) =>
    admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  return {
    make,
    drop,
    open,
    cut,
    within: async (work, from) => {
      const name = `proof_${process.pid}_${(count += 1)}`;
      await make(name, from);
      const { pool, close } = open(name);
      try {
        return await work(pool, name);
      } finally {
        await close();
        await drop(name);
      }
    },
  };
}
