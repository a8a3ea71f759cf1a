// The account that PostgreSQL runs as: oneself, or for root a system user of its own, because PostgreSQL refuses root.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CannotStart } from '../config.ts';

const userName = 'goodturn';

/** `switched` is set for root, who starts PostgreSQL as another user. */
export type Account = { uid: number; gid: number; switched: boolean };

export function databaseAccount(): Account {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined || process.platform !== 'linux') {
    throw new CannotStart('The built-in database runs on Linux; elsewhere, set DATABASE_URL to a PostgreSQL 18.');
  }
  return uid === 0 ? { ...systemUser(), switched: true } : { uid, gid, switched: false };
}

/** What goes before a command so that it runs as the account and does not outlive this process. */
export function asAccount(account: Account, atParentsDeath: 'INT' | 'KILL'): string[] {
  const user = account.switched ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : [];
  return ['setpriv', ...user, '--no-new-privs', `--pdeathsig=${atParentsDeath}`, '--'];
}

/** Makes a private folder of the account inside the data folder. */
export function ownFolder(account: Account, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account.switched) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Makes the data folder if need be and sees to it that the account can reach it. @returns its real path */
export function openDataFolder(account: Account, folder: string): string {
  const inside = (at: string): CannotStart =>
    new CannotStart(
      `The data folder ${folder} cannot be used, because the database runs as the user "${userName}", who may not enter ${at}; ` +
        `choose another with --data, such as /var/lib/goodturn.`,
    );
  try {
    // Before anything is made, so that a refusal leaves nothing behind.
    const closed = above(folder).find((at) => !mayEnter(account, at));
    if (closed) throw inside(closed);
    mkdirSync(folder, { recursive: true, mode: account.switched ? 0o711 : 0o700 });
    const real = realpathSync(folder);
    // A folder that root made for us alone, as mktemp does, is opened for passing through, not for reading.
    if (!mayEnter(account, real) && isOurs(real)) chmodSync(real, (statSync(real).mode & 0o777) | 0o011);
    if (!mayEnter(account, real)) throw inside(real);
    return real;
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `The data folder ${folder} cannot be used (${(error as Error).message}); choose another with --data.`,
    );
  }
}

/** The real folders that one passes on the way to this one, as far as they exist, nearest first. */
function above(folder: string): string[] {
  let at = dirname(resolve(folder));
  while (!existsSync(at)) at = dirname(at);
  const way: string[] = [];
  for (let here = realpathSync(at); ; here = dirname(here)) {
    way.push(here);
    if (here === '/') return way;
  }
}

function mayEnter(account: Account, folder: string): boolean {
  if (!account.switched) return true;
  const { uid, gid, mode } = statSync(folder);
  if (uid === account.uid) return Boolean(mode & 0o100);
  return Boolean(mode & (gid === account.gid ? 0o010 : 0o001));
}

const isOurs = (folder: string): boolean => {
  const content = readdirSync(folder);
  return statSync(folder).uid === 0 && (content.length === 0 || content.some((name) => name.startsWith('pgdata')));
};

function systemUser(): { uid: number; gid: number } {
  const known = lookUp();
  if (known) return known;
  const made = spawnSync(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      userName,
    ],
    { encoding: 'utf8' },
  );
  const found = lookUp();
  if (found) return found;
  throw new CannotStart(
    `PostgreSQL does not run as root, and the user "${userName}" for it could not be made (${made.stderr?.trim() || made.error?.message}); ` +
      `make it, start Goodturn as another user, or set DATABASE_URL.`,
  );
}

function lookUp(): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((what) =>
    Number(spawnSync('id', [what, userName], { encoding: 'utf8' }).stdout || NaN),
  );
  return uid && gid ? { uid, gid } : undefined;
}
