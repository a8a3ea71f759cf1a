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

export const promisesPersonal: Personal = {
  kept: [
    {
      table: 'promises_promise',
      words: { deliverable: 'line', proposed_deliverable: 'line', proposed_reason: 'line' },
      by: byColumn('promiser_id'),
      of: inColumn('subject_id'),
      at: 'made_at',
      beside: ['subject', 'subject_id', 'due_at', 'state', 'outcome', 'miss_reason', 'ended_at'],
    },
    {
      table: 'promises_revision',
      words: { deliverable: 'line' },
      by: (person) => sql<boolean>`exists (
        select from promises_promise p where p.id = t.promise_id and p.promiser_id = ${person}::uuid)`,
      ...revision,
    },
    { table: 'promises_revision', words: { reason: 'line' }, by: byColumn('by_id'), ...revision },
  ],
};
