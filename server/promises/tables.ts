// The ledger's tables as types; only this folder writes them.
import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type {
  MissReason,
  OriginSubject,
  PromiseOutcome,
  PromiseRisk,
  RevisionKind,
  RiskReason,
} from '../../contract/promises.ts';

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
  /** Whose new time waits; null: the promiser's. */
  proposed_by_id: string | null;
  /** Of the catalog, where it was asked for. */
  service_id: string | null;
  /** The promisee's oldest living team when it was promised. */
  asking_team_id: string | null;
  /** It can be kept only once this one is. */
  depends_on_id: string | null;
  origin_subject: OriginSubject | null;
  origin_id: string | null;
  /** The other side nodded. */
  accepted_at: Date | null;
  /** Silence closes it then. */
  close_by: Date | null;
  closed_by_silence: Generated<boolean>;
  done: string | null;
  thanks: string | null;
  miss_words: string | null;
  /** Whom the promisee may ask, once the promiser has left. */
  ask_instead_id: string | null;
  /** Its words are gone. */
  blanked_at: Date | null;
  version: Generated<number>;
  /** Added up by trust. */
  tallied: Generated<boolean>;
};
export type PromiseRow = Selectable<PromiseTable>;

export type RevisionTable = {
  promise_id: string;
  no: number;
  kind: RevisionKind;
  due_at: Date;
  deliverable: string;
  by_id: string | null;
  reason: string | null;
  at: Date;
};

/** What is known of the risk of a promise that runs; a row of each. */
export type RiskTable = {
  promise_id: string;
  look_at: Date | null;
  /** Its promiser's other promises, and those that wait for it, are to be looked at too. */
  changed: Generated<boolean>;
  reason: RiskReason | null;
  facts: JSONColumnType<PromiseRisk['facts']> | null;
  /** The due time that this is about. */
  due_at: Date | null;
  since: Date | null;
  suggested_due_at: Date | null;
};

/** The promiser was told: once for each due time. */
export type WarnedTable = { promise_id: string; due_at: Date; at: Date };

/** Minutes of working time, null without cases; see took.rules.ts. */
export type TookTable = {
  kind: 'service' | 'person';
  of_id: string;
  cases: number;
  quarter: number | null;
  half: number | null;
  most: number | null;
  quick: number | null;
  hands: number | null;
  reckoned_at: Date;
};

/** An answer by the link in a mail; each proposal has one at most. */
export type MailAnswerTable = {
  promise_id: string;
  proposed_at: Date;
  person_id: string;
  answer: 'accept' | 'hold';
  at: Date;
};

declare module '../platform/db.ts' {
  interface Tables {
    promises_promise: PromiseTable;
    promises_revision: RevisionTable;
    promises_risk: RiskTable;
    promises_warned: WarnedTable;
    promises_took: TookTable;
    promises_mail_answer: MailAnswerTable;
  }
}
