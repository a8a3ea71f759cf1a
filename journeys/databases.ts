// One PostgreSQL for all stories, so that each need not make one: every house gets a database of its own with the tables already in it.
import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { openDatabase } from '../server/platform/db.ts';
import { migrate } from '../server/platform/migrate.ts';
import { superuser } from '../server/platform/postgres/cluster.ts';
import { startPostgres } from '../server/platform/postgres/postgres.ts';
import { freshFolder } from './house.ts';

export type Databases = {
  /** @returns the address of a new one, as DATABASE_URL takes it */
  make: () => Promise<string>;
  /** Removes what `make` made. */
  drop: (address: string) => Promise<void>;
  close: () => Promise<void>;
};

export async function openDatabases(): Promise<Databases> {
  const data = freshFolder();
  const postgres = await startPostgres({ data });
  const { host, port, user, database: template } = postgres.connection;
  const { pool, close } = openDatabase(postgres.connection);
  await migrate(pool);
  await close();
  let count = 0;
  const tell = async (statement: string) => {
    const client = new Client({ host, port, user: superuser, database: 'postgres' });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  return {
    make: async () => {
      const name = `story_${(count += 1)}`;
      await tell(`create database ${name} template ${template} owner ${user}`);
      return `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`;
    },
    drop: (address) => tell(`drop database ${new URL(address).pathname.slice(1)} with (force)`),
    close: async () => {
      await postgres.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
