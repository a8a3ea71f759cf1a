// SQL of approvals: whose yes a request needs, and how it stands.
import { sql } from 'kysely';
import { newId, type Db } from '../platform/db.ts';
import type { Yes } from './approvals.rules.ts';
import type { ApprovalRow } from './tables.ts';

/** A step as it is kept; `askedAt` stays from the first time that it was asked. */
export type Step = Yes & { id: string; askedAt: Date | null };

export const stepOf = (row: ApprovalRow): Step => ({
  id: row.id,
  step: row.step,
  approver: row.approver_id,
  standIn: row.stand_in_id,
  state: row.state,
  anyOf: row.any_of,
  askedAt: row.asked_at,
});

export async function insertSteps(tx: Db, request: string, steps: readonly Yes[], now: Date): Promise<void> {
  if (steps.length === 0) return;
  await tx
    .insertInto('requests_approval')
    .values(
      steps.map((each) => ({
        id: newId(),
        request_id: request,
        step: each.step,
        approver_id: each.approver,
        stand_in_id: each.standIn,
        state: each.state,
        any_of: each.anyOf,
        asked_at: each.state === 'asked' ? now : null,
      })),
    )
    .execute();
}

/** The steps of a request; whoever changes them holds the request. */
export const stepsOf = async (tx: Db, request: string): Promise<Step[]> =>
  (
    await tx.selectFrom('requests_approval').selectAll().where('request_id', '=', request).orderBy('step').execute()
  ).map(stepOf);

type Answered = { by: string; words: string } | null;

/** Saves those that have changed; `answered`: who said yes or no just now, and what. */
export async function saveSteps(
  tx: Db,
  before: readonly Step[],
  after: readonly Step[],
  answered: Answered,
  now: Date,
): Promise<void> {
  for (const step of after) {
    const old = before.find(({ id }) => id === step.id);
    if (old && old.state === step.state && old.standIn === step.standIn && old.approver === step.approver) continue;
    const said = step.state === 'approved' || step.state === 'refused';
    await tx
      .updateTable('requests_approval')
      .set({
        state: step.state,
        approver_id: step.approver,
        stand_in_id: step.standIn,
        ...(step.state === 'asked' ? { asked_at: now } : {}),
        answered_by_id: said ? (answered?.by ?? null) : null,
        answered_at: said ? now : null,
        words: said ? (answered?.words ?? '') : '',
      })
      .where('id', '=', step.id)
      .execute();
  }
}

/** Every step that waits for an answer now, with the one who needs it. Index: requests_to_approve. */
export const stepsAsked = (db: Db) =>
  db
    .selectFrom('requests_approval as a')
    .innerJoin('requests_request as r', 'r.id', 'a.request_id')
    .where('a.state', '=', 'asked')
    .where('r.state', '=', 'asked')
    .orderBy('a.asked_at')
    .select(['a.request_id', 'a.approver_id', 'a.stand_in_id'])
    .execute();

/** Requests that wait for this person's yes now, for themselves or in another's place. */
export const requestsAwaiting = async (db: Db, person: string): Promise<string[]> =>
  (
    await db
      .selectFrom('requests_approval as a')
      .innerJoin('requests_request as r', 'r.id', 'a.request_id')
      .where('a.state', '=', 'asked')
      .where('r.state', '=', 'asked')
      .where((where) => where.or([where('a.approver_id', '=', person), where('a.stand_in_id', '=', person)]))
      .select('a.request_id')
      .distinct()
      .orderBy('a.request_id')
      .execute()
  ).map((row) => row.request_id);

/** The request held for the sweep, while it still waits for an answer; passed over when somebody is busy with it. */
export const holdAsked = (tx: Db, request: string) =>
  tx
    .selectFrom('requests_request')
    .where('id', '=', request)
    .where('state', '=', 'asked')
    .select(['id', 'sight', 'requester_id', 'version'])
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

/** The approvals of a request as JSON, in their order. Wants the request as `r`. */
export const approvalsJson = sql<ApprovalJson[]>`(
  select coalesce(json_agg(to_json(a) order by a.step), '[]') from requests_approval a where a.request_id = r.id)`;

/** As it comes out of JSON: instants are text. */
export type ApprovalJson = Omit<ApprovalRow, 'asked_at' | 'answered_at'> & {
  asked_at: string | null;
  answered_at: string | null;
};
