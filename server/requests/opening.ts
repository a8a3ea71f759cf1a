// Opening: greet, promise, counter-offer, decline, hand over. Asking: asking.ts.
import { membersOf } from '../directory/directory.ts';
import { newId } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { checkDue, makePromise, releasePromise, revokePromise } from '../promises/promises.ts';
import type { MissReason } from '../../contract/promises.ts';
import { act, type Acting, type Made, type Scene } from './act.ts';
import { recipientOf } from './asking.ts';
import { insertMessage } from './conversation.queries.ts';
import { attachTo, namesIn } from './files.ts';
import { move } from './rules.ts';
import { calendarOfPromiser, greetingOf, termsOf } from './terms.ts';

/** Words and files that go with a move stand in the conversation as what they are: a message. Refuses `unknownFile`. */
export async function saying(acting: Acting, words: string, files: readonly string[] = []): Promise<Refused | null> {
  if (!words && files.length === 0) return null;
  const { tx, who, id, now } = acting;
  const message = newId();
  const attached = await attachTo(acting, 'message', message, files);
  if (isRefused(attached)) return attached;
  await insertMessage(tx, { id: message, request: id, author: who.id, body: words, names: namesIn(attached), at: now });
  return null;
}

/** Says hello by name. */
export const greet = (acting: Acting, { words }: { words: string }) =>
  act(acting, 'greet', async ({ request }) => {
    const next = move(request, 'greet', { by: acting.who.id, now: acting.now });
    if (isRefused(next)) return next;
    await saying(acting, words);
    return { next, what: 'greeted' };
  });

export type Promising = { deliverable: string; due: Date; words: string };

/** A named person promises a deliverable by an instant. */
export const promise = (acting: Acting, given: Promising) =>
  act(acting, 'promise', async ({ request }) => {
    const { tx, who, now } = acting;
    const calendar = await calendarOfPromiser(tx, who.id, request);
    const made = await makePromise(
      tx,
      {
        subject: 'request',
        subjectId: request.id,
        promiser: who.id,
        promisee: request.requester,
        team: request.team,
        service: request.service,
        deliverable: given.deliverable,
        due: given.due,
        calendar,
      },
      now,
    );
    if (isRefused(made)) return made;
    const next = move(request, 'promise', { by: who.id, now, promise: made });
    if (isRefused(next)) return next;
    await saying(acting, given.words);
    return { next, what: 'promised', facts: { due: given.due.toISOString(), deliverable: given.deliverable } };
  });

/** Offers something else, or another time. */
export const counter = (acting: Acting, given: { deliverable: string; due: Date; reason: string }) =>
  act(acting, 'counter', ({ request }) => {
    const due = checkDue(given.due, acting.now);
    if (isRefused(due)) return due;
    const next = move(request, 'counter', { by: acting.who.id, now: acting.now, counter: given });
    if (isRefused(next)) return next;
    return {
      next,
      what: 'countered',
      facts: { due: given.due.toISOString(), deliverable: given.deliverable, reason: given.reason },
    };
  });

const backToAsked =
  (what: 'counterTakenBack' | 'askedAgain', words: string) =>
  ({ request }: Scene): Outcome<Made> => {
    const next = move(request, 'reask', undefined);
    return isRefused(next) ? next : { next, what, ...(words ? { facts: { words } } : {}) };
  };

export const takeBackCounter = (acting: Acting) => act(acting, 'takeBackCounter', backToAsked('counterTakenBack', ''));

/** Answers a counter-offer by asking differently. */
export const askAgain = (acting: Acting, { words }: { words: string }) =>
  act(acting, 'askAgain', backToAsked('askedAgain', words));

/** The counter-offer becomes the promise of the one who offered. */
export const acceptCounter = (acting: Acting, { words }: { words: string }) =>
  act(acting, 'acceptCounter', async ({ request }) => {
    if (request.state !== 'countered') return refused('notFromHere');
    const { tx, now } = acting;
    const calendar = await calendarOfPromiser(tx, request.provider, request);
    const { deliverable, due } = request.counter;
    const parties = {
      subject: 'request',
      subjectId: request.id,
      promiser: request.provider,
      promisee: request.requester,
    };
    const { team, service } = request;
    const made = await makePromise(tx, { ...parties, team, service, deliverable, due, calendar }, now);
    if (isRefused(made)) return made;
    const next = move(request, 'acceptCounter', { promise: made });
    if (isRefused(next)) return next;
    await saying(acting, words);
    return { next, what: 'counterAccepted', facts: { due: due.toISOString(), deliverable } };
  });

/** Declines, with a reason and where to go instead. */
export const decline = (acting: Acting, given: { reason: string; instead: string }) =>
  act(acting, 'decline', ({ request }) => {
    const next = move(request, 'decline', { ...given, by: acting.who.id, now: acting.now });
    if (isRefused(next)) return next;
    return {
      next,
      what: 'declined',
      facts: { reason: given.reason, ...(given.instead ? { instead: given.instead } : {}) },
    };
  });

export type HandingOver = {
  team?: string | undefined;
  person?: string | undefined;
  context: string;
  missReason?: MissReason | undefined;
};

/**
 * To another team, to a colleague of the serving team (who then is asked by name), or to a colleague elsewhere.
 * A promise handed over in time is released; one whose time has passed is revoked, with what got in the way.
 */
export const handOver = (acting: Acting, given: HandingOver) =>
  act(acting, 'handOver', async ({ request, promise: running }) => {
    const { tx, who, now } = acting;
    const target = await recipientOf(tx, given, request.requester);
    if (isRefused(target)) return target;
    const inside = target.person && request.team && (await membersOf(tx, request.team)).includes(target.person);
    const to = { team: inside ? request.team : target.team, person: target.person };
    const next = move(request, 'handOver', to);
    if (isRefused(next)) return next;
    if (running) {
      const late = now > running.due_at;
      if (late && !given.missReason) return refused('missReasonNeeded', { field: 'missReason' });
      const end = { by: who.id, reason: given.context };
      const ended =
        late && given.missReason
          ? await revokePromise(tx, running.id, { ...end, missReason: given.missReason }, now)
          : await releasePromise(tx, running.id, end, now);
      if (isRefused(ended)) return ended;
    }
    const terms = inside ? await termsOf(tx, { ...to, service: request.service }) : target.terms;
    return {
      next,
      what: 'handedOver',
      serving: greetingOf(terms, now),
      facts: {
        words: given.context,
        ...(to.person ? { person: to.person } : {}),
        ...(to.team && !inside ? { team: to.team } : {}),
      },
    };
  });
