// The ledger's front door: every capability promises, renegotiates, delivers and concludes through these functions.
import type { Kept, OriginSubject } from '../../contract/promises.ts';
import { ratesShown } from '../directory/directory.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import { wilson } from '../platform/statistics.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import { insertPromise, promisesById, recordOfPerson } from './queries.ts';
import { checkDue } from './rules.ts';
import { oldestTeamOf } from './terms.ts';
import { warnAt } from './warn.rules.ts';

export { misses, sweepPromises, warnings } from './jobs.ts';
export {
  answerProposal,
  concludePromise,
  deliverPromise,
  missPromise,
  proposeTime,
  releasePromise,
  returnPromise,
  revokePromise,
  takeBackProposal,
} from './moving.ts';
export { heldPromises, letPromisesGo } from './leaving.ts';
export { searchPromises } from './reading.ts';
export { markPromisesBlanked, promisesEndedBefore } from './retention.ts';
export { promiseView } from './shown.ts';
export { checkDue } from './rules.ts';
export type { PromiseRow } from './tables.ts';
export type { PromiseSubject, PromiseSubjects, SubjectActs } from './subjects.ts';
export { promiseAudience, promiseTitles } from './sight.ts';
export { promisesPersonal } from './personal.ts';
export { ownRisks, reckonRisks, type OwnRisk } from './risk.ts';
export { hasUntallied, takeUntallied, type EndedPromise } from './untallied.ts';

/** The promiser's working calendar decides when time runs short. */
export type Making = {
  subject: string;
  /** Left out for a promise of its own, which is its own subject. */
  subjectId?: string;
  promiser: string;
  promisee: string;
  /** In whose name it is made, and whose trust it counts for; left out: the promiser's oldest living team. */
  team?: string | null;
  deliverable: string;
  due: Date;
  calendar: WorkingCalendar;
  /** Of the catalog, where it was asked for. */
  service?: string | null;
  /** The promisee's; left out: their oldest living team. */
  askingTeam?: string | null;
  /** The promise that this one waits for. */
  dependsOn?: string | null;
  /** What it grew out of. */
  origin?: { subject: OriginSubject; id: string } | null;
};

/** Writes a promise into the ledger; answers its id. Refuses a due instant that is past or over two years ahead. */
export async function makePromise(tx: Db, given: Making, now: Date): Promise<Outcome<string>> {
  const due = checkDue(given.due, now);
  if (isRefused(due)) return due;
  const id = newId();
  await insertPromise(tx, {
    id,
    subject: given.subject,
    subject_id: given.subjectId ?? id,
    promiser_id: given.promiser,
    promisee_id: given.promisee,
    team_id: given.team === undefined ? await oldestTeamOf(tx, given.promiser) : given.team,
    deliverable: given.deliverable,
    due_at: given.due,
    zone: given.calendar.zone,
    service_id: given.service ?? null,
    asking_team_id: given.askingTeam === undefined ? await oldestTeamOf(tx, given.promisee) : given.askingTeam,
    depends_on_id: given.dependsOn ?? null,
    origin_subject: given.origin?.subject ?? null,
    origin_id: given.origin?.id ?? null,
    made_at: now,
    warn_at: warnAt(given.calendar, now, given.due),
  });
  return id;
}

export const promiseRows = promisesById;

const window = 90 * 86_400_000;
/** A tally with its uncertainty; null without promises. */
export const keptOf = ({
  kept,
  renegotiated,
  total,
}: {
  kept: number;
  renegotiated: number;
  total: number;
}): Kept | null => (total === 0 ? null : { kept, renegotiated, total, ...wilson(kept, total) });

/** A person's own record of the last 90 days; for that person's eyes only. Null without promises, and where the company counts none. */
export const ownRecord = async (db: Db, person: string, now: Date): Promise<Kept | null> =>
  (await ratesShown(db)) ? keptOf((await recordOfPerson(db, person, new Date(now.getTime() - window))).tally) : null;
