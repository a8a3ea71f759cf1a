// A throwaway company server for one journey: the real process on a real PostgreSQL of its own, on a free port. It can be ended and started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
// The sample company alone may take most of a minute on a busy machine.
const patience = 180_000;

export type House = {
  /** Scheme, name and port; the same after a restart. */
  url: string;
  /** The folder that holds its data. */
  data: string;
  /** What the server wrote, with the calls that failed by its own fault. */
  log: () => string;
  stop: () => Promise<void>;
  /** Starts again after `stop`, on the same data and port; so many minutes later than it is. */
  start: (later?: number) => Promise<void>;
  /** Ends it at once, as a power cut does. */
  kill: () => Promise<void>;
  /** Ends it and removes its data. */
  close: () => Promise<void>;
};

/** A folder for data that nobody has made yet. */
export const freshFolder = () => join(tmpdir(), `goodturn-journey-${randomBytes(6).toString('hex')}`);

type Kind = {
  /** With the sample company. */
  demo?: boolean;
  data?: string;
  /** The address of a PostgreSQL that is there already, instead of one of its own. */
  database?: string;
  only?: 'web' | 'jobs';
  /** How many times as fast as ours its clock runs, for what comes round by the minute. */
  pace?: number;
};

/** Starts a server. @throws when it does not come up within three minutes */
export async function openHouse({
  demo = false,
  data = freshFolder(),
  database,
  only,
  pace = 1,
}: Kind = {}): Promise<House> {
  let log = '';
  let url = '';
  let child: ChildProcess | null = null;

  const start = (later = 0) =>
    new Promise<void>((resolve, reject) => {
      const port = url ? new URL(url).port : '0';
      const more = [...(demo ? ['--demo'] : []), ...(only ? ['--only', only] : [])];
      const ahead = later > 0 || pace !== 1 ? ['--import', join(import.meta.dirname, 'clock-ahead.ts')] : [];
      const args = [...ahead, 'server/main.ts', '--data', data, '--port', port, ...more];
      const env = {
        ...process.env,
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
        ...{ PORT: '', PUBLIC_URL: '', DATABASE_URL: database ?? '', GOODTURN_DATA: '' },
      };
      if (ahead.length > 0) Object.assign(env, { CLOCK_AHEAD: String(later * 60_000), CLOCK_PACE: String(pace) });
      // The channel's end tells the server when the journeys themselves are killed.
      const server = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      child = server;
      const timer = setTimeout(() => reject(new Error(`The server did not come up:\n${log}`)), patience);
      const hear = (part: Buffer) => {
        // Calls that are cut off because the server was told to end are nobody's fault.
        if (child !== server) return;
        log += part.toString();
        const ready = /Goodturn (?:is ready at (\S+)|does its jobs)/.exec(part.toString());
        if (!ready) return;
        url = ready[1] ?? '';
        clearTimeout(timer);
        resolve();
      };
      server.stdout?.on('data', hear);
      server.stderr?.on('data', hear);
      server.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`The server ended with ${code}:\n${log}`));
      });
    });

  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      const server = child;
      child = null;
      if (!server || server.exitCode !== null) return resolve();
      server.removeAllListeners('exit');
      server.once('exit', () => resolve());
      server.kill(signal);
    });
  const stop = () => end('SIGTERM');

  const close = async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return { url, data, log: () => log, stop, start, kill: () => end('SIGKILL'), close };
}
