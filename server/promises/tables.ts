// The ledger's tables as types; only this folder writes them.
import type { Generated, Selectable } from 'kysely';
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';

export type PromiseTable = {
  id: string;
  subject: string;
  subject_id: string;
  promiser_id: string;
  promisee_id: string;
  team_id: string | null;
  deliverable: string;
  due_at: Date;
  first_due_at: Date;
  zone: string;
  made_at: Date;
  warn_at: Date;
  warned_at: Date | null;
  overdue_at: Date | null;
  state: 'open' | 'delivered' | 'ended';
  delivered_at: Date | null;
  ended_at: Date | null;
  outcome: PromiseOutcome | null;
  renegotiations: Generated<number>;
  repaired: Generated<boolean>;
  returns: Generated<number>;
  miss_reason: MissReason | null;
  proposed_due_at: Date | null;
  proposed_deliverable: string | null;
  proposed_reason: string | null;
  proposed_at: Date | null;
};
export type PromiseRow = Selectable<PromiseTable>;

export type RevisionTable = {
  promise_id: string;
  no: number;
  kind: 'made' | 'proposed' | 'accepted' | 'held' | 'delivered' | 'returned' | 'ended';
  due_at: Date;
  deliverable: string;
  by_id: string | null;
  reason: string | null;
  at: Date;
};

declare module '../platform/db.ts' {
  interface Tables {
    promises_promise: PromiseTable;
    promises_revision: RevisionTable;
  }
}
