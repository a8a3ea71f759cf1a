// All SQL of the ledger. The transaction comes first.
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import { lookAgain } from './risk.queries.ts';
import type { Promised } from './rules.ts';
import type { PromiseRow, RevisionTable } from './tables.ts';

/** A row as the state that it is in; the database's constraints promise that the fields are there. */
export function promiseOf(row: PromiseRow): Promised {
  const every = {
    id: row.id,
    promiser: row.promiser_id,
    promisee: row.promisee_id,
    deliverable: row.deliverable,
    due: row.due_at,
    firstDue: row.first_due_at,
    renegotiations: row.renegotiations,
    repaired: row.repaired,
    returns: row.returns,
    missReason: row.miss_reason,
    missWords: row.miss_words,
    acceptedAt: row.accepted_at,
  };
  const { outcome, done, thanks, ended_at: endedAt, delivered_at: deliveredAt } = row;
  if (row.state === 'ended' && outcome && endedAt)
    return { ...every, state: 'ended', outcome, endedAt, deliveredAt, done, thanks, bySilence: row.closed_by_silence };
  if (row.state === 'delivered' && deliveredAt)
    return { ...every, state: 'delivered', deliveredAt, done, closeBy: row.close_by };
  const proposal =
    row.proposed_at && row.proposed_due_at
      ? {
          due: row.proposed_due_at,
          deliverable: row.proposed_deliverable ?? row.deliverable,
          reason: row.proposed_reason ?? '',
          at: row.proposed_at,
          by: row.proposed_by_id ?? row.promiser_id,
        }
      : null;
  return { ...every, state: 'open', proposal };
}

const columnsOf = (promise: Promised) => {
  const proposal = promise.state === 'open' ? promise.proposal : null;
  const ended = promise.state === 'ended' ? promise : null;
  return {
    state: promise.state,
    deliverable: promise.deliverable,
    due_at: promise.due,
    renegotiations: promise.renegotiations,
    repaired: promise.repaired,
    returns: promise.returns,
    miss_reason: promise.missReason,
    miss_words: promise.missWords,
    accepted_at: promise.acceptedAt,
    delivered_at: promise.state === 'open' ? null : promise.deliveredAt,
    done: promise.state === 'open' ? null : promise.done,
    close_by: promise.state === 'delivered' ? promise.closeBy : null,
    ended_at: ended?.endedAt ?? null,
    outcome: ended?.outcome ?? null,
    thanks: ended?.thanks ?? null,
    closed_by_silence: ended?.bySilence ?? false,
    proposed_due_at: proposal?.due ?? null,
    proposed_deliverable: proposal?.deliverable ?? null,
    proposed_reason: proposal?.reason ?? null,
    proposed_at: proposal?.at ?? null,
    proposed_by_id: proposal?.by ?? null,
  };
};

export type NewPromise = Pick<
  PromiseRow,
  | 'service_id'
  | 'asking_team_id'
  | 'depends_on_id'
  | 'origin_subject'
  | 'origin_id'
  | 'id'
  | 'subject'
  | 'subject_id'
  | 'promiser_id'
  | 'promisee_id'
  | 'team_id'
  | 'deliverable'
  | 'due_at'
  | 'zone'
  | 'made_at'
  | 'warn_at'
>;

export const insertPromise = (tx: Db, row: NewPromise) =>
  tx
    .with('made', (db) =>
      db
        .insertInto('promises_promise')
        .values({ ...row, first_due_at: row.due_at, state: 'open' })
        .returning('id'),
    )
    .with('watched', (db) =>
      db
        .insertInto('promises_risk')
        .columns(['promise_id', 'look_at'])
        .expression((made) =>
          made.selectFrom('made').select((each) => ['made.id', each.val(row.made_at).as('look_at')]),
        ),
    )
    .insertInto('promises_revision')
    .columns(['promise_id', 'no', 'kind', 'due_at', 'deliverable', 'by_id', 'reason', 'at'])
    .expression((db) =>
      db
        .selectFrom('made')
        .select((each) => [
          'made.id',
          sql<number>`1`.as('no'),
          sql<RevisionTable['kind']>`'made'`.as('kind'),
          each.val(row.due_at).$castTo<Date>().as('due_at'),
          each.val(row.deliverable).as('deliverable'),
          sql<string>`${row.promiser_id}::uuid`.as('by_id'),
          sql<null>`null::text`.as('reason'),
          each.val(row.made_at).as('at'),
        ]),
    )
    .execute();

