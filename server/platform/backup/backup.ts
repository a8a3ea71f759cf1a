// Backs a database up while it is in use: everything as it was at one instant, in one file. How the file looks: file.ts.
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CannotStart } from '../config.ts';
import type { Connection } from '../db.ts';
import { writeBackup } from './file.ts';
import { summing, type Head, type Order, type Sum } from './shapes.ts';
import { columnsOf, inOrder, quoted, referencesIn, sameWords, tablesIn, type TableOf } from './tables.ts';
import { isUnfinished } from './unfinished.ts';

export type Made = { company: string | null; tables: number; rows: number; bytes: number };

/** Writes everything into `path`. @throws CannotStart when there is nothing to back up. */
export async function backUp(connection: Connection, path: string, now: Date): Promise<Made> {
  const client = new pg.Client({ ...connection, application_name: 'goodturn backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (await isUnfinished(client))
      throw new CannotStart('This database holds an unfinished restore: there is nothing whole to back up yet.');
    await client.query(sameWords);
    await client.query('begin isolation level repeatable read read only');
    const head = await headOf(client, now);
    const sums: Sum[] = [];
    const bytes = await writeBackup(path, textOf(client, head, sums));
    await client.query('commit');
    return { company: head.company, tables: sums.length, rows: sums.reduce((sum, { rows }) => sum + rows, 0), bytes };
  } finally {
    await client.end();
  }
}

async function headOf(client: pg.Client, now: Date): Promise<Head> {
  const known = await client.query<{ known: boolean }>(
    `select to_regclass('goodturn.platform_migration') is not null as known`,
  );
  if (!known.rows[0]?.known) throw new CannotStart('This database holds no Goodturn: there is nothing to back up.');
  // Held until the end, so that no newer version changes a table while it is being read.
  const tables = inOrder(await tablesIn(client), await referencesIn(client));
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
  const migrations = await client.query<Head['migrations'][number]>(
    'select name, digest from platform_migration order by name',
  );
  const told = await client.query<{ company: string | null; postgres: string }>(
    `select (select name from directory_company) as company, current_setting('server_version') as postgres`,
  );
  const { company = null, postgres = '' } = told.rows[0] ?? {};
  return { company, made: now.toISOString(), postgres, migrations: migrations.rows, tables };
}

async function* textOf(client: pg.Client, head: Head, sums: Sum[]): AsyncGenerator<string | Buffer> {
  yield `${JSON.stringify(head)}\n`;
  for (const table of head.tables) {
    yield `table ${table.name}\n`;
    const counted = summing(table.name);
    yield* counted.through(rowsOf(client, table));
    sums.push(counted.sum());
    yield '\\.\n';
  }
  yield 'orders\n';
  for (const order of await ordersIn(client)) yield `${JSON.stringify(order)}\n`;
  yield '\\.\n';
  yield `${JSON.stringify({ tables: sums })}\n`;
}

/** A table's rows as COPY writes them. */
export const rowsOf = (client: pg.ClientBase, table: TableOf): AsyncIterable<Buffer> =>
  client.query(copyTo(`copy goodturn.${quoted(table.name)} (${columnsOf(table)}) to stdout`));

/** Jobs that wait for their turn; what failed for good is history, and what comes round by the clock orders itself. */
async function ordersIn(client: pg.ClientBase): Promise<Order[]> {
  const found = await client.query<Order>(
    `select t.identifier as task, j.payload, q.queue_name as queue, j.run_at::text, j.max_attempts, j.key, j.priority
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts order by j.id`,
  );
  return found.rows;
}
