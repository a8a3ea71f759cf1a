// `npm run bench`: processor time and speed of the five things people do all day, beside the physical limit. Options: --requests N, --count N, --profile FOLDER.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAuth, secretOf } from '../server/auth/auth.ts';
import { addPerson, addTeam, createCompany, enlist } from '../server/directory/directory.ts';
import { openDatabase, transact } from '../server/platform/db.ts';
import { migrate } from '../server/platform/migrate.ts';
import { isRefused, type Outcome } from '../server/platform/outcome.ts';
import { startPostgres } from '../server/platform/postgres/postgres.ts';
import { cpuOf, fire, load, memoryOf, type Shot } from './load.ts';
import { fill } from './fill.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    count: { type: 'string', default: '3000' },
    profile: { type: 'string' },
  },
});
const requests = Number(values.requests);
const port = 4890;
const base = new URL(`http://127.0.0.1:${port}`);

/** Milliseconds of processor time of one minimal statement, and the goal as a multiple of it; measured with PostgreSQL 15 on two cores of 2.7 GHz. */
const limits = {
  create: { ms: 0.18, goal: 5 },
  'read one': { ms: 0.028, goal: 6 },
  'list 50 of a queue': { ms: 0.06, goal: 10 },
  'search, 0.5 % match': { ms: 0.95, goal: 1.5 },
  reply: { ms: 0.19, goal: 5 },
};

const must = <T>(outcome: Outcome<T>): Exclude<T, { refused: unknown }> => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome as Exclude<T, { refused: unknown }>;
};

const data = mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'goodturn-bench-'));
const postgres = await startPostgres({ data });
const database = openDatabase(postgres.connection, { statementTimeout: 600_000 });
await migrate(database.pool);
const company = await transact(database.db, async (tx) => {
  const now = new Date();
  const boss = { name: 'Boss', email: 'boss@example.com' };
  must(
    await createCompany(tx, { name: 'Bench', language: 'en', zone: 'UTC', country: 'FI', administrator: boss }, now),
  );
  const person = async (name: string) =>
    must(await addPerson(tx, { name, email: `${name.toLowerCase()}@example.com` }, now)).id;
  const [asker, provider] = [await person('Aino'), await person('Mika')];
  const team = must(await addTeam(tx, { name: 'IT' }, now)).id;
  must(await enlist(tx, team, provider, true));
  for (let index = 0; index < 20; index += 1) must(await enlist(tx, team, await person(`Member${index}`), false));
  return { asker, provider, team };
});
const filling = performance.now();
await fill(database.pool, company, requests);
console.log(
  `${requests} requests with ${requests * 3} replies, written in ${((performance.now() - filling) / 1000).toFixed(0)} s`,
);

const auth = createAuth({
  pool: database.pool,
  baseUrl: base.origin,
  secret: await secretOf(database.db),
  clock: () => new Date(),
});
const cookieOf = async (id: string) => (await auth.signInAs(database.db, id, new Date()))?.cookie.split(';')[0] ?? '';
const [asker, provider] = [await cookieOf(company.asker), await cookieOf(company.provider)];
const sample = await database.pool.query<{ id: string }>('select id from requests_request order by number limit 2000');
const idAt = (index: number) => sample.rows[index % sample.rows.length]?.id ?? '';

const { host, port: socket, user, database: name } = postgres.connection;
const began = performance.now();
const profiled = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
const server = spawn(
  process.execPath,
  [...profiled, join(import.meta.dirname, '../server/main.ts'), '--port', String(port), '--only', 'web'],
  {
    env: {
      ...process.env,
      DATABASE_URL: `postgres://${user}@localhost:${socket}/${name}?host=${encodeURIComponent(host)}`,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
for (;;) {
  const ready = await fire(base, { method: 'GET', path: '/readyz' }, {}).catch(() => null);
  if (ready?.status === 200) break;
  await new Promise((done) => setTimeout(done, 20));
}
console.log(
  `cold start to the first answer, the database running: ${((performance.now() - began) / 1000).toFixed(2)} s`,
);

const pick = (index: number): string => ['aurora', 'aurora printer', 'auror'][index % 3] ?? 'aurora';
const scenes: Record<keyof typeof limits, { cookie: string; shot: (index: number) => Shot }> = {
  'read one': { cookie: provider, shot: (index) => ({ method: 'GET', path: `/api/requests/${idAt(index)}` }) },
  'list 50 of a queue': {
    cookie: provider,
    shot: () => ({ method: 'GET', path: `/api/teams/${company.team}/queue?limit=50` }),
  },
  'search, 0.5 % match': {
    cookie: provider,
    shot: (index) => ({ method: 'GET', path: `/api/search?q=${encodeURIComponent(pick(index))}` }),
  },
  reply: {
    cookie: provider,
    shot: (index) => ({
      method: 'POST',
      path: `/api/requests/${idAt(index)}/messages`,
      body: { body: 'Good morning, I will come by before lunch and look at the cable.' },
      headers: { 'idempotency-key': `reply-${index}` },
    }),
  },
  // Last, because it leaves thousands of open asks behind, which no team has.
  create: {
    cookie: asker,
    shot: (index) => ({
      method: 'POST',
      path: '/api/requests',
      body: { title: `The projector in room ${index} shows only green`, team: company.team },
      headers: { 'idempotency-key': `bench-${index}` },
    }),
  },
};

// Autovacuum and checkpoints of the filling would be counted against the first scene.
await database.pool.query('checkpoint').catch(() => undefined);
const total = () => cpuOf(server.pid ?? 0) + cpuOf(postgresPid);
const found = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
const { readFileSync } = await import('node:fs');
const backend = readFileSync(`/proc/${found.rows[0]?.pid}/stat`, 'utf8');
const postgresPid = Number(backend.slice(backend.lastIndexOf(')') + 2).split(' ')[1]);

for (const [scene, { cookie, shot }] of Object.entries(scenes) as [keyof typeof limits, (typeof scenes)['create']][]) {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  await load(base, headers, (index) => shot(index + 1_000_000), { count: 300, clients: 8, limit: 20 });
  const before = { node: cpuOf(server.pid ?? 0), all: total() };
  const measured = await load(base, headers, shot, { count: Number(values.count), clients: 8, limit: 30 });
  const after = { node: cpuOf(server.pid ?? 0), all: total() };
  const ms = (after.all - before.all) / measured.count;
  const node = (after.node - before.node) / measured.count;
  const limit = limits[scene];
  console.log(
    `${scene.padEnd(20)} ${measured.perSecond.toFixed(0).padStart(6)}/s  p50 ${measured.p50.toFixed(1)} ms  p95 ${measured.p95.toFixed(1)} ms  ` +
      `CPU ${ms.toFixed(2)} ms (node ${node.toFixed(2)}, PostgreSQL ${(ms - node).toFixed(2)})  ` +
      `${(ms / limit.ms).toFixed(1)} × the limit, goal ${limit.goal} ×${measured.failed > 0 ? `  FAILED ${measured.failed}` : ''}`,
  );
}
console.log(`memory after load: ${(memoryOf(server.pid ?? 0) + memoryOf(postgresPid)).toFixed(0)} MiB`);
server.kill('SIGTERM');
await new Promise((done) => server.once('exit', done));
await database.close();
await postgres.stop();
rmSync(data, { recursive: true, force: true });
