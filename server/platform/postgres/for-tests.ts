// One PostgreSQL for a whole run of the tests, with a migrated template that each test file clones. Vitest's global set-up.
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../db.ts';
import { migrate } from '../migrate.ts';
import { startThrowawayPostgres, type Connection } from './postgres.ts';

export type PostgresForTests = { host: string; port: number; user: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests;
  }
}

const template = 'goodturn_template';

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const { postgres, stop } = await startWithTemplate();
  project.provide('postgres', postgres);
  return stop;
}

/** The same for programs that are no test run. */
export async function startWithTemplate(): Promise<{ postgres: PostgresForTests; stop: () => Promise<void> }> {
  const { connection, stop } = await startThrowawayPostgres();
  try {
    await make(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  const { host, port, user } = connection;
  return { postgres: { host, port, user, template }, stop };
}

async function make(connection: Connection) {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  const { pool, close } = openDatabase({ ...connection, database: template });
  await migrate(pool);
  await close();
}
