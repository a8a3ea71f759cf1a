// Jobs when the database goes away in the middle of one; and what comes round, under a clock that does not go evenly.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { transact } from './db.ts';
import { orderJob, startJobs } from './jobs.ts';
import { startRounds } from './rounds.ts';
import { createTestDatabase } from './test.ts';

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

describe('a database that goes away in the middle of a job', () => {
  let database: TestDatabase;
  let outside: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    const { host, port, user } = inject('postgres');
    outside = new pg.Client({ host, port, user, database: 'postgres' });
    await outside.connect();
  });
  afterAll(async () => {
    await outside.end();
    await database.drop();
  });

  it('loses neither the process nor the end of the job, and the next job is done', async () => {
    const { db, pool } = database;
    const [{ name } = { name: '' }] = (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows;
    const close = async () => {
      await outside.query(`alter database ${name} connection limit 0`);
      await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    };
    const done: string[] = [];
    const reported: string[] = [];
    const jobs = await startJobs({
      pool,
      tasks: {
        first: async () => {
          done.push('first');
          await close();
        },
        second: async () => void done.push('second'),
      },
      every: {},
      clock: () => new Date(),
      report: (message) => reported.push(message),
    });
    await transact(db, (tx) => orderJob(tx, 'first'));
    while (done.length === 0) await pause(20);
    await pause(700);
    await outside.query(`alter database ${name} connection limit -1`);
    const left = async () =>
      (await sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs`.execute(db)).rows;
    while ((await left()).length > 0) await pause(50);
    await transact(db, (tx) => orderJob(tx, 'second'));
    while ((await left()).length > 0) await pause(50);
    expect(done).toEqual(['first', 'second']);
    await jobs.stop();
  });
});

describe('what comes round', () => {
  const at = (time: string) => new Date(`2026-11-24T${time}Z`);
  const watch = async (times: string[], order: (due: string[]) => Promise<void>) => {
    let now = at(times[0] ?? '');
    const every = { sweep: '* * * * *', forget: '17 3 * * *' };
    const rounds = startRounds({ order, every, clock: () => now, report: () => undefined, lookMs: 1 });
    for (const time of times) {
      now = at(time);
      await pause(30);
    }
    rounds.stop();
  };
  const ordered = async (...times: string[]) => {
    const orders: string[] = [];
    await watch(times, async (due) => void orders.push(due.join('+')));
    return orders;
  };

  it('comes once in each minute that begins', async () => {
    expect(await ordered('10:00:30', '10:00:59', '10:01:00', '10:01:30', '10:02:01')).toEqual(['sweep', 'sweep']);
  });
  it('comes at its own minute only', async () => {
    expect(await ordered('03:16:30', '03:17:00', '03:18:00')).toEqual(['sweep+forget', 'sweep']);
  });
  it('goes on when the clock is set back', async () => {
    expect(await ordered('10:00:30', '09:00:30', '09:01:00')).toEqual(['sweep', 'sweep']);
  });
  it('does not pile up when the clock leaps forward', async () => {
    expect(await ordered('10:00:30', '22:00:30', '22:01:00')).toEqual(['sweep', 'sweep']);
  });
  it('is ordered as soon as that works again', async () => {
    let tries = 0;
    await watch(['10:00:30', '10:01:00'], async () => {
      tries += 1;
      if (tries < 3) throw new Error('the database is away');
    });
    expect(tries).toBe(3);
  });
});
