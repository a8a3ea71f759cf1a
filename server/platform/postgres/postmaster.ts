// The server process of the built-in database: started, awaited, stopped, and started again when it dies.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { CannotStart } from '../config.ts';
import { asAccount, type Account } from './account.ts';
import { plainEnvironment, superuser } from './cluster.ts';
import { endLeftovers, removeLockFiles } from './leftovers.ts';

export type Place = {
  account: Account;
  binaries: string;
  folder: string;
  socketFolder: string;
  port: number;
  logFile: string;
};
export type Postmaster = { stop: () => Promise<void> };

/** What holds for every start; never the switches of durability, which keep PostgreSQL's own defaults. */
const always = {
  listen_addresses: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  max_connections: '100',
  unix_socket_permissions: '0700',
};
const forgetful = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '64MB' };

/** Milliseconds between two tries to bring the server back, at most; and after how many of them we complain again. */
const longestPause = 1500;
const complainEvery = 40;

const stopSteps = [
  { signal: 'SIGINT', patience: 30_000 },
  { signal: 'SIGQUIT', patience: 5_000 },
  { signal: 'SIGKILL', patience: 5_000 },
] as const;

/** @param warn is told when the server died and does not come back at once. */
export async function startPostmaster(
  place: Place,
  { throwaway, warn }: { throwaway: boolean; warn: (sentence: string) => void },
): Promise<Postmaster> {
  let stopping = false;
  let child: ChildProcess = await launch(place, throwaway);
  let revived: Promise<void> = Promise.resolve();
  const watch = (): void => {
    child.once('exit', () => {
      if (!stopping) revived = revive();
    });
  };
  // A full disk may take the server down and keep it down: it comes back when there is room, with nobody's help.
  const revive = async (): Promise<void> => {
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        child = await launch(place, throwaway);
        watch();
        return;
      } catch (error) {
        if (attempt % complainEvery === 1) warn(`${(error as Error).message} It is tried again until it does.`);
        await pause(Math.min(100 * 2 ** attempt, longestPause));
      }
    }
  };
  watch();
  return {
    stop: async () => {
      stopping = true;
      await revived;
      for (const { signal, patience } of stopSteps) {
        if (await endsWithin(child, signal, patience)) return;
      }
    },
  };
}

async function launch(place: Place, throwaway: boolean): Promise<ChildProcess> {
  await endLeftovers(place.folder);
  removeLockFiles(place.folder, place.socketFolder, place.port);
  const options = {
    ...always,
    ...(throwaway ? forgetful : {}),
    unix_socket_directories: place.socketFolder,
    port: String(place.port),
  };
  const [program = '', ...args] = [
    ...asAccount(place.account, 'INT'),
    ...[join(place.binaries, 'postgres'), '-D', place.folder],
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = openLog(place.logFile);
  // Its own session, so that Ctrl C in the terminal reaches us first and the database last.
  const child = spawn(program, args, {
    cwd: place.folder,
    env: plainEnvironment,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  await answers(child, place);
  return child;
}

async function answers(child: ChildProcess, place: Place): Promise<void> {
  let failed: Error | undefined;
  child.once('error', (error) => (failed = error));
  for (let wait = 5; ; wait = Math.min(wait * 1.5, 500)) {
    if (failed || child.exitCode !== null || child.signalCode !== null) {
      const why = failed?.message ?? readFileSync(place.logFile, 'utf8').trimEnd().split('\n').slice(-3).join(' ');
      throw new CannotStart(`The database did not start: ${why} (its log is ${place.logFile}).`);
    }
    // Recovery after a crash may take its time: as long as the process lives, we wait.
    if (await pings(place)) return;
    await pause(wait);
  }
}

async function pings(place: Place): Promise<boolean> {
  const client = new Client({ host: place.socketFolder, port: place.port, user: superuser, database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function endsWithin(child: ChildProcess, signal: NodeJS.Signals, patience: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(true);
    });
    child.kill(signal);
  });
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
