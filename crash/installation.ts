// The real processes of one installation on a data folder of its own: started, killed, stopped, watched. Knows nothing of what they do.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const root = join(import.meta.dirname, '..');

export type Settings = {
  /** The folder of the built-in database; in a new folder when not told. */
  data?: string | undefined;
  /** The address of the server that takes the mail. */
  smtp?: string | undefined;
  /** More variables for the main process, such as a false clock. */
  variables?: Record<string, string> | undefined;
};

type Role = 'main' | 'jobs' | 'side';
export type Installation = Awaited<ReturnType<typeof openInstallation>>;

/** Nothing runs yet. `fell` are the processes that ended though nobody had killed them. */
export async function openInstallation({ data, smtp, variables = {} }: Settings) {
  const home = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'goodturn-crash-'));
  // The database may run as another user, who passes through here.
  chmodSync(home, 0o711);
  const folder = data ?? join(home, 'data');
  const running = new Map<Role, ChildProcess>();
  const fell: string[] = [];
  let port = 0;

  const database = (user: string): pg.ClientConfig => ({
    host: join(folder, 'socket'),
    port: 5432,
    user,
    database: 'goodturn',
    application_name: 'crash',
    connectionTimeoutMillis: 10_000,
  });

  /** Starts one process; answers when it says that it is ready, or fails when it ends first. */
  function begin(role: Role, args: string[], more: Record<string, string>): Promise<string> {
    const log = openSync(join(home, `${role}.log`), 'a');
    const child = spawn(process.execPath, [join(root, 'server/main.ts'), ...args], {
      cwd: root,
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
        ...{ DATABASE_URL: '', PUBLIC_URL: '', PORT: '', GOODTURN_DATA: '' },
        ...(smtp ? { GOODTURN_SMTP_URL: smtp, GOODTURN_MAIL_FROM: 'Goodturn <goodturn@example.com>' } : {}),
        ...more,
      },
      stdio: ['ignore', 'pipe', log],
    });
    closeSync(log);
    running.set(role, child);
    return new Promise((done, fail) => {
      let said = '';
      child.stdout?.on('data', (part: Buffer) => {
        said += part.toString();
        if (/Goodturn (is ready at|does its jobs)/.test(said)) done(said);
      });
      child.once('exit', (code, signal) => {
        if (running.get(role) === child) {
          running.delete(role);
          fell.push(`${role} ended with ${code ?? signal}: ${lastWords(role)}`);
        }
        fail(new Error(`${role} ended with ${code ?? signal}: ${lastWords(role)}`));
      });
    });
  }

  const lastWords = (role: Role) => readFileSync(join(home, `${role}.log`), 'utf8').slice(-500);

  async function end(role: Role, signal: NodeJS.Signals): Promise<void> {
    const child = running.get(role);
    if (!child) return;
    running.delete(role);
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }

  const installation = {
    home,
    data: folder,
    fell,
    base: () => new URL(`http://127.0.0.1:${port}`),
    database,
    runs: (role: Role) => running.has(role),
    end,

    /** The process with the built-in database; `web` leaves the jobs to another one. */
    startMain: async (layout: 'both' | 'web') => {
      const only = layout === 'web' ? ['--only', 'web'] : [];
      const said = await begin('main', ['--data', folder, '--port', String(port), ...only], variables);
      port = Number(/ready at \S+:(\d+)/.exec(said)?.[1] ?? port);
    },
    /** Another process that does the jobs, on the same database. */
    startJobs: () => begin('jobs', ['--only', 'jobs'], { DATABASE_URL: urlOf(join(folder, 'socket')) }),
    /** Another web process, whose way to the database leads by this folder with a socket. @returns where it listens */
    startSide: async (socket: string) => {
      const said = await begin('side', ['--only', 'web', '--port', '0'], { DATABASE_URL: urlOf(socket) });
      return new URL(`http://127.0.0.1:${/ready at \S+:(\d+)/.exec(said)?.[1]}`);
    },
    signal: (role: Role, signal: NodeJS.Signals) => running.get(role)?.kill(signal),
    postmaster: () => Number(readFileSync(join(folder, 'pgdata18', 'postmaster.pid'), 'utf8').split('\n')[0]),

    /** Does `work` on a connection of its own to the database, as its superuser. */
    asking: async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
      const client = new pg.Client(database('postgres'));
      client.on('error', () => undefined);
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end().catch(() => undefined);
      }
    },

    close: async () => {
      for (const role of ['side', 'jobs', 'main'] as const) await end(role, 'SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
  return installation;
}

const urlOf = (socket: string) => `postgres://goodturn@localhost:5432/goodturn?host=${encodeURIComponent(socket)}`;

/** Milliseconds from `since` until the server says that it is ready, and still says so for a while; gives up after `limit`. */
export async function readyAfter({ base, runs, startMain }: Installation, since: number, limit: number) {
  let began: number | undefined;
  for (;;) {
    // It fell by itself, which is told: whoever keeps a server starts it again.
    if (!runs('main')) await startMain('both');
    const good = await fetch(new URL('/readyz', base()), { signal: AbortSignal.timeout(2000) }).then(
      async (answer) => (await answer.text(), answer.status === 200),
      () => false,
    );
    const now = performance.now();
    began = good ? (began ?? now) : undefined;
    // What dies may still answer once.
    if (began !== undefined && now - began > 150) return began - since;
    if (now - since > limit) return Infinity;
    await pause(15);
  }
}
