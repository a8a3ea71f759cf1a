// What a killed predecessor left behind: its processes, found by their working folder, and its lock files.
// Only whoever holds the folder's lock may clear it away.
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Fast shutdown first, then the immediate one, then the end. In milliseconds from the beginning. */
const steps = [
  { after: 0, signal: 'SIGINT' },
  { after: 15_000, signal: 'SIGQUIT' },
  { after: 20_000, signal: 'SIGKILL' },
] as const;

/** Ends every PostgreSQL process of the folder and waits until the last is gone. */
export async function endLeftovers(folder: string): Promise<void> {
  const began = Date.now();
  let step = 0;
  for (;;) {
    const pids = postgresIn(folder);
    if (pids.length === 0) return;
    const next = steps[step];
    if (next && Date.now() - began >= next.after) {
      step += 1;
      for (const pid of pids.filter((one) => next.signal === 'SIGKILL' || !pids.includes(parentOf(one))))
        end(pid, next.signal);
    }
    await pause(10);
  }
}

/** PostgreSQL takes a reused process number or an empty file for a running server, and would refuse to start for ever. */
export function removeLockFiles(folder: string, socketFolder: string, port: number): void {
  const socket = join(socketFolder, `.s.PGSQL.${port}`);
  for (const file of [join(folder, 'postmaster.pid'), `${socket}.lock`, socket]) rmSync(file, { force: true });
}

/** A zombie has no working folder any more and does not count. */
export function postgresIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === folder &&
          readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
        );
      } catch {
        return false;
      }
    });
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in between.
  }
}
