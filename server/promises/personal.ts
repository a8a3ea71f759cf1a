// Which words of people the ledger keeps, and whose they are: for their own data, for erasure and for retention. See platform/personal.ts.
import { sql } from 'kysely';
import { byColumn, inColumn, type Personal } from '../platform/personal.ts';

const revision = {
  of: (requests: readonly string[]) => sql<boolean>`t.promise_id in (
    select p.id from promises_promise p where p.subject_id = any(${[...requests]}::uuid[]))`,
  appendOnly: true,
  at: 'at',
  beside: ['promise_id', 'kind', 'due_at'],
} as const;

const promise = {
  table: 'promises_promise',
  // A promise between two is its own subject.
  of: inColumn('subject_id'),
  at: 'made_at',
  beside: ['subject', 'subject_id', 'due_at', 'state', 'outcome', 'miss_reason', 'ended_at'],
} as const;
/** A new time is asked for by the promiser, or by the other side. */
const proposer = (person: string) => sql<boolean>`coalesce(t.proposed_by_id, t.promiser_id) = ${person}::uuid`;

export const promisesPersonal: Personal = {
  kept: [
    { ...promise, words: { deliverable: 'line', done: 'line', miss_words: 'line' }, by: byColumn('promiser_id') },
    { ...promise, words: { proposed_deliverable: 'line', proposed_reason: 'line' }, by: proposer },
    { ...promise, words: { thanks: 'line' }, by: byColumn('promisee_id') },
    {
      table: 'promises_revision',
      words: { deliverable: 'line' },
      // Whoever asked for something else said what.
      by: (person) => sql<boolean>`case t.kind when 'countered' then t.by_id = ${person}::uuid else exists (
        select from promises_promise p where p.id = t.promise_id and p.promiser_id = ${person}::uuid) end`,
      ...revision,
    },
    { table: 'promises_revision', words: { reason: 'line' }, by: byColumn('by_id'), ...revision },
  ],
};
