// A PostgreSQL that keeps what it confirms, as processes of the product demand, on which databases may be made; gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { superuser } from '../../server/platform/postgres/cluster.ts';
import { startPostgres } from '../../server/platform/postgres/postgres.ts';
import { databasesOn, type Databases, type Server } from './databases.ts';

/** Runs `work` with such a server. */
export async function onDurable(work: (databases: Databases, server: Server) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'goodturn-durable-'));
  const { connection, stop } = await startPostgres({ data });
  try {
    const admin = new pg.Client({ ...connection, user: superuser, database: 'postgres' });
    await admin.connect();
    await admin.query(`alter role ${connection.user} createdb`).finally(() => admin.end());
    await work(databasesOn(connection), connection);
  } finally {
    await stop();
    rmSync(data, { recursive: true, force: true });
  }
}
