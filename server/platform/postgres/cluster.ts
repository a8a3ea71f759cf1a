// The database cluster on the disk: made once, whole or not at all; and inside it the app's plain role and its database.
import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { CannotStart } from '../config.ts';
import { asAccount, ownFolder, type Account } from './account.ts';
import { major } from './binaries.ts';
import { endLeftovers } from './leftovers.ts';

export const superuser = 'postgres';
export const role = 'goodturn';
export const database = 'goodturn';

/** PostgreSQL reads messages and sorts by this; the machine's own locale must not matter. */
export const plainEnvironment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/** @returns the cluster's folder, named by the major version because the next major cannot open it. */
export async function makeCluster(
  data: string,
  { account, binaries, throwaway }: { account: Account; binaries: string; throwaway: boolean },
): Promise<string> {
  const folder = join(data, `pgdata${major}`);
  const half = `${folder}.init`;
  if (existsSync(half)) {
    await endLeftovers(half);
    rmSync(half, { recursive: true, force: true });
  }
  if (existsSync(join(folder, 'global', 'pg_control'))) return folder;
  if (existsSync(join(folder, 'base'))) {
    throw new CannotStart(
      `The database in ${folder} is damaged (its control file is missing); restore it from a backup.`,
    );
  }
  // Without tables there never was a cluster: a half-made one of another hand.
  rmSync(folder, { recursive: true, force: true });
  ownFolder(account, half);
  await run(account, half, [
    join(binaries, 'initdb'),
    ...['-D', half, '-U', superuser, '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'],
    // A container's /dev/shm is small, and a kill leaves segments there.
    ...['--set', 'dynamic_shared_memory_type=mmap'],
    ...(throwaway ? ['--no-sync'] : []),
  ]);
  renameSync(half, folder);
  return folder;
}

function run(account: Account, cwd: string, command: string[]): Promise<void> {
  const [program = '', ...args] = [...asAccount(account, 'KILL'), ...command];
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(program, args, { cwd, env: plainEnvironment, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (part) => (said += part));
    child.on('error', (error) => reject(new CannotStart(`The database could not be made: ${error.message}.`)));
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new CannotStart(`The database could not be made: ${said.trim() || `initdb ended with ${code}`}`)),
    );
  });
}

/**
 * The app connects as an ordinary role that owns its database, so that what is granted binds it.
 * Every start looks again: the first one may have been killed in between.
 */
export async function makeRoleAndDatabase(
  socketFolder: string,
  port: number,
  { throwaway }: { throwaway: boolean },
): Promise<void> {
  const client = new Client({ host: socketFolder, port, user: superuser, database: 'postgres' });
  await client.connect();
  try {
    const roles = await client.query('select from pg_roles where rolname = $1', [role]);
    // Tests clone a database for each file.
    if (roles.rowCount === 0) await client.query(`create role ${role} login${throwaway ? ' createdb' : ''}`);
    const databases = await client.query('select from pg_database where datname = $1', [database]);
    if (databases.rowCount === 0) await client.query(`create database ${database} owner ${role}`);
  } finally {
    await client.end();
  }
}
