// How a capability takes part in the appointments that grow out of its things: it hears when one is called off.
import type { Db } from '../platform/db.ts';
import type { Refused } from '../platform/outcome.ts';

/** `origin` is what the appointment grew out of, `at` when it was to be. */
export type CalledOff = { origin: string; appointment: string; at: Date; by: string; now: Date };
export type AppointmentOrigin = { calledOff: (tx: Db, told: CalledOff) => Promise<Refused | null> };

/** By the name of what appointments grow out of: 'idea'. */
export type AppointmentOrigins = Readonly<Record<string, AppointmentOrigin>>;