/** The promise, locked until the transaction ends. */
export const lockPromise = (tx: Db, id: string) =>
  tx.selectFrom('promises_promise').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

type Revision = Pick<RevisionTable, 'kind' | 'by_id' | 'reason' | 'at'> & { due?: Date; deliverable?: string };

/** Saves the new state and adds what happened to the ledger's history. */
export async function savePromise(tx: Db, promise: Promised, revision: Revision, warnAt?: Date): Promise<void> {
  const moved = warnAt ? { warn_at: warnAt, warned_at: null, overdue_at: null } : {};
  await tx
    .updateTable('promises_promise')
    .set({ ...columnsOf(promise), ...moved, version: sql`version + 1` })
    .where('id', '=', promise.id)
    .execute();
  const { due = promise.due, deliverable = promise.deliverable, ...rest } = revision;
  await insertRevision(tx, promise.id, { due_at: due, deliverable, ...rest });
  await lookAgain(tx, promise.id, revision.at);
}

/** Adds a step to the history of a promise, which is locked. */
export const insertRevision = (tx: Db, id: string, revision: Omit<RevisionTable, 'promise_id' | 'no'>) =>
  tx
    .insertInto('promises_revision')
    .values((db) => ({
      promise_id: id,
      no: db
        .selectFrom('promises_revision')
        .where('promise_id', '=', id)
        .select((each) => sql<number>`${each.fn.max('no')} + 1`.as('no')),
      ...revision,
    }))
    .execute();

export const promisesById = (db: Db, ids: readonly string[]): Promise<PromiseRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('promises_promise').selectAll().where('id', 'in', ids).execute();

/** Whose promises: those of requests, or all others. */
export type Whose = 'requests' | 'others';
const of = (whose: Whose) => sql<SqlBool>`subject ${sql.raw(whose === 'requests' ? '=' : '<>')} 'request'`;

/** Open promises whose time has passed; marks them. Index: promises_to_mark. */
export const takeOverdue = (tx: Db, now: Date, whose: Whose) =>
  tx
    .updateTable('promises_promise')
    .set({ overdue_at: now })
    .where(of(whose))
    .where('state', '=', 'open')
    .where('overdue_at', 'is', null)
    .where('due_at', '<', now)
    .returning(['id', 'subject', 'subject_id', 'promiser_id', 'promisee_id', 'due_at'])
    .execute();

/** A delivered promise whose closing time has come, locked; another process takes the next one. Index: promises_to_close. */
export const takeSilent = (tx: Db, now: Date) =>
  tx
    .selectFrom('promises_promise')
    .selectAll()
    .where('state', '=', 'delivered')
    .where('close_by', '<=', now)
    .orderBy('close_by')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export type KeptTally = { kept: number; renegotiated: number; total: number };
/** Of ended promises: what counts as kept, and of how many; released ones count neither way. */
export const tally = sql<KeptTally>`json_build_object(
  'kept', count(*) filter (where outcome in ('kept', 'keptRenegotiated')),
  'renegotiated', count(*) filter (where outcome = 'keptRenegotiated'),
  'total', count(*) filter (where outcome <> 'released'))`;

/** Ended promises of one person since an instant. Index: promises_of_promiser_ended. */
export const recordOfPerson = (db: Db, person: string, since: Date) =>
  db
    .selectFrom('promises_promise')
    .where('promiser_id', '=', person)
    .where('state', '=', 'ended')
    .where('ended_at', '>=', since)
    .select([tally.as('tally')])
    .executeTakeFirstOrThrow();
