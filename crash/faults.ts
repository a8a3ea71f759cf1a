// The faults: what is done to a running installation, and when it is over. Whether it took it well is looked at by world.ts.
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Chance } from './chance.ts';
import type { Installation } from './installation.ts';
import { openProxy, startsHttp, tellsCommit } from './proxy.ts';

export const kills = ['kill', 'worker', 'postmaster', 'backend'] as const;
export const faults = [...kills, 'stop', 'disk', 'connections', 'cut', 'clock'] as const;
export type Fault = (typeof faults)[number];

export type Ground = {
  installation: Installation;
  chance: Chance;
  /** Where the writers write. */
  moveTo: (base: () => URL) => void;
  stopSeconds: number;
  note: (what: string) => void;
};

/** Does it, waits until it is over, and answers since when the installation has to be ready again. */
export type Doing = (ground: Ground) => Promise<number>;

const sinceNow = () => performance.now();

const kill: Doing = async ({ installation, chance, note }) => {
  const since = sinceNow();
  await installation.end('main', 'SIGKILL');
  const layout = chance.one(['both', 'web'] as const);
  note(`then ${layout}`);
  await installation.startMain(layout);
  if (layout === 'web' && !installation.runs('jobs')) await installation.startJobs();
  return since;
};

const worker: Doing = async ({ installation, chance }) => {
  // Beside a process that does everything, a second one that does jobs, too.
  if (!installation.runs('jobs')) {
    await installation.startJobs();
    await pause(chance.between(0, 1000));
  }
  const since = sinceNow();
  await installation.end('jobs', 'SIGKILL');
  await installation.startJobs();
  return since;
};

const postmaster: Doing = async ({ installation }) => {
  const since = sinceNow();
  process.kill(installation.postmaster(), 'SIGKILL');
  return since;
};

const backendsOf = `select pid from pg_stat_activity where usename = 'goodturn' and backend_type = 'client backend'`;

const backend: Doing = async ({ installation, chance }) => {
  const pids = await installation.asking(async (client) => (await client.query<{ pid: number }>(backendsOf)).rows);
  const since = sinceNow();
  const { pid } = chance.one(pids);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had just been let go.
  }
  return since;
};

const stop: Doing = async ({ installation, chance, stopSeconds, note }) => {
  const target = chance.one(['process', 'postmaster'] as const);
  note(target);
  const pid = installation.postmaster();
  const signal = (name: NodeJS.Signals) =>
    target === 'process' ? installation.signal('main', name) : process.kill(pid, name);
  signal('SIGSTOP');
  await pause(stopSeconds * 1000);
  const since = sinceNow();
  signal('SIGCONT');
  return since;
};

/** The folder must lie on a small disk of its own. */
const disk: Doing = async ({ installation, chance, note }) => {
  const filler = join(installation.data, 'filler');
  const { bavail, bsize } = statfsSync(installation.data);
  try {
    writeFileSync(filler, Buffer.alloc(bavail * bsize + 1));
  } catch {
    // Full, as it should be.
  }
  const until = sinceNow() + chance.between(4000, 8000);
  // The log of writes needs a new file: what cannot be written there brings the whole database down.
  const wal = chance.happens(0.5);
  note(wal ? 'also for the log of writes' : 'for tables');
  while (wal && sinceNow() < until - 1500) {
    await installation.asking((client) => client.query('select pg_switch_wal()')).catch(() => undefined);
    await pause(300);
  }
  await pause(Math.max(0, until - sinceNow()));
  const since = sinceNow();
  rmSync(filler);
  return since;
};

/** Somebody else has every connection there is. */
const connections: Doing = async ({ installation, chance, note }) => {
  const taken: pg.Client[] = [];
  const take = async () => {
    for (;;) {
      const client = new pg.Client(installation.database('goodturn'));
      client.on('error', () => undefined);
      try {
        await client.connect();
        taken.push(client);
      } catch {
        return;
      }
    }
  };
  await installation.asking(async (client) => {
    await take();
    const until = sinceNow() + chance.between(2000, 5000);
    while (sinceNow() < until) {
      await client.query(`select pg_terminate_backend(pid) from (${backendsOf} and application_name <> 'crash') ours`);
      await take();
      await pause(100);
    }
  });
  note(`${taken.length} taken`);
  const since = sinceNow();
  await Promise.all(taken.map((client) => client.end().catch(() => undefined)));
  return since;
};

/** The effect is committed, and the word of it does not arrive: between client and server, or between server and database. */
const cut: Doing = async (ground) => {
  const { installation, chance, moveTo, note } = ground;
  const happens = (share: number) => chance.happens(share);
  const between = chance.one(['client', 'database'] as const);
  const folder = join(installation.home, 'cut');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const socket = join(installation.data, 'socket', '.s.PGSQL.5432');
  const proxy =
    between === 'client'
      ? await openProxy(() => ({ host: '127.0.0.1', port: Number(installation.base().port) }), startsHttp, { happens })
      : await openProxy(() => ({ path: socket }), tellsCommit, { path: join(folder, '.s.PGSQL.5432'), happens });
  const base = between === 'client' ? new URL(`http://127.0.0.1:${proxy.port}`) : await installation.startSide(folder);
  moveTo(() => base);
  proxy.cutting(0.3);
  await pause(chance.between(1000, 2500));
  proxy.cutting(0);
  const since = sinceNow();
  note(`${between}: ${proxy.cuts()} answers cut off`);
  await pause(200);
  moveTo(installation.base);
  if (installation.runs('side')) await installation.end('side', 'SIGTERM');
  await proxy.close();
  return since;
};

/** Those that need nothing more than a running installation. */
export const doings: Partial<Record<Fault, Doing>> = {
  kill,
  worker,
  postmaster,
  backend,
  stop,
  disk,
  connections,
  cut,
};
