// What is delivered by an appointment, as the ledger has it: promised, moved with the time, settled by what both say. No notices here.
import type { Said } from '../../contract/appointments.ts';
import { calendarOf } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import * as ledger from '../promises/promises.ts';
import * as queries from './queries.ts';
import {
  deliveredAt,
  deliversIn,
  promisesAfterMove,
  settledBy,
  wordsFor,
  type Appointment,
  type Owed,
} from './rules.ts';
import type { DeliverableRecord } from './tables.ts';

/** A deliverable with its newest promise. */
export type Due = { row: DeliverableRecord; promise: ledger.PromiseRow | null };

export async function duesOf(db: Db, appointments: readonly string[]): Promise<Due[]> {
  const rows = await queries.deliverablesOf(db, appointments);
  const promises = await ledger.promiseRows(
    db,
    rows.flatMap((row) => row.promise_id ?? []),
  );
  const known = new Map(promises.map((promise) => [promise.id, promise]));
  return rows.map((row) => ({ row, promise: (row.promise_id && known.get(row.promise_id)) || null }));
}

export const owedIn = ({ row, promise }: Due): Owed => ({
  settled: row.settled,
  promise:
    promise === null
      ? null
      : promise.state === 'ended'
        ? { state: 'ended', delivered: promise.delivered_at !== null }
        : { state: promise.state },
});

type Scene = { tx: Db; appointment: Appointment; now: Date };

async function promiseOne({ tx, appointment, now }: Scene, row: DeliverableRecord, due: Date, words: string) {
  const promiser = deliversIn(appointment);
  const promise = await ledger.makePromise(
    tx,
    {
      subject: 'appointment',
      subjectId: row.id,
      promiser,
      promisee: appointment.asks,
      deliverable: words,
      due,
      calendar: await calendarOf(tx, { person: promiser }),
    },
    now,
  );
  if (!isRefused(promise)) await queries.saveDeliverable(tx, row.id, { promise_id: promise });
  return promise;
}

/** The one who delivers gives their word on whatever is not promised yet. */
export async function promiseAll(scene: Scene, rows: readonly DeliverableRecord[]): Promise<Refused | null> {
  for (const row of rows) {
    if (row.promise_id !== null) continue;
    const made = await promiseOne(scene, row, scene.appointment.at, row.words);
    if (isRefused(made)) return made;
  }
  return null;
}

/** The promises after the time was set anew by `by`: see promisesAfterMove. */
export async function followMove(scene: Scene, dues: readonly Due[], given: { by: string; words: string }) {
  const { tx, appointment, now } = scene;
  const byAsker = given.by === appointment.asks;
  for (const { promise } of dues) {
    if (promise?.state !== 'open') continue;
    const fate = promisesAfterMove({ due: promise.due_at, at: appointment.at, byAsker, now });
    if (fate === 'follow') await agree(scene, promise, given.words);
    else if (fate === 'ask') await propose(tx, promise, { due: appointment.at, reason: given.words }, now);
  }
}

/** A newer proposal takes the place of one that still waits. */
async function propose(tx: Db, promise: ledger.PromiseRow, given: { due: Date; reason: string }, now: Date) {
  const by = promise.promiser_id;
  if (promise.proposed_at !== null) await holdOne(tx, promise, by, now);
  return ledger.proposeTime(tx, promise.id, { ...given, by }, now);
}

const holdOne = async (tx: Db, promise: ledger.PromiseRow, by: string, now: Date) => {
  const calendar = await calendarOf(tx, { person: promise.promiser_id });
  return ledger.answerProposal(tx, promise.id, { answer: 'hold', by, words: '', calendar }, now);
};

/** Both agree that it is due when the appointment is. */
async function agree({ tx, appointment, now }: Scene, promise: ledger.PromiseRow, words: string) {
  const waiting = promise.proposed_due_at?.getTime() === appointment.at.getTime();
  if (!waiting) await propose(tx, promise, { due: appointment.at, reason: words }, now);
  const calendar = await calendarOf(tx, { person: promise.promiser_id });
  const answer = { answer: 'accept', by: promise.promisee_id, words: '', calendar } as const;
  return ledger.answerProposal(tx, promise.id, answer, now);
}

/** The other one said yes to the time: what was not promised is promised now, what is due at another time moves here. */
export async function agreeAll(scene: Scene, dues: readonly Due[]): Promise<Refused | null> {
  const { appointment, now } = scene;
  const refusal = await promiseAll(
    scene,
    dues.map(({ row }) => row),
  );
  if (refusal) return refusal;
  for (const { promise } of dues)
    if (promise?.state === 'open' && promise.due_at >= now && promise.due_at.getTime() !== appointment.at.getTime())
      await agree(scene, promise, '');
  return null;
}

