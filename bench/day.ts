// What people do all day, through HTTP: processor time and speed beside the physical limit taken in the same run.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLoad } from '../run/budget.mjs';
import { rareWord } from './fill.ts';
import { standGoals } from './goals.ts';
import { helloSource, limitsOf, machine, type Limit } from './limits.ts';
import { load, type Measured } from './load.ts';
import { cpuOf, memoryOf } from './processes.ts';
import { scenesOf, type Scene } from './scenes.ts';
import { cast, cookiesOf, ended, freePort, openStage, serve } from './stage.ts';

export type DayOptions = {
  /** Requests in the company. */
  scale: number;
  /** Calls in a round, and rounds. */
  count: number;
  rounds: number;
  /** A folder that is filled once and used again. */
  data?: string | undefined;
  /** Only scenes with this in their name. */
  only?: string | undefined;
  /** A folder for the processor profile of the server. */
  profile?: string | undefined;
  /** A file for the report. */
  json?: string | undefined;
  limited: boolean;
};

type Line = {
  scene: string;
  clients: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds a call, of the server and of PostgreSQL. */
  node: number;
  postgres: number;
  cpu: number;
  /** Lowest and highest of the rounds. */
  range: [number, number];
  limit: number | null;
  times: number | null;
  goal: number | null;
  failed: number;
};

/** Measures, prints a line for each scene, and the rest below. */
export async function benchDay({
  scale,
  count,
  rounds,
  data,
  only,
  profile,
  json,
  limited,
}: DayOptions): Promise<void> {
  const stage = await openStage(scale, data, console.log);
  const { members, ...rest } = await cast(stage.pool);
  const company = {
    ...rest,
    members: await cookiesOf(stage, members),
    rareWord,
    goal: await standGoals(stage, console.log),
  };
  const where = { ...stage.connection, postmaster: stage.postmaster };
  console.log(`${machine()}; ${scale} requests`);

  const { by, limits } = !limited
    ? { by: 'nobody', limits: new Map<string, Limit>() }
    : await limitsOf(where, { requests: scale, team: company.team });
  const hello = await measureHello();

  const cold = await serve(stage);
  await cold.stop();
  const server = await serve(stage, profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []);
  const starts = { cold: cold.seconds, warm: server.seconds };

  const lines: Line[] = [];

  const run = String(Date.now());
  const scenes = scenesOf(company, run).filter(({ name }) => !only || name.includes(only));
  let turn = 0;

  async function measure(
    scene: Scene,
    clients: number,
    calls: number,
  ): Promise<Measured & { node: number; postgres: number }> {
    const before = { node: cpuOf(server.pid), postgres: cpuOf(stage.postmaster) };
    const from = turn;
    turn += calls + 1000;
    const measured = await load(
      server.base,
      (index) => ({ cookie: scene.cookie(index), 'sec-fetch-site': 'same-origin' }),
      (index) => scene.shots(from + index),
      { count: calls, clients, limit: 40 },
    );
    const spent = (pid: number, earlier: number) => (cpuOf(pid) - earlier) / measured.count;
    return { ...measured, node: spent(server.pid, before.node), postgres: spent(stage.postmaster, before.postgres) };
  }

  for (const scene of scenes) {
    await measure(scene, 8, 400);
    for (const clients of [1, 8]) {
      const all = [];
      for (let round = 0; round < rounds; round += 1)
        all.push(await measure(scene, clients, clients === 1 ? Math.ceil(count / 3) : count));
      const sorted = all.toSorted((one, other) => one.node + one.postgres - other.node - other.postgres);
      const middle = sorted[Math.floor(sorted.length / 2)];
      const [low, high] = [sorted[0], sorted.at(-1)];
      if (!middle || !low || !high) throw new Error('Nothing was measured.');
      const limit = limits.get(scene.name)?.ms ?? null;
      const { perSecond, p50, p95, p99, node, postgres } = middle;
      const cpu = node + postgres;
      const line: Line = {
        scene: scene.name,
        clients,
        perSecond,
        p50,
        p95,
        p99,
        node,
        postgres,
        cpu,
        range: [low.node + low.postgres, high.node + high.postgres],
        limit,
        times: limit === null ? null : cpu / limit,
        goal: scene.goal,
        failed: all.reduce((sum, one) => sum + one.failed, 0),
      };
      lines.push(line);
      console.log(said(line));
    }
  }

  const memory = memoryOf(server.pid);
  const memoryOfPostgres = memoryOf(stage.postmaster);
  const dist = join(import.meta.dirname, '../dist');
  const bytes = existsSync(dist) ? firstLoad(dist).bytes : null;
  console.log(
    `memory after load (PSS): server ${memory.toFixed(0)} MiB, PostgreSQL ${memoryOfPostgres.toFixed(0)} MiB\n` +
      `start to the first answer, the database running: cold ${starts.cold.toFixed(2)} s, again ${starts.warm.toFixed(2)} s\n` +
      `first load of the web: ${bytes === null ? 'not built' : `${(bytes / 1024).toFixed(0)} KB gzipped`}\n` +
      `limits by ${by}; a bare Node's hello: ${hello.ms.toFixed(3)} ms, ${hello.perSecond.toFixed(0)}/s at 8 clients`,
  );
  const report = {
    date: new Date().toISOString(),
    machine: machine(),
    scale,
    by,
    hello,
    starts,
    memory,
    memoryOfPostgres,
    bytes,
    lines,
  };
  console.log(JSON.stringify(report));
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 1)}\n`);
  await server.stop();
  await stage.close();
}

function said(line: Line): string {
  const ms = (value: number) => value.toFixed(value < 1 ? 3 : 2);
  return (
    `${line.scene.padEnd(20)} ${line.clients} ${line.perSecond.toFixed(0).padStart(6)}/s  p50 ${ms(line.p50)}  p95 ${ms(line.p95)}  p99 ${ms(line.p99)} ms  ` +
    `CPU ${ms(line.cpu)} (${ms(line.range[0])}–${ms(line.range[1])}; node ${ms(line.node)}, PostgreSQL ${ms(line.postgres)})` +
    (line.limit === null ? '' : `  ${(line.times ?? 0).toFixed(1)} × the limit of ${ms(line.limit)}`) +
    (line.goal === null ? '' : `, goal ${line.goal} ×`) +
    (line.failed > 0 ? `  FAILED ${line.failed}` : '')
  );
}

async function measureHello(): Promise<Limit> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--input-type=module', '-e', helloSource, '--', String(port)], {
    stdio: 'inherit',
  });
  const base = new URL(`http://127.0.0.1:${port}`);
  const shoot = (count: number) =>
    load(
      base,
      () => ({}),
      () => [{ method: 'GET', path: '/' }],
      { count, clients: 8, limit: 10 },
    );
  while (
    !(await shoot(1)
      .then(({ failed }) => failed === 0)
      .catch(() => false))
  )
    await new Promise((done) => setTimeout(done, 20));
  await shoot(2000);
  const before = cpuOf(child.pid ?? 0);
  const { count, perSecond } = await shoot(10_000);
  const ms = (cpuOf(child.pid ?? 0) - before) / count;
  await ended(child);
  return { ms, perSecond };
}
