// The life of an appointment: arranged → held or cancelled; moved, it is the same one with a higher sequence. Pure; time is an argument.
import type { AppointmentAct, AppointmentAnswer, DeliverableWord } from '../../contract/appointments.ts';
import { refused, type Outcome } from '../platform/outcome.ts';

type Every = {
  id: string;
  /** The two people, and which of them asks. */
  by: string;
  with: string;
  asks: string;
  at: Date;
  minutes: number;
  sequence: number;
  /** Who set this time; the other one answers. */
  setBy: string;
  answer: AppointmentAnswer;
  /** When that was said, by the clock of whoever said it. */
  answeredAt: Date | null;
};
export type Arranged = Every & { state: 'arranged' };
export type Held = Every & { state: 'held'; endedAt: Date };
export type Cancelled = Every & { state: 'cancelled'; endedAt: Date };
export type Appointment = Arranged | Held | Cancelled;

/** Nobody makes an appointment further ahead than this, in milliseconds. */
export const horizon = 2 * 366 * 86_400_000;

/** The one of the two who is not this one. */
export const otherOf = ({ by, with: invited }: Pick<Every, 'by' | 'with'>, one: string): string =>
  one === by ? invited : by;
/** Who delivers. */
export const deliversIn = (appointment: Pick<Every, 'by' | 'with' | 'asks'>): string =>
  otherOf(appointment, appointment.asks);

/** It begins in the future, within two years. Refuses `dueInPast`, `dueTooFar`. */
export function checkAt(at: Date, now: Date): Outcome<Date> {
  if (at.getTime() <= now.getTime()) return refused('dueInPast', { field: 'at' });
  if (at.getTime() - now.getTime() > horizon) return refused('dueTooFar', { field: 'at' });
  return at;
}

/**
 * The one who said nothing yet, or something else, says whether the time suits; `said` is when they did, where that is not now: on its way
 * for long, or sent a second time, it changes nothing that was said since. Refuses `notYours`, `appointmentPast`, `changedMeanwhile`.
 */
function answer(
  appointment: Arranged,
  given: { by: string; answer: AppointmentAnswer; now: Date; said?: Date | undefined },
): Outcome<Arranged> {
  const { by, now, said } = given;
  if (by === appointment.setBy) return refused('notYours');
  if (now.getTime() >= appointment.at.getTime()) return refused('appointmentPast');
  const before = appointment.answeredAt;
  if (said && before && said.getTime() < before.getTime()) return refused('changedMeanwhile');
  return { ...appointment, answer: given.answer, answeredAt: said && said < now ? said : now };
}

/** Another time: the other one is asked anew. Refuses `sameDue`, `dueInPast`, `dueTooFar`. */
function move(
  appointment: Arranged,
  given: { by: string; at: Date; minutes?: number | undefined; now: Date },
): Outcome<Arranged> {
  const at = checkAt(given.at, given.now);
  if (!(at instanceof Date)) return at;
  const minutes = given.minutes ?? appointment.minutes;
  if (at.getTime() === appointment.at.getTime() && minutes === appointment.minutes)
    return refused('sameDue', { field: 'at' });
  return {
    ...appointment,
    at,
    minutes,
    setBy: given.by,
    answer: 'none',
    answeredAt: null,
    sequence: appointment.sequence + 1,
  };
}

const cancel = (appointment: Arranged, { now }: { now: Date }): Outcome<Cancelled> => ({
  ...appointment,
  state: 'cancelled',
  sequence: appointment.sequence + 1,
  endedAt: now,
});

/** Both have said what there is to say: held once nothing is open. Refuses `appointmentAhead` before it began. */
function conclude(appointment: Arranged, given: { open: number; now: Date }): Outcome<Arranged | Held> {
  if (given.now.getTime() < appointment.at.getTime()) return refused('appointmentAhead');
  return given.open > 0 ? appointment : { ...appointment, state: 'held', endedAt: given.now };
}

