// For tests of the rules: a promise of one hour at each of its states, and what came of a move.
import { isRefused, type Outcome } from '../platform/outcome.ts';
import type { Delivered, Open } from './rules.ts';

export const start = new Date('2026-11-24T08:00:00Z');
/** So many minutes after the start. */
export const at = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

const every = {
  id: 'p',
  promiser: 'mika',
  promisee: 'aino',
  deliverable: 'A working projector',
  due: at(60),
  firstDue: at(60),
  renegotiations: 0,
  repaired: false,
  returns: 0,
  missReason: null,
  missWords: null,
  acceptedAt: null,
};
export const open = (more: Partial<Open> = {}): Open => ({ ...every, state: 'open', proposal: null, ...more });
export const delivered = (more: Partial<Delivered> = {}): Delivered => ({
  ...every,
  state: 'delivered',
  deliveredAt: at(50),
  done: null,
  closeBy: null,
  ...more,
});
/** A new time for it. */
export const offer = { due: at(90), deliverable: every.deliverable, reason: 'The cable comes later' };

/** What came of a move. @throws where it was refused */
export const got = <T>(outcome: Outcome<T>): T => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
};
