// The ideas of the sample company, climbing through the same doors as everybody's.
import { appointmentPromises, callOff } from '../appointments/appointments.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { concludePromise, deliverPromise, promiseRows, releasePromise, revokePromise } from '../promises/promises.ts';
import { appoint, commit, complete, decide, decline } from './climbing.ts';
import { insertSupport } from './discussion.queries.ts';
import { fate } from './fate.ts';
import { ideaAppointments } from './ideas.ts';
import { sampleIdeas, type SampleIdea } from './sample-ideas.ts';
import { pastIdeas } from './sample-ideas-past.ts';
import { discuss, propose } from './writing.ts';

const dayMs = 86_400_000;
const origins = { idea: ideaAppointments };

/** Proposes them all at their own times before `now`, and lets each climb as far as it came. */
export async function seedIdeas(tx: Db, cast: Cast, now: Date): Promise<void> {
  for (const [index, idea] of [...pastIdeas, ...sampleIdeas].entries()) await tell(tx, cast, idea, index, now);
}

async function tell(tx: Db, cast: Cast, idea: SampleIdea, index: number, now: Date): Promise<void> {
  const whoIs = (key: string): Who => {
    const who = cast.people.get(key);
    if (!who) throw new Error(`Nobody in the sample company is called ${key}.`);
    return who;
  };
  const start = new Date(now.getTime() - idea.ago * dayMs);
  start.setUTCHours(6 + (index % 8), (index * 17) % 60, 0, 0);
  /** A while into the working day, so many days later; never after now. */
  const on = (day: number, minutes = 0) =>
    new Date(Math.min(now.getTime() - 60_000, start.getTime() + day * dayMs + (90 + minutes) * 60_000));
  const team = idea.to === null ? null : (cast.teams.get(idea.to) ?? '');
  const { title, why = '', sight = 'open' } = idea;
  const { id } = sure(await propose(tx, whoIs(idea.by), { title, why, team, sight }, start));
  for (const key of idea.use?.split(' ') ?? []) await insertSupport(tx, id, whoIs(key).id, on(1));
  const as = (key: string, at: Date) => ({ tx, who: whoIs(key), id, now: at });
  for (const { day, act } of stepsOf(idea)) await act(on(day));

  type Step = { day: number; act: (at: Date) => Promise<unknown> };
  function stepsOf({ says, yes, no, done, promise, appointment, end }: SampleIdea): Step[] {
    const steps: Step[] = (says ?? []).map(([by, day, words]) => ({
      day,
      act: async (at) => sure(await discuss(as(by, new Date(at.getTime() + 30 * 60_000)), words)),
    }));
    if (yes) steps.push({ day: yes[1], act: async (at) => sure(await decide(as(yes[0], at), yes[2])) });
    if (promise)
      steps.push({
        day: promise.day,
        act: async (at) => {
          const due = new Date(at.getTime() + promise.days * dayMs);
          due.setUTCHours(12, 0, 0, 0);
          const given = { to: whoIs(promise.to).id, deliverable: promise.what, due: due.toISOString() };
          sure(await commit(as(promise.by, at), given));
        },
      });
    if (promise && appointment) steps.push(...asking(promise, appointment));
    if (promise && end) steps.push({ day: end[1], act: (at) => endOf(promise, end[0], at) });
    if (no) steps.push({ day: no[1], act: async (at) => sure(await decline(as(no[0], at), no[2], no[3])) });
    if (done) steps.push({ day: done[1], act: async (at) => sure(await complete(as(done[0], at), done[2])) });
    return steps.toSorted((one, other) => one.day - other.day);
  }

  /** They arrange it, and where the hour has come by now, it is delivered and asked about then. */
  function asking(
    { by, to }: NonNullable<SampleIdea['promise']>,
    given: NonNullable<SampleIdea['appointment']>,
  ): Step[] {
    const when = new Date(start.getTime() + (given.day + given.in) * dayMs);
    when.setUTCHours(9, 0, 0, 0);
    const arranged = {
      day: given.day,
      act: async (at: Date) => {
        const asked = { at: when.toISOString(), minutes: 30, deliverables: [given.show] };
        sure(await appoint(as(by, new Date(at.getTime() + 600_000)), asked));
      },
    };
    const held = { day: given.day + given.in, act: () => hold(whoIs(by).id, whoIs(to).id, when) };
    const { off } = given;
    if (off) return [arranged, { day: off[0], act: (at: Date) => endEarly(whoIs(to), off[1], at) }];
    return when < now ? [arranged, held] : [arranged];
  }

  /** The one who asks lets go of what was to be shown, too. */
  async function endEarly(who: Who, reason: string, at: Date): Promise<void> {
    const row = await tx.selectFrom('ideas_idea').select('appointment_id').where('id', '=', id).executeTakeFirst();
    const acting = { tx, who, id: row?.appointment_id ?? '', now: at };
    sure((await callOff(acting, { reason, release: true }, origins)) ?? null);
  }

  async function hold(delivers: string, asks: string, when: Date): Promise<void> {
    const shown = await tx
      .selectFrom('appointments_deliverable as d')
      .innerJoin('ideas_idea as i', 'i.appointment_id', 'd.appointment_id')
      .select('d.promise_id')
      .where('i.id', '=', id)
      .execute();
    const after = new Date(when.getTime() + 1_800_000);
    for (const { promise_id: promise } of shown) {
      if (promise === null) continue;
      sure(await deliverPromise(tx, promise, { by: delivers }, new Date(when.getTime() - 3_600_000)));
      sure(await concludePromise(tx, promise, asks, after));
      const [ended] = await promiseRows(tx, [promise]);
      const told = ended && { promise: ended, what: 'kept' as const, by: asks, now: after };
      if (told) sure((await appointmentPromises(origins).fate?.(tx, told)) ?? null);
    }
  }

  async function endOf(
    { by, to }: NonNullable<SampleIdea['promise']>,
    how: NonNullable<SampleIdea['end']>[0],
    at: Date,
  ): Promise<void> {
    const row = await tx.selectFrom('ideas_idea').select('promise_id').where('id', '=', id).executeTakeFirstOrThrow();
    const promise = row.promise_id ?? '';
    const [promiser, promisee] = [whoIs(by).id, whoIs(to).id];
    if (how === 'revoked')
      sure(await revokePromise(tx, promise, { by: promiser, reason: '', missReason: 'waitingOnOthers' }, at));
    else if (how === 'released') sure(await releasePromise(tx, promise, { by: promisee, reason: '' }, at));
    else {
      const late = how === 'late' ? { missReason: 'supply' as const } : {};
      sure(await deliverPromise(tx, promise, { by: promiser, ...late }, at));
      sure(await concludePromise(tx, promise, promisee, new Date(at.getTime() + 3_600_000)));
    }
    const [ended] = await promiseRows(tx, [promise]);
    const after = new Date(at.getTime() + 3_600_000);
    if (ended)
      sure(await fate(tx, { promise: ended, what: 'kept', by: how === 'revoked' ? promiser : promisee, now: after }));
  }
}
