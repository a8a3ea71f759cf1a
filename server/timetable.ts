// What the jobs do, and when: tasks come round by the clock, or are ordered by an act. Each does its work once, however often it is begun.
import { remind } from './appointments/jobs.ts';
import { learnAnew } from './anticipation/anticipation.ts';
import { forgetExpired } from './auth/auth.ts';
import { tidyFiles, type Stores } from './attachments/attachments.ts';
import { forgetMoves, moveIn, type Courier } from './connect/connect.ts';
import { countCourtesy } from './courtesy/courtesy.ts';
import { forgetImports, runImports } from './directory/directory.ts';
import { keepGoals } from './goals/goals.ts';
import type { Outgoing } from './outgoing.ts';
import { riseUnanswered } from './ideas/ideas.ts';
import { refreshTimes } from './overview/overview.ts';
import { forgetAnswers } from './platform/answers.ts';
import { forgetChanges } from './platform/changes.ts';
import type { Db } from './platform/db.ts';
import { forgetMails } from './platform/mail/mail.ts';
import { everything, retain } from './privacy/privacy.ts';
import { sweepPromises } from './promises/jobs.ts';
import { reckonRisks, type PromiseSubjects } from './promises/promises.ts';
import { askDue } from './recurring/recurring.ts';
import { sweep } from './requests/jobs.ts';
import { countUsual } from './requests/usual.ts';
import { makeSample } from './sample/sample.ts';
import { tallyEnded } from './trust/trust.ts';

export type Parts = {
  db: Db;
  clock: () => Date;
  stores: Stores;
  courier: Courier;
  outgoing: Outgoing;
  promised: PromiseSubjects;
};

export const tasksOf = ({ db, clock, stores, courier, outgoing, promised }: Parts) => ({
  sweep: async () => {
    await sweepPromises(db, promised, clock());
    await sweep(db, clock());
  },
  remind: () => remind(db, clock()),
  rise: () => riseUnanswered(db, clock()),
  risks: () => reckonRisks(db, clock()),
  usual: () => countUsual(db, clock()),
  askDue: () => askDue(db, clock()),
  courtesy: () => countCourtesy(db, clock()),
  reckon: () => refreshTimes(db, null),
  tally: () => tallyEnded(db, null),
  anticipate: async () => void (await learnAnew(db, clock())),
  goals: () => keepGoals(db, clock()),
  goalsWhole: () => keepGoals(db, clock(), 'whole'),
  tidyFiles: () => tidyFiles(db, stores, clock()),
  mail: outgoing.mailer.deliver,
  push: outgoing.push.deliver,
  sample: () => makeSample(db, clock()),
  retain: async () => void (await retain(db, everything, clock())),
  import: () => runImports(db, clock),
  moveIn: () => moveIn({ db, stores, clock }),
  forget: async () => {
    await forgetAnswers(db, clock());
    // What nobody has brought to the webhooks yet must not be cut from the log.
    await courier.readOn();
    await forgetChanges(db, clock());
    await courier.forget();
    await forgetExpired(db, clock());
    await forgetMails(db, clock());
    await forgetImports(db, clock());
    await forgetMoves(db, clock());
  },
});

/** Crontab lines, in UTC. */
export const rounds = {
  sweep: '* * * * *',
  remind: '* * * * *',
  risks: '* * * * *',
  mail: '* * * * *',
  push: '* * * * *',
  askDue: '* * * * *',
  rise: '*/10 * * * *',
  reckon: '*/10 * * * *',
  tally: '5,15,25,35,45,55 * * * *',
  goals: '* * * * *',
  goalsWhole: '27 1 * * *',
  tidyFiles: '41 * * * *',
  usual: '7 2 * * *',
  courtesy: '27 2 * * *',
  anticipate: '37 2 * * *',
  retain: '47 2 * * *',
  forget: '17 3 * * *',
} satisfies { [Task in keyof ReturnType<typeof tasksOf>]?: string };
