// Makes the sample company: people, teams and three months of requests, through the same doors as everything else.
import { seedAppointments } from '../appointments/seed.ts';
import { seedEarlier, seedLearned } from '../anticipation/seed.ts';
import { seedCatalog } from '../catalog/seed.ts';
import { seedCourtesy } from '../courtesy/seed.ts';
import { seedDesk } from '../desk/seed.ts';
import { seedAbsences, seedDirectory } from '../directory/seed.ts';
import { keepGoals } from '../goals/goals.ts';
import { seedGoals } from '../goals/seed.ts';
import { seedIdeas } from '../ideas/seed.ts';
import { markReadBefore } from '../notices/notices.ts';
import { seedChoices } from '../notices/seed.ts';
import { hush } from '../platform/changes.ts';
import { transact, type Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import { sweepPromises } from '../promises/promises.ts';
import { seedPromises } from '../promises/seed.ts';
import { sampleScript } from '../requests/sample-cast.ts';
import { seedKnowledge } from '../knowledge/seed.ts';
import { seedRecurring } from '../recurring/seed.ts';
import { seedRequests, seedServed } from '../requests/seed.ts';
import { sweep } from '../requests/requests.ts';
import { tallyEnded } from '../trust/trust.ts';
import type { SampleState } from '../../contract/sample.ts';
import { beginRun, findRun, finishRun, hasCompany, tellProgress } from './queries.ts';

const day = 86_400_000;

/** How far the sample company is. */
export async function sampleState(db: Db): Promise<SampleState> {
  const run = await findRun(db);
  if (!run) return { state: 'none', done: 0 };
  return run.ready ? { state: 'ready', done: 1 } : { state: 'making', done: Math.min(run.done, 0.99) };
}

/** Orders the sample company; the job that makes it is a row of the same transaction. Refuses `companyExists`. */
export async function orderSample(tx: Db, now: Date): Promise<Outcome<SampleState>> {
  if (await hasCompany(tx)) return refused('companyExists');
  await beginRun(tx, now);
  return sampleState(tx);
}

/** Whether one was ordered and is not there yet: a process that starts takes it up. */
export const isSampleOrdered = async (db: Db): Promise<boolean> => (await sampleState(db)).state === 'making';

/**
 * Makes what was ordered, in one transaction: it is there whole or not at all, whatever happens meanwhile.
 * Its last day is `now`; its first three months earlier.
 */
export async function makeSample(db: Db, now: Date): Promise<void> {
  if (!(await isSampleOrdered(db))) return;
  const from = new Date(now.getTime() - 91 * day);
  const steps = sampleScript(from, now);
  await transact(db, async (tx) => {
    if (await hasCompany(tx)) return;
    const cast = await seedDirectory(tx, new Date(from.getTime() - day));
    const services = await seedCatalog(tx, cast, new Date(from.getTime() - day));
    await seedEarlier(tx, cast, services, from);
    await seedRequests(tx, steps, cast, (done) => tellProgress(db, done));
    await seedServed(tx, cast, services, now);
    await seedAbsences(tx, cast, now);
    await seedAppointments(tx, cast, now);
    await seedPromises(tx, cast, now);
    await seedIdeas(tx, cast, now);
    await seedKnowledge(tx, cast, services, now);
    await seedChoices(tx, cast);
    await seedDesk(tx, cast, now);
    await seedRecurring(tx, cast, now);
    await seedGoals(tx, cast, services, now);
    await seedLearned(tx, cast, services, now);
    await seedCourtesy(tx, cast, now);
    await markReadBefore(tx, new Date(now.getTime() - 2 * day), now);
    await hush(tx);
    await finishRun(tx);
  });
  await sweep(db, now);
  await sweepPromises(db, {}, now);
  await keepGoals(db, now);
  await tallyEnded(db, null);
}
