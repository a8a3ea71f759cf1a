// SQL of how requests come to a person, and of how they stand: the pieces that lists of them are made of.
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Who } from '../platform/who.ts';

export type Condition = RawBuilder<SqlBool>;
export const all = (conditions: readonly Condition[]) => sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

// Said as they are rather than as parameters: a plan made for any states would not use the index.
export const running = sql<SqlBool>`r.state in ('asked', 'countered', 'promised', 'delivered')`;

// Asked row by row; a join would read all promises where it looks cheaper.
export const ofPromise = (column: 'warned_at' | 'proposed_at' | 'overdue_at' | 'due_at') =>
  sql`(select q.${sql.ref(column)} from promises_promise q where q.id = r.promise_id)`;

export const asking = (who: Who) => [
  sql<SqlBool>`r.requester_id = ${who.id}`,
  sql<SqlBool>`r.asked_by_id = ${who.id}`,
  sql<SqlBool>`r.id in (select c.request_id from requests_co_requester c where c.person_id = ${who.id})`,
];
export const approving = (who: Who) => [
  sql<SqlBool>`r.id in (select a.request_id from requests_approval a where a.approver_id = ${who.id} and a.asked_at is not null)`,
  sql<SqlBool>`r.id in (select a.request_id from requests_approval a where a.stand_in_id = ${who.id} and a.asked_at is not null)`,
];

/** Waits for a yes of `who`. */
export const asksYesOf = (who: Who) => sql<SqlBool>`(r.state = 'asked' and exists (select 1 from requests_approval a
  where a.request_id = r.id and a.state = 'asked' and ${who.id} in (a.approver_id, a.stand_in_id)))`;
