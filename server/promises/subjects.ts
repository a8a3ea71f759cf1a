// How a capability whose things promises are made about takes part: who sees them, what they are called, whose moves they are.
import type { MissReason, PromiseMove } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import type { Outcome, Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import type { PromiseRow } from './tables.ts';

/**
 * What became of a promise. moved: a new time is agreed, or it came back as not right yet · delivered: reported as done ·
 * kept: done and accepted, however late (its outcome tells) · missed: it will not come · released: let go.
 */
export type Fate = 'delivered' | 'kept' | 'missed' | 'released' | 'moved';

/** `id` is of the subject, not of the promise. */
export type SubjectActing = { tx: Db; who: Who; id: string; now: Date };

type Act<Given> = (acting: SubjectActing, given: Given) => Promise<Outcome<unknown>>;

/** The subject's own moves, so that its history is told there. */
export type SubjectActs = {
  /** What `who` may do with the promises about these things, by the thing. */
  may: (db: Db, who: Who, ids: readonly string[], now: Date) => Promise<ReadonlyMap<string, readonly PromiseMove[]>>;
  deliver: Act<{ done: string; missReason?: MissReason | undefined }>;
  conclude: Act<{ thanks: string }>;
  giveBack: Act<{ missing: string; due?: Date | undefined }>;
  renegotiate: Act<{
    due: Date;
    deliverable?: string | undefined;
    reason: string;
    missReason?: MissReason | undefined;
  }>;
  answer: Act<{ answer: 'accept' | 'hold'; words: string }>;
  takeBack: (acting: SubjectActing) => Promise<Outcome<unknown>>;
  release: Act<{ words: string }>;
  revoke: Act<{ reason: string; missReason: MissReason }>;
};

export type PromiseSubject = {
  /** Which of these things `who` may see. */
  sees: (db: Db, who: Who, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** What those are called that `who` may see, and where their page is. */
  titles: (db: Db, who: Who, ids: readonly string[]) => Promise<ReadonlyMap<string, { title: string; path: string }>>;
  /** Left out: the ledger moves its promises, and `fate` tells it how they fare. */
  acts?: SubjectActs;
  fate?: (
    tx: Db,
    told: { promise: PromiseRow; what: Fate; by: string | null; now: Date },
  ) => Promise<Refused | null | void>;
};

/** By the name of the subject: 'request', 'idea', 'appointment'. */
export type PromiseSubjects = Readonly<Record<string, PromiseSubject>>;
