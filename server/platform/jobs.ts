// Work that nobody waits for: graphile-worker in the same database. Capabilities bring tasks; what they do is theirs.
import { Logger, parseCronItems, run, type Runner } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './db.ts';

export type Tasks = Record<string, (payload: unknown) => Promise<void>>;

export type Jobs = { stop: () => Promise<void> };

/** Runs `tasks`; those named in `every` (a cron pattern each) come round by themselves, once however many processes there are. */
export async function startJobs(
  pool: pg.Pool,
  tasks: Tasks,
  every: Record<string, string>,
  report: (message: string, cause: unknown) => void,
): Promise<Jobs> {
  const runner: Runner = await run({
    pgPool: pool,
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
    parsedCronItems: parseCronItems(
      Object.entries(every).map(([task, match]) => ({
        task,
        match,
        // A worker killed in mid-job leaves its job locked for hours: each round is a job of its own, and few tries are enough.
        options: { maxAttempts: 3, backfillPeriod: 0 },
      })),
    ),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') report(message, undefined);
    }),
  });
  runner.promise.catch((error: unknown) => report('the job runner stopped', error));
  return { stop: () => runner.stop().catch(() => undefined) };
}

/** Orders a job in the transaction of whatever caused it; one of a kind at a time. A worker that died holds nothing up. */
export async function orderJob(tx: Db, task: string): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, job_key => ${task}, max_attempts => 3)`.execute(tx);
}