/** What may happen in each state. This table is the documentation; the database holds the same in constraints. */
export const moves = {
  arranged: { answer, move, cancel, conclude },
  held: {},
  cancelled: {},
} satisfies {
  [S in Appointment['state']]: Partial<
    Record<AppointmentAct, (appointment: Extract<Appointment, { state: S }>, given: never) => Outcome<Appointment>>
  >;
};

/** Which of these acts this person has now. */
export function actsOf(appointment: Appointment, who: string, now: Date): AppointmentAct[] {
  if (appointment.state !== 'arranged') return [];
  const begun = now.getTime() >= appointment.at.getTime();
  return [
    ...(!begun && who !== appointment.setBy ? (['answer'] as const) : []),
    'move',
    'cancel',
    ...(begun ? (['conclude'] as const) : []),
  ];
}

/** What a calendar was told of an appointment by mail. */
export type Mailed = { sequence: number; cancelled: boolean; answer: AppointmentAnswer | null };

/**
 * What a calendar is to be told now, if anything: nothing is called off that was never announced, and nothing is said twice. An answer
 * is an update of the same event with the same sequence (RFC 5546, 3.2.2: the status of attendees, without rescheduling).
 */
export function newsFor(
  { state, sequence, answer: said }: Pick<Every, 'sequence' | 'answer'> & Pick<Appointment, 'state'>,
  told: Mailed | undefined,
): 'request' | 'moved' | 'answered' | 'cancelled' | null {
  if (state === 'held') return null;
  if (state === 'cancelled') return told && !told.cancelled ? 'cancelled' : null;
  if (!told) return 'request';
  if (told.sequence < sequence) return 'moved';
  return (told.answer ?? 'none') === said ? null : 'answered';
}

/** A deliverable as its promise stands: none was given, it waits to be delivered or for the other one's word, or it ended. */
export type Owed = {
  promise: { state: 'open' | 'delivered' } | { state: 'ended'; delivered: boolean } | null;
  settled: DeliverableWord | null;
};

/** What may be said of it at the appointment, by the one who asks and by the one who delivers. */
export function wordsFor({ promise, settled }: Owed, asks: boolean): DeliverableWord[] {
  if (settled) return [];
  if (promise?.state === 'delivered') return asks ? ['delivered', 'again', 'released'] : [];
  if (promise?.state === 'open') return asks ? ['delivered', 'released'] : ['delivered', 'again'];
  // Nobody is held to what was never promised, or has ended undone: promised anew by who delivers, or let go.
  return asks ? ['delivered', 'released'] : ['again'];
}

/** Milliseconds after its end in which what is said of a delivery still counts as said at the appointment. */
const afterwards = 86_400_000;

/** When something was delivered of which one hears at the appointment: as it began; long after it, when it is said. */
export function deliveredAt({ at, minutes }: Pick<Every, 'at' | 'minutes'>, now: Date): Date {
  const began = at.getTime();
  return now.getTime() > began && now.getTime() <= began + minutes * 60_000 + afterwards ? at : now;
}

/** How an end in the ledger answers a deliverable: what came is delivered, what was let go is released, the rest stays open. */
export function settledBy(ended: { outcome: string | null; delivered: boolean }): DeliverableWord | null {
  if (ended.outcome === 'released') return 'released';
  return ended.outcome !== null && ended.delivered ? 'delivered' : null;
}

/**
 * What becomes of the promises when the time is set anew. More time given by the one who asks is given at once; more time taken by
 * the one who delivers is asked for; less time needs the yes of the one who delivers. What was due already stays as it is.
 */
export function promisesAfterMove(given: {
  due: Date;
  at: Date;
  byAsker: boolean;
  now: Date;
}): 'stay' | 'follow' | 'ask' | 'wait' {
  if (given.due.getTime() < given.now.getTime() || given.due.getTime() === given.at.getTime()) return 'stay';
  if (!given.byAsker) return 'ask';
  return given.at.getTime() > given.due.getTime() ? 'follow' : 'wait';
}