/** The one who asks holds to the old time of the promises. */
export async function holdAll({ tx, appointment, now }: Scene, dues: readonly Due[]) {
  for (const { promise } of dues)
    if (promise?.state === 'open' && promise.proposed_at !== null) await holdOne(tx, promise, appointment.asks, now);
}

/** Lets go of whatever still runs. */
export async function releaseAll({ tx, appointment, now }: Scene, dues: readonly Due[], reason: string) {
  for (const { promise, row } of dues) {
    if (promise && promise.state !== 'ended')
      await ledger.releasePromise(tx, promise.id, { by: appointment.asks, reason }, now);
    if (row.settled === null) await queries.saveDeliverable(tx, row.id, { settled: 'released' });
  }
}

type Saying = { by: string; said: Said };

/** One word on one deliverable. Refuses `notFound` for one that is not of this appointment, `notFromHere`, `required`, and what the ledger does. */
export async function say(scene: Scene, dues: readonly Due[], { by, said }: Saying): Promise<Outcome<void>> {
  const due = dues.find(({ row }) => row.id === said.id);
  if (!due) return refused('notFound');
  const asks = by === scene.appointment.asks;
  if (!wordsFor(owedIn(due), asks).includes(said.word)) return refused('notFromHere');
  if (said.word === 'again' && said.due === undefined) return refused('required', { field: 'due' });
  return asks ? sayAsAsker(scene, due, said) : sayAsDeliverer(scene, due, said);
}

async function sayAsAsker(scene: Scene, { row, promise }: Due, said: Said): Promise<Outcome<void>> {
  const { tx, appointment, now } = scene;
  const by = appointment.asks;
  if (said.word === 'again' && promise) {
    if (!said.words) return refused('required', { field: 'words' });
    const calendar = await calendarOf(tx, { person: promise.promiser_id });
    const due = ledger.checkDue(new Date(said.due ?? ''), now);
    if (isRefused(due)) return due;
    const back = await ledger.returnPromise(tx, promise.id, { by, due, missing: said.words, calendar }, now);
    if (isRefused(back)) return back;
  } else if (promise && promise.state !== 'ended') {
    const ended =
      said.word === 'released'
        ? await ledger.releasePromise(tx, promise.id, { by, reason: said.words }, now)
        : await received(tx, promise, appointment, now);
    if (isRefused(ended)) return ended;
  }
  await queries.saveDeliverable(tx, row.id, { settled: said.word });
}

/** Who asks has it in their hands: that it came is said here, if it was not said before. Their word is enough for when. */
async function received(
  tx: Db,
  promise: ledger.PromiseRow,
  { asks: by, at }: Appointment,
  now: Date,
): Promise<Outcome<unknown>> {
  if (promise.state === 'open') {
    const delivered = await ledger.deliverPromise(tx, promise.id, { by }, at);
    if (isRefused(delivered)) return delivered;
  }
  return ledger.concludePromise(tx, promise.id, by, now);
}

async function sayAsDeliverer(scene: Scene, { row, promise }: Due, said: Said): Promise<Outcome<void>> {
  const { tx, appointment, now } = scene;
  const by = deliversIn(appointment);
  if (said.word === 'delivered') {
    if (!promise) return refused('notFromHere');
    const at = deliveredAt(appointment, now);
    const delivered = await ledger.deliverPromise(tx, promise.id, { by, missReason: said.missReason }, at);
    return isRefused(delivered) ? delivered : undefined;
  }
  if (promise?.state === 'open') {
    if (!said.missReason) return refused('missReasonNeeded', { field: 'missReason' });
    const given = { by, words: '', missReason: said.missReason };
    const ended = await ledger.missPromise(tx, promise.id, given, now);
    if (isRefused(ended)) return ended;
  }
  const missed_because = promise && promise.outcome !== 'released' ? (said.missReason ?? promise.miss_reason) : null;
  const made = await promiseOne(scene, row, new Date(said.due ?? ''), said.words || row.words);
  if (isRefused(made)) return made;
  await queries.saveDeliverable(tx, row.id, { settled: 'again', missed_because });
}

/** What ended in the ledger by itself is settled here, too. Answers what is still open of the appointment. */
export async function settleEnded(tx: Db, appointment: string): Promise<number> {
  const dues = await duesOf(tx, [appointment]);
  let open = 0;
  for (const { row, promise } of dues) {
    if (row.settled) continue;
    const settled = promise && settledBy({ outcome: promise.outcome, delivered: promise.delivered_at !== null });
    if (settled) await queries.saveDeliverable(tx, row.id, { settled });
    else open += 1;
  }
  return open;
}
