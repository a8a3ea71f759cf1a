// The physical limit, taken in the same run: one minimal statement for each scene on the same PostgreSQL, by pgbench where there is one,
// else by the bare driver; and a bare Node that says hello. Counted is PostgreSQL's processor time alone.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { cpuOf } from './processes.ts';

export type Limit = { ms: number; perSecond: number };
type Where = { host: string; port: number; user: string; database: string; postmaster: number };

/** A table of requests and one of events with five indexes, one of them of words: what each writing costs at least. */
const tables = `
  drop table if exists goodturn.bench_event, goodturn.bench_request, goodturn.bench_message;
  create table goodturn.bench_request (id uuid primary key, number bigint not null, title text not null, team_id uuid, requester_id uuid, state text,
    updated_at timestamptz not null, search tsvector);
  create index on goodturn.bench_request (team_id, state, updated_at desc);
  create index on goodturn.bench_request (requester_id, updated_at desc);
  create index on goodturn.bench_request using gin (search);
  create table goodturn.bench_event (id uuid primary key, request_id uuid, at timestamptz, what text);
  create table goodturn.bench_message (id uuid primary key, request_id uuid not null, body text, created_at timestamptz, search tsvector);
  create index on goodturn.bench_message (request_id, created_at);
  create index on goodturn.bench_message using gin (search);
  create index on goodturn.bench_event (request_id, at);
  insert into goodturn.bench_request select id, number, title, team_id, requester_id, state, updated_at, null from goodturn.requests_request order by number desc limit 20000;
  vacuum analyze goodturn.bench_request;`;

/** `:n` is a number up to the number of requests; `:team` a team. */
const statements: Record<string, string> = {
  'read one': 'select * from goodturn.requests_request where number = :n',
  'its conversation': `select id, author_id, body, created_at from goodturn.requests_message
    where request_id = (select id from goodturn.requests_request where number = :n) order by created_at`,
  'list 50 of a queue': `select id, number, title, state, requester_id, updated_at from goodturn.requests_request
    where team_id = :team and state = 'asked' order by updated_at desc, id desc limit 50`,
  today: `select id, number, title, state, requester_id, updated_at from goodturn.requests_request
    where team_id = :team and state in ('asked', 'promised') order by updated_at limit 100`,
  'search, 0.5 % match': `select request_id from goodturn.requests_words where search @@ 'aurora'::tsquery
    order by ts_rank(search, 'aurora'::tsquery) desc limit 20`,
  reply: `with written as (insert into goodturn.bench_message values (gen_random_uuid(), gen_random_uuid(), 'Good morning, I will come by before lunch and look at the cable.',
      now(), to_tsvector('simple', 'Good morning, I will come by before lunch and look at the cable.')))
    update goodturn.bench_request set updated_at = now() where number = :n`,
  create: `with written as (insert into goodturn.bench_request values (gen_random_uuid(), :n, 'The projector in room ' || :n || ' shows only green', :team, gen_random_uuid(), 'asked', now(),
      to_tsvector('simple', 'The projector in room ' || :n || ' shows only green It began this morning after the cleaning. We need it at one o’clock for the guests from Turku.')))
    insert into goodturn.bench_event values (gen_random_uuid(), gen_random_uuid(), now(), 'asked')`,
};

const pgbench = (): string | undefined => {
  const found = [...globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().toReversed(), '/usr/bin/pgbench'];
  return found.find((path) => existsSync(path));
};

/** For each scene: PostgreSQL's milliseconds per statement and statements per second at 8 clients, the median of three. */
export async function limitsOf(
  where: Where,
  { requests, team, seconds = 2 }: { requests: number; team: string; seconds?: number },
): Promise<{ by: string; limits: Map<string, Limit & { all: number[] }> }> {
  const admin = new pg.Client(where);
  await admin.connect();
  for (const statement of tables.split(';').filter((text) => text.trim())) await admin.query(statement);
  const program = pgbench();
  const limits = new Map<string, Limit & { all: number[] }>();
  for (const [name, text] of Object.entries(statements)) {
    const measured: Limit[] = [];
    const run = program
      ? byPgbench(program, where, text, { requests, team, seconds })
      : byDriver(where, text, { requests, team, seconds });
    for (let round = 0; round < 3; round += 1) {
      const before = cpuOf(where.postmaster);
      const began = performance.now();
      const count = await run();
      const perSecond = (count / (performance.now() - began)) * 1000;
      measured.push({ ms: (cpuOf(where.postmaster) - before) / count, perSecond });
    }
    const middle = measured.toSorted((one, other) => one.ms - other.ms)[1] ?? { ms: 0, perSecond: 0 };
    limits.set(name, { ...middle, all: measured.map(({ ms }) => ms) });
  }
  await admin.query('drop table goodturn.bench_event, goodturn.bench_request, goodturn.bench_message');
  await admin.end();
  return { by: program ? 'pgbench' : 'the bare driver', limits };
}

type Run = { requests: number; team: string; seconds: number };

function byPgbench(program: string, where: Where, text: string, { requests, team, seconds }: Run) {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goodturn-limit-'));
    const file = join(folder, 'limit.sql');
    const said = text.replaceAll(':team', `'${team}'`).replaceAll('\n', ' ');
    writeFileSync(file, `\\set n random(1, ${requests})\n${said};\n`);
    const { host, port, user, database } = where;
    const ran = spawnSync(
      program,
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        '8',
        '-j',
        '1',
        '-T',
        String(seconds),
        '-f',
        file,
        '-h',
        host,
        '-p',
        String(port),
        '-U',
        user,
        database,
      ],
      { encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true });
    const count = Number(/actually processed: (\d+)/.exec(ran.stdout)?.[1] ?? 0);
    if (count === 0) throw new Error(`pgbench counted nothing: ${ran.stderr}`);
    return count;
  };
}

function byDriver(where: Where, text: string, { requests, team, seconds }: Run) {
  const said = text.replaceAll(':team', `'${team}'`).replaceAll(':n', '$1::bigint');
  return async () => {
    const clients = Array.from({ length: 8 }, () => new pg.Client(where));
    await Promise.all(clients.map((client) => client.connect()));
    let count = 0;
    const end = performance.now() + seconds * 1000;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < end) {
          const values = said.includes('$1') ? [1 + Math.floor(Math.random() * requests)] : [];
          await client.query({ name: 'limit', text: said, values });
          count += 1;
        }
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    return count;
  };
}

/** Milliseconds of a bare Node for one hello over HTTP, without anything else: its own processor time. */
export const helloSource = `import { createServer } from 'node:http';
const body = JSON.stringify({ hello: 'world' });
createServer((_, answer) => { answer.setHeader('content-type', 'application/json'); answer.end(body); }).listen(Number(process.argv[1]), '127.0.0.1');`;

/** What this machine is, for the report. */
export const machine = (): string =>
  execFileSync('sh', ['-c', 'echo "$(nproc) cores, $(grep -m1 "model name" /proc/cpuinfo | cut -d: -f2 | xargs)"'], {
    encoding: 'utf8',
  }).trim();
