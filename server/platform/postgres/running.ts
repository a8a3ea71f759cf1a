// Finds the built-in database of a data folder where it is running already, kept by another process: what it wrote down about itself.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { major } from './binaries.ts';
import { database, role } from './cluster.ts';
import type { Connection } from './postgres.ts';

/** Whether a database was ever made in this data folder. */
export const hasCluster = (data: string): boolean => existsSync(join(data, `pgdata${major}`, 'global', 'pg_control'));

/** How to reach the database that runs on this data folder; undefined when none answers. */
export async function findRunning(data: string): Promise<Connection | undefined> {
  const [, , , port, host] = linesOf(join(data, `pgdata${major}`, 'postmaster.pid'));
  if (!host || !port) return undefined;
  const connection = { host, port: Number(port), user: role, database };
  const client = new Client(connection);
  client.on('error', () => {});
  try {
    await client.connect();
    return connection;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
