// The promises of the sample company, made and moved through the same doors as everybody's.
import { calendarOf } from '../directory/directory.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import { addWorking } from '../platform/working-time.ts';
import type { Who } from '../platform/who.ts';
import * as acts from './acts.ts';
import { promise } from './making.ts';
import { concludePromise } from './moving.ts';
import { samplePromises, type SamplePromise } from './sample-promises.ts';
import { promiseRows } from './promises.ts';

const dayMs = 86_400_000;

/** Tells each at its own time before `now`; what nobody answered in time closed by itself. */
export async function seedPromises(tx: Db, { people }: Cast, now: Date): Promise<void> {
  const made = new Map<string, string>();
  for (const [index, one] of samplePromises.entries()) {
    const id = await tellOne(tx, { people, made, now, index }, one);
    if (one.key) made.set(one.key, id);
  }
}

/** So long before now and after it as the promiser works; due at a full or half hour. */
async function hoursAround(tx: Db, { id: person }: Who, now: Date, hours: { ago: number; due: number }) {
  const calendar = await calendarOf(tx, { person, team: null });
  const due = addWorking(calendar, now, hours.due * 60) ?? new Date(now.getTime() + hours.due * 3_600_000);
  const halfHour = 30 * 60_000;
  return {
    start: addWorking(calendar, now, -hours.ago * 60) ?? new Date(now.getTime() - hours.ago * 3_600_000),
    due: new Date(Math.ceil(due.getTime() / halfHour) * halfHour),
  };
}

type Telling = Pick<Cast, 'people'> & { made: ReadonlyMap<string, string>; now: Date; index: number };

async function tellOne(tx: Db, { people, made, now, index }: Telling, one: SamplePromise): Promise<string> {
  const whoIs = (key: string): Who => {
    const who = people.get(key);
    if (!who) throw new Error(`Nobody in the sample company is called ${key}.`);
    return who;
  };
  const [promiser, promisee] = [whoIs(one.by), whoIs(one.to)];
  const near = one.hours && (await hoursAround(tx, promiser, now, one.hours));
  const start = near?.start ?? new Date(now.getTime() - one.ago * dayMs);
  if (!near) start.setUTCHours(7 + (index % 5), (index * 13) % 60, 0, 0);
  /** So many days later, in working hours; never after now. */
  const on = (days: number) => new Date(Math.min(now.getTime() - 60_000, start.getTime() + days * dayMs));
  const dueOn = (days: number) => {
    const due = new Date(start.getTime() + days * dayMs);
    due.setUTCHours(13, 0, 0, 0);
    return due;
  };
  const dependsOn = one.waitsFor === undefined ? undefined : made.get(one.waitsFor);
  const given = { to: promisee.id, deliverable: one.what, due: near?.due ?? dueOn(one.due), dependsOn };
  const id = sure(await promise({ tx, who: promiser, now: start, subjects: {} }, given));
  // Whoever did not ask for a new time answers it.
  let asker = promiser;
  for (const step of one.steps) {
    const as = (who: Who): acts.Acting => ({ tx, who, id, now: on(step.day), subjects: {} });
    const offer = 'due' in step ? { due: dueOn(step.due), reason: step.why } : null;
    if (step.do === 'nod') sure(await acts.accept(as(promisee), { words: step.words ?? '' }));
    if (step.do === 'counter' && offer) sure(await acts.counter(as(promisee), offer));
    if (step.do === 'newTime' && offer) sure(await acts.renegotiate(as(promiser), { ...offer, missReason: step.got }));
    if (step.do === 'counter' || step.do === 'newTime') asker = step.do === 'counter' ? promisee : promiser;
    if (step.do === 'agree' || step.do === 'hold') {
      const answer = step.do === 'agree' ? ('accept' as const) : ('hold' as const);
      const other = asker === promiser ? promisee : promiser;
      sure(await acts.answer(as(other), { answer, words: step.words ?? '' }));
    }
    if (step.do === 'takeBack') sure(await acts.takeBack(as(asker)));
    if (step.do === 'done') sure(await acts.keep(as(promiser), { done: step.words, missReason: step.got }));
    if (step.do === 'thanks') sure(await acts.conclude(as(promisee), { thanks: step.words }));
    if (step.do === 'back') sure(await acts.giveBack(as(promisee), { missing: step.words }));
    if (step.do === 'miss') sure(await acts.miss(as(promiser), { missReason: step.got, reason: step.words }));
    if (step.do === 'release') sure(await acts.release(as(promisee), { words: step.words }));
  }
  const [row] = await promiseRows(tx, [id]);
  if (row?.close_by && row.close_by < now) sure(await concludePromise(tx, id, null, row.close_by));
  return id;
}
