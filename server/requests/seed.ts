// The requests' part of the sample company: the script played through the same doors as everything else, at its own times.
import { usualWeek } from '../../contract/working-time.ts';
import type { Db } from '../platform/db.ts';
import { isRefused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { samplePicture } from '../attachments/seed.ts';
import { sure, type Cast } from '../directory/seed.ts';
import type { Acting } from './act.ts';
import { ask } from './asking.ts';
import * as approvals from './approvals.ts';
import * as checklist from './checklist.ts';
import { itemsOf } from './checklist.queries.ts';
import * as closing from './closing.ts';
import * as conversation from './conversation.ts';
import { closeIfSilent } from './jobs.ts';
import * as opening from './opening.ts';
import type { Deed, Step } from './sample-ask.ts';
import { clockOf, sayable } from './sample-hours.ts';
import { longer, mended, serving as mending, standsStill } from './sample-computers.ts';
import { sampleServed, type SampleServed } from './sample-served.ts';
import * as serving from './serving.ts';

/** Plays steps in their order. `told` hears how many are done. */
export async function seedRequests(tx: Db, steps: readonly Step[], cast: Cast, told: (done: number) => Promise<void>) {
  const ids = new Map<string, string>();
  for (const [index, step] of steps.entries()) {
    if (step.do === 'silence') sure(await closeIfSilent(tx, ids.get(step.request) ?? '', step.at));
    else {
      const who = cast.people.get(step.by);
      if (!who) throw new Error(`Nobody in the sample company is called ${step.by}.`);
      if (step.do === 'ask') ids.set(step.request, await asked(tx, who, step, step.at, cast));
      else await played({ tx, who, id: ids.get(step.request) ?? '', now: step.at }, step, cast);
    }
    if (index % 200 === 0) await told(index / steps.length);
  }
}

const idOf = (cast: Cast, key: string): string => cast.people.get(key)?.id ?? '';

async function asked(tx: Db, who: Who, deed: Extract<Step, { do: 'ask' }>, now: Date, cast: Cast): Promise<string> {
  const to = 'team' in deed.to ? { team: cast.teams.get(deed.to.team) } : { person: idOf(cast, deed.to.person) };
  // On the living desk some show what they mean.
  const turn = Number(/^(?:today|queue)-.*-(\d+)$/.exec(deed.request)?.[1] ?? 0);
  const pictured = turn > 0 && turn % 4 === 1;
  const files = pictured ? [await samplePicture(tx, who.id, `${deed.title}.png`, turn, now)] : [];
  const made = await ask(
    tx,
    who,
    {
      title: deed.title,
      details: deed.details,
      ...to,
      onBehalfOf: deed.onBehalfOf ? idOf(cast, deed.onBehalfOf) : undefined,
      participants: deed.participants.map((key) => idOf(cast, key)),
      attachments: files,
    },
    now,
  );
  return sure(made).id;
}

async function played(acting: Acting, deed: Exclude<Deed, { do: 'ask' }>, cast: Cast): Promise<void> {
  const outcome = await play(acting, deed, cast);
  if (isRefused(outcome))
    throw new Error(`The sample company was refused: ${outcome.refused} at ${JSON.stringify(deed)}`);
}

function play(acting: Acting, deed: Exclude<Deed, { do: 'ask' }>, cast: Cast) {
  const missed = 'missReason' in deed && deed.missReason ? { missReason: deed.missReason } : {};
  switch (deed.do) {
    case 'message':
      return conversation.write(acting, deed.body);
    case 'note':
      return conversation.note(acting, deed.body);
    case 'greet':
      return opening.greet(acting, deed);
    case 'promise':
      return opening.promise(acting, deed);
    case 'counter':
      return opening.counter(acting, deed);
    case 'acceptCounter':
      return opening.acceptCounter(acting, deed);
    case 'decline':
      return opening.decline(acting, deed);
    case 'handOver':
      return opening.handOver(acting, { team: cast.teams.get(deed.team), context: deed.context });
    case 'renegotiate':
      return serving.renegotiate(acting, { due: deed.due, reason: deed.reason, ...missed });
    case 'answerRenegotiation':
      return serving.answerRenegotiation(acting, deed);
    case 'revoke':
      return serving.revoke(acting, deed);
    case 'deliver':
      return closing.deliver(acting, { done: deed.done, ...missed });
    case 'accept':
      return closing.accept(acting, { thanks: deed.thanks, ratings: deed.ratings ?? {} });
    case 'return':
      return closing.giveBack(acting, { missing: deed.missing });
    case 'withdraw':
      return closing.withdraw(acting, deed);
    case 'rateAsk':
      return closing.rateAsk(acting, deed);
  }
}

/** The hours of sample-served.ts are those on the wall: a third of them is worked. */
const clock = clockOf('Europe/Helsinki', usualWeek);
const momentAt = (now: Date, hours: number) =>
  hours < 0 ? clock.back(now, -hours * 20) : sayable(clock.zone, clock.ahead(now, hours * 20));

/** `services`: their ids, by the keys of the sample; `now` is the last moment of the sample. */
export async function seedServed(tx: Db, cast: Cast, services: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const person = (key: string) => {
    const found = cast.people.get(key);
    if (!found) throw new Error(`Nobody in the sample company is called ${key}.`);
    return found;
  };
  const ago = (hours: number) => momentAt(now, -hours);
  const day = (ahead: number) => new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  for (const each of sampleServed) {
    const { service, by, hours, answers, title, details = '', deeds = [] } = each;
    const asking = { service: services.get(service) ?? '', title, details, participants: [] };
    const given = answers(day, (key) => person(key).id);
    const { id } = sure(await ask(tx, person(by), { ...asking, answers: given }, ago(hours)));
    for (const deed of deeds) await playServed({ tx, who: person(deed.by), id, now: ago(deed.hours) }, deed, now);
  }
}

async function playServed(acting: Acting, deed: NonNullable<SampleServed['deeds']>[number], now: Date): Promise<void> {
  switch (deed.do) {
    case 'approve':
      return void sure(await approvals.approve(acting, deed));
    case 'refuse':
      return void sure(await approvals.refuse(acting, deed));
    case 'greet':
      return void sure(await opening.greet(acting, deed));
    case 'message':
      return void sure(await conversation.write(acting, deed.body));
    case 'note':
      return void sure(await conversation.note(acting, deed.body));
    case 'promise': {
      const due = momentAt(now, deed.due);
      return void sure(await opening.promise(acting, { deliverable: deed.deliverable, words: '', due }));
    }
    case 'tick':
      for (const item of (await itemsOf(acting.tx, acting.id)).slice(0, deed.items))
        sure(await checklist.edit(acting, item.id, { done: true }));
      return;
    case 'deliver':
      return void sure(await closing.deliver(acting, deed));
    case 'accept':
      return void sure(await closing.accept(acting, { thanks: deed.thanks, ratings: { timing: 5, quality: 5 } }));
  }
}

const computers = 58;
const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** Colleagues whose computer stood still in the last seven weeks, and two who wait at this moment; `now` is the last moment of the sample. */
export async function seedComputers(tx: Db, { people }: Cast, service: string, now: Date): Promise<void> {
  const who = (key: string) => {
    const found = people.get(key);
    if (!found) throw new Error(`Nobody in the sample company is called ${key}.`);
    return found;
  };
  const asked = async (index: number, at: Date) => {
    const [by, title, details] = standsStill[index % standsStill.length] ?? standsStill[0];
    const made = sure(await ask(tx, who(by), { service, title, details, participants: [] }, at));
    return { id: made.id, by };
  };
  const promised = async (id: string, by: string, at: Date, due: Date) => {
    const deliverable = 'A computer that works';
    sure(await opening.promise({ tx, who: who(by), id, now: at }, { deliverable, words: '', due }));
  };
  for (let index = computers; index > 0; index -= 1) {
    const at = clock.back(now, 150 + index * 270);
    const { id, by } = await asked(index, at);
    const server = mending[(index * 7) % mending.length] ?? 'tariq';
    const { minutes = 18 + ((index * 11) % 38), why } = longer[index] ?? {};
    await promised(id, server, after(at, 4 + (index % 6)), after(at, 60));
    const acting = { tx, who: who(server), id, now: after(at, minutes) };
    const done = mended[index % mended.length] ?? mended[0];
    sure(await closing.deliver(acting, { done, ...(why ? { missReason: why } : {}) }));
    const thanks = index % 3 === 0 ? 'You saved my morning, thank you!' : 'Thank you!';
    const ratings = { timing: why ? 3 : 5, quality: 5 };
    sure(await closing.accept({ tx, who: who(by), id, now: after(at, minutes + 25) }, { thanks, ratings }));
  }
  await asked(0, after(now, -47));
  const waiting = await asked(5, after(now, -12));
  await promised(waiting.id, 'tariq', after(now, -8), after(now, 48));
}
