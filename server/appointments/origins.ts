// How a capability takes part in the appointments that grow out of its things: it hears what became of one, and of what was promised for it.
import type { MissReason } from '../../contract/promises.ts';
import type { Db } from '../platform/db.ts';
import type { Refused } from '../platform/outcome.ts';
import type { PromiseRow, PromiseSubject } from '../promises/promises.ts';

/** `origin` is what the appointment grew out of, `at` when it was to be. */
export type CalledOff = { origin: string; appointment: string; at: Date; by: string; now: Date };

/**
 * What came of one deliverable. running: promised, still or anew · failed: it was not delivered, and nobody has promised it since.
 * `missedBecause`: a promise of it did not hold before.
 */
export type CameOf = {
  fate: 'delivered' | 'released' | 'running' | 'failed';
  words: string;
  /** Its newest promise. */
  promise: PromiseRow | null;
  missedBecause: MissReason | null;
};
/** Both have said what there is to say; `until` is when it ended. */
export type Held = CalledOff & { until: Date; asks: string; delivers: string; came: readonly CameOf[] };

/** Promises for an appointment fare on after it was held; `beside` are the others of it. */
type Fared = Parameters<NonNullable<PromiseSubject['fate']>>[1] & { beside: readonly CameOf[] };

export type AppointmentOrigin = {
  calledOff: (tx: Db, told: CalledOff) => Promise<Refused | null>;
  held: (tx: Db, told: Held) => Promise<Refused | null>;
  fate: (tx: Db, told: Fared) => Promise<Refused | null>;
};

/** By the name of what appointments grow out of: 'idea'. */
export type AppointmentOrigins = Readonly<Record<string, AppointmentOrigin>>;
