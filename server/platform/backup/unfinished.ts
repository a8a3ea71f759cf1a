// The mark of a restore that has begun: it stands in the database, outside of what is restored, until all is there.
import type pg from 'pg';
import { CannotStart } from '../config.ts';

type Asked = pg.Pool | pg.ClientBase;

export async function isUnfinished(client: Asked): Promise<boolean> {
  const found = await client.query<{ begun: boolean }>(
    `select to_regclass('goodturn_restore.unfinished') is not null as begun`,
  );
  return found.rows[0]?.begun ?? false;
}

/** @throws CannotStart on a database whose restore was broken off: half a company is worse than none. */
export async function refuseUnfinished(client: Asked): Promise<void> {
  if (!(await isUnfinished(client))) return;
  throw new CannotStart(
    'This database holds an unfinished restore: it was broken off before everything was there. Run "npm run restore" again with the same file.',
  );
}

export const markUnfinished = (client: Asked) =>
  client.query(
    'create schema if not exists goodturn_restore; create table if not exists goodturn_restore.unfinished ()',
  );

export const markFinished = (client: Asked) => client.query('drop schema goodturn_restore cascade');
