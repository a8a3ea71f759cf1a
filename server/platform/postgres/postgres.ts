// The built-in PostgreSQL, kept by this process: made on first use, started, revived, stopped.
// A database of one's own (DATABASE_URL) is looked at in external.ts instead.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseAccount, openDataFolder, ownFolder, type Account } from './account.ts';
import { findBinaries } from './binaries.ts';
import { database, makeCluster, makeRoleAndDatabase, role } from './cluster.ts';
import { lockFolder } from './lock.ts';
import { startPostmaster } from './postmaster.ts';

export type Connection = { host: string; port: number; user: string; database: string };
export type Postgres = {
  /** Holds as long as the process lives, also when the server behind it was started anew. */
  connection: Connection;
  /** Tells whoever tries to start a second time where this one listens. */
  tell: (address: string) => void;
  stop: () => Promise<void>;
};

type Options = {
  data: string;
  /** For tests alone: nothing is written through to the disk, and the folder goes away at the end. */
  throwaway?: boolean;
  warn?: (sentence: string) => void;
};

/** The number is part of the socket's file name only; nothing listens on the network. */
const port = 5432;

/**
 * Starts the built-in database. Call it from the main thread: the database ends with the thread that started it.
 * @throws CannotStart with a sentence for whoever started the program.
 */
export async function startPostgres({ data, throwaway = false, warn = () => {} }: Options): Promise<Postgres> {
  const account = databaseAccount();
  const home = openDataFolder(account, data);
  if (!throwaway) warnOfWeakDisk(home, warn);
  const lock = await lockFolder(home);
  try {
    const socketFolder = openSocketFolder(account, home);
    const binaries = findBinaries(home);
    const folder = await makeCluster(home, { account, binaries, throwaway });
    const place = { account, binaries, folder, socketFolder, port, logFile: join(home, 'postgres.log') };
    const postmaster = await startPostmaster(place, { throwaway, warn });
    const stop = async () => {
      await postmaster.stop();
      if (!socketFolder.startsWith(home)) rmSync(socketFolder, { recursive: true, force: true });
      if (throwaway) rmSync(home, { recursive: true, force: true });
      await lock.release();
    };
    await makeRoleAndDatabase(socketFolder, port, { throwaway }).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { connection: { host: socketFolder, port, user: role, database }, tell: lock.tell, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database for one run of the tests. */
export function startThrowawayPostgres(): Promise<Postgres> {
  return startPostgres({ data: mkdtempSync(join(tmpdir(), 'goodturn-test-')), throwaway: true });
}

/** The address of a Unix socket has room for 107 bytes, and PostgreSQL's setting has its own idea of commas and quotes. */
function openSocketFolder(account: Account, home: string): string {
  const inside = join(home, 'socket');
  const fits = Buffer.byteLength(join(inside, `.s.PGSQL.${port}`)) <= 107 && /^[\w./-]+$/.test(inside);
  return ownFolder(account, fits ? inside : mkdtempSync('/tmp/goodturn-'));
}

const weakDisks: Record<number, string> = {
  0x01021994: 'memory (tmpfs) and is gone after a restart of the machine',
  0x858458f6: 'memory (ramfs) and is gone after a restart of the machine',
  0x6969: 'a network disk (NFS), which may lose what was confirmed',
  0xff534d42: 'a network disk (CIFS), which may lose what was confirmed',
  0xfe534d42: 'a network disk (SMB), which may lose what was confirmed',
};

function warnOfWeakDisk(home: string, warn: (sentence: string) => void): void {
  const weak = weakDisks[statfsSync(home).type >>> 0];
  if (weak) warn(`The data folder ${home} lies on ${weak}; choose a folder on a local disk with --data.`);
}
