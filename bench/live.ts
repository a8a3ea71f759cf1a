// `npm run bench -- --live`: many open streams on one web process, rights checked for each event, writes at a steady pace,
// the process killed in the middle; and a ledger of what everybody was to hear.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lean } from '../run/node.mjs';
import { latest } from '../server/platform/changes.ts';
import { openDatabase } from '../server/platform/db.ts';
import { migrate } from '../server/platform/migrate.ts';
import { startPostgres } from '../server/platform/postgres/postgres.ts';
import { makeCompany } from './live-company.ts';
import { ledgerOf, lostOf } from './live-ledger.ts';
import type { Spread, State, ToListeners, Verdict } from './live-listeners.ts';
import { ask, begin, parentOf, processorOf, residentOf } from './live-process.ts';
import type { ToWriters, Written } from './live-writers.ts';

export type LiveOptions = {
  open: number;
  people: number;
  /** Per second. */
  writes: number;
  seconds: number;
  /** Kills the web process in the middle. */
  kill: boolean;
  /** A folder for the processor profile of the web process, of the second one when the first is killed. */
  profile?: string | undefined;
};

const patience = 90_000;
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const clock = () => performance.timeOrigin + performance.now();
const freePort = () =>
  new Promise<number>((done) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const address = socket.address();
      socket.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Measures live news, prints a table and, last, everything as one line of JSON. False when a goal is missed. */
export async function benchLive({ open, people, writes, seconds, kill, profile }: LiveOptions): Promise<boolean> {
  const data = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'goodturn-live-'));
  const postgres = await startPostgres({ data });
  const database = openDatabase(postgres.connection, { statementTimeout: 600_000 });
  const [listeners, writers] = [begin('live-listeners.ts'), begin('live-writers.ts')];
  let web: ChildProcess | undefined;
  try {
    await migrate(database.pool);
    const port = await freePort();
    const company = await makeCompany(database, people, new URL(`http://localhost:${port}`));
    const start = (again: boolean) => startWeb(postgres.connection, port, again === kill ? profile : undefined);
    web = await start(false);
    const backend = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const postmaster = parentOf(backend.rows[0]?.pid ?? 0);

    const began = clock();
    const each = Math.ceil(open / people);
    await ask(listeners, { tell: 'open', port, each, people: company.listeners, atOnce: 100 } satisfies ToListeners);
    const opening = clock() - began;
    const idle = residentOf(web.pid ?? 0);
    const since = await latest(database.db);
    console.log(
      `${each * people} streams of ${people} people open after ${(opening / 1000).toFixed(1)} s; ${idle.toFixed(0)} MiB`,
    );

    const used = { web: processorOf(web.pid ?? 0), postgres: processorOf(postmaster), at: clock() };
    let most = idle;
    const watch = setInterval(() => (most = Math.max(most, residentOf(web?.pid ?? 0))), 500);
    const order: ToWriters = { port, perSecond: writes, seconds, teams: company.teams, requests: company.requests };
    const writing = ask<Written[]>(writers, order);
    // Looked at when its turn comes; until then another fault is the one to tell of.
    writing.catch(() => undefined);
    const share = { web: 0, postgres: 0 };
    const takeShare = () => {
      const took = clock() - used.at;
      share.web = (processorOf(web?.pid ?? 0) - used.web) / took;
      share.postgres = (processorOf(postmaster) - used.postgres) / took;
    };
    const away = { from: Infinity, to: -Infinity };
    let back = 0;
    if (kill) {
      await pause((seconds / 2) * 1000);
      takeShare();
      away.from = clock() - 1000;
      web.removeAllListeners('exit');
      web.kill('SIGKILL');
      web = await start(true);
      console.log(`the process is ready again ${((clock() - away.from - 1000) / 1000).toFixed(1)} s after the kill`);
      back = await returned(listeners, each * people, away.from + 1000);
      away.to = clock() + 1000;
    }
    const written = await writing;
    if (!kill) takeShare();
    await quiet(listeners);
    clearInterval(watch);
    const changes = await ledgerOf(database.pool, since, written, away);
    const verdict = await ask<Verdict>(listeners, { tell: 'judge', changes, opened: began } satisfies ToListeners);
    const lost = lostOf(written, changes);
    const took = Float64Array.from(written.map((write) => write.took)).toSorted();
    const figures = {
      streams: each * people,
      people,
      opening: Math.round(opening),
      writes: written.length,
      perSecond: writes,
      refused: written.filter(({ status }) => status >= 300).length,
      retried: written.filter(({ tries }) => tries > 1).length,
      writeP99: Math.round(took[Math.floor(took.length * 0.99)] ?? 0),
      changes: changes.length,
      ...verdict,
      lost,
      backAfter: kill ? Math.round(back) : null,
      rss: { idle: Math.round(idle), most: Math.round(most) },
      cores: { web: Number(share.web.toFixed(2)), postgres: Number(share.postgres.toFixed(2)) },
    };
    print(figures, kill);
    const good =
      verdict.missed === 0 &&
      verdict.wrong === 0 &&
      verdict.doubled === 0 &&
      lost === 0 &&
      verdict.latency[0].p99 <= 2000 &&
      most <= 1024;
    console.log(JSON.stringify({ ...figures, good }));
    return good;
  } finally {
    listeners.disconnect();
    writers.disconnect();
    web?.removeAllListeners('exit');
    if (web && web.exitCode === null) {
      const gone = new Promise((done) => web?.once('exit', done));
      web.kill('SIGTERM');
      await gone;
    }
    await database.close();
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

type Figures = Omit<Verdict, 'latency'> & {
  latency: [Spread, Spread];
  rss: { idle: number; most: number };
  cores: { web: number; postgres: number };
  backAfter: number | null;
  changes: number;
  lost: number;
  writeP99: number;
};

function print(figures: Figures, kill: boolean): void {
  const { latency, rss, cores } = figures;
  const line = (name: string, { count, p50, p95, p99, max }: Spread) =>
    [name.padEnd(28), count, `${p50} ms`, `${p95} ms`, `${p99} ms`, `${max} ms`]
      .map((cell) => String(cell).padStart(9))
      .join(' ');
  console.log(
    ['from write to ear'.padEnd(28), 'events', 'p50', 'p95', 'p99', 'max'].map((cell) => cell.padStart(9)).join(' '),
  );
  console.log(line('in usual running', latency[0]));
  if (kill) console.log(line('across the kill', latency[1]));
  console.log(
    `${figures.changes} changes; heard ${figures.heard} of ${figures.expected}: missed ${figures.missed}, doubled ${figures.doubled}, ` +
      `heard without a right ${figures.wrong}, told to read anew ${figures.resyncs}, ended ${figures.ended}; acknowledged writes lost ${figures.lost}`,
  );
  if (kill) console.log(`all streams back ${((figures.backAfter ?? 0) / 1000).toFixed(1)} s after the kill`);
  console.log(
    `memory of the web process (RSS) ${rss.idle} MiB idle, ${rss.most} MiB at most; cores: web ${cores.web}, PostgreSQL ${cores.postgres}; a write took p99 ${figures.writeP99} ms`,
  );
}

/** When all are back, in milliseconds after `since`. */
async function returned(listeners: ChildProcess, all: number, since: number): Promise<number> {
  const asked = clock();
  for (;;) {
    const { open, lastOpened, refused, connecting } = await ask<State>(listeners, {
      tell: 'state',
    } satisfies ToListeners);
    if (open >= all) return lastOpened - since;
    if (clock() - asked > patience)
      throw new Error(
        `only ${open} of ${all} streams came back in ${patience / 1000} s; ${connecting} try; refused: ${JSON.stringify(refused)}`,
      );
    await pause(250);
  }
}

/** Waits until nobody hears anything new any more. */
async function quiet(listeners: ChildProcess): Promise<void> {
  for (let before = -1, calm = 0; calm < 6;) {
    const { heard } = await ask<State>(listeners, { tell: 'state' } satisfies ToListeners);
    calm = heard === before ? calm + 1 : 0;
    before = heard;
    await pause(500);
  }
}

type Connection = { host: string; port: number; user: string; database: string };

function startWeb(
  { host, port: socket, user, database }: Connection,
  port: number,
  profile?: string,
): Promise<ChildProcess> {
  const url = `postgres://${user}@localhost:${socket}/${database}?host=${encodeURIComponent(host)}`;
  const profiled = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const main = join(import.meta.dirname, '../server/main.ts');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...lean, ...profiled, main, '--port', String(port), '--only', 'web'], {
      env: { ...process.env, DATABASE_URL: url, PUBLIC_URL: '', PORT: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout?.on('data', (part: Buffer) => part.toString().includes('Goodturn is ready') && done(child));
    child.once('exit', (code) => fail(new Error(`the web process ended with ${code}`)));
  });
}
