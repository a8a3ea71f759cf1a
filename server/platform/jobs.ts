// Work that nobody waits for: graphile-worker in the same database. Capabilities bring tasks; what they do is theirs.
import { Logger, run, type Runner } from 'graphile-worker';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './db.ts';
import { startRounds } from './rounds.ts';
import { steadyPool } from './steady-pool.ts';

export type Tasks = Record<string, (payload: unknown) => Promise<void>>;

export type Jobs = { stop: () => Promise<void> };

export type JobParts = {
  pool: pg.Pool;
  tasks: Tasks;
  /** What comes round by itself: a cron pattern (UTC) each. */
  every: Record<string, string>;
  clock: () => Date;
  report: (message: string, cause: unknown) => void;
};

/** Runs `tasks`; those named in `every` come round by themselves, once however many processes there are. */
export async function startJobs({ pool, tasks, every, clock, report }: JobParts): Promise<Jobs> {
  const steady = steadyPool(pool, report);
  let stopped = false;
  let runner = await begin();
  const rounds = startRounds({ order: (due) => orderRound(pool, due), every, clock, report });
  void keep();
  return {
    stop: async () => {
      stopped = true;
      rounds.stop();
      const ended = runner.stop().catch(() => undefined);
      steady.stop();
      await ended;
    },
  };

  /** Whatever ends the runner, but our own wish, is no reason that nobody is reminded any more. */
  async function keep(): Promise<void> {
    while (!stopped) {
      try {
        await runner.promise;
        if (stopped) return;
        runner = await begin();
      } catch (error) {
        report('the job runner stopped', error);
        await pause(1000);
      }
    }
  }

  function begin(): Promise<Runner> {
    return run({
      pgPool: steady.pool,
      // A mail server that is slow to answer must not keep the clock of promises waiting.
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: 2000,
      taskList: Object.fromEntries(
        Object.entries(tasks).map(([name, task]) => [
          name,
          async (payload: unknown) => {
            try {
              await task(payload);
            } catch (error) {
              report(`the job ${name} failed and will be tried again`, error);
              throw error;
            }
          },
        ]),
      ),
      logger: new Logger(() => (level, message) => {
        if (level === 'error') report(message, undefined);
      }),
    });
  }
}

/**
 * A worker killed in mid-job leaves its job locked for hours: each round is a job of its own, and few tries are enough.
 * The second that it waits is for the other processes, whose order is the same job then.
 */
async function orderRound(pool: pg.Pool, tasks: readonly string[]): Promise<void> {
  await pool.query(
    `select graphile_worker.add_job(task, job_key => 'round ' || task, job_key_mode => 'preserve_run_at',
       run_at => now() + interval '1 second', max_attempts => 3) from unnest($1::text[]) task`,
    [tasks],
  );
}

/** Orders a job in the transaction of whatever caused it; one of a kind at a time. A worker that died holds nothing up. */
export async function orderJob(tx: Db, task: string): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, job_key => ${task}, max_attempts => 3)`.execute(tx);
}
