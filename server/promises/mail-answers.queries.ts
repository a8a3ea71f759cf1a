// SQL of answers by mail: the proposals that wait, and that each was answered so once.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { MailAnswerTable } from './tables.ts';

export type ProposalRow = {
  id: string;
  subject: string;
  subject_id: string;
  promiser_id: string;
  proposed_by_id: string | null;
  proposed_at: Date;
  proposed_due_at: Date;
  due_at: Date;
};

// Where something else is offered as well, that is to be read first, inside.
const proposals = sql`select id, subject, subject_id, promiser_id, proposed_by_id, proposed_at, proposed_due_at, due_at
  from promises_promise where state = 'open' and proposed_at is not null
    and (proposed_deliverable is null or proposed_deliverable = deliverable)`;

/** Of these promises, or about these things. Index: promises_one_running. */
export async function proposalsAbout(db: Db, ids: readonly string[]): Promise<ProposalRow[]> {
  if (ids.length === 0) return [];
  return (
    await sql<ProposalRow>`${proposals} and (subject_id = any(${ids}::uuid[]) or id = any(${ids}::uuid[]))`.execute(db)
  ).rows;
}

export const proposalOf = async (db: Db, promise: string): Promise<ProposalRow | undefined> =>
  (await sql<ProposalRow>`${proposals} and id = ${promise}::uuid`.execute(db)).rows[0];

/** False when this proposal was answered by mail before. */
export async function recordMailAnswer(
  tx: Db,
  { id, proposed_at }: ProposalRow,
  { person, answer, now }: { person: string; answer: MailAnswerTable['answer']; now: Date },
): Promise<boolean> {
  const made = await tx
    .insertInto('promises_mail_answer')
    .values({ promise_id: id, proposed_at, person_id: person, answer, at: now })
    .onConflict((same) => same.columns(['promise_id', 'proposed_at']).doNothing())
    .returning('promise_id')
    .execute();
  return made.length === 1;
}
