// Serving: a new time is offered and answered, a promise is let go or taken back.
import type { MissReason } from '../../contract/promises.ts';
import { isRefused, refused } from '../platform/outcome.ts';
import { answerProposal, proposeTime, releasePromise, revokePromise, takeBackProposal } from '../promises/promises.ts';
import { act, type Acting } from './act.ts';
import { saying } from './opening.ts';
import { move } from './rules.ts';
import { calendarOfPromiser, greetingOf, termsOf } from './terms.ts';

export type Renegotiating = {
  due: Date;
  deliverable?: string | undefined;
  reason: string;
  missReason?: MissReason | undefined;
};

/** The promiser offers a new time; before the due instant this is honourable, after it needs what got in the way. */
export const renegotiate = (acting: Acting, given: Renegotiating) =>
  act(acting, 'renegotiate', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const proposed = await proposeTime(acting.tx, promise.id, { ...given, by: acting.who.id }, acting.now);
    if (isRefused(proposed)) return proposed;
    return {
      next: request,
      what: 'proposed',
      facts: {
        due: given.due.toISOString(),
        earlierDue: promise.due_at.toISOString(),
        reason: given.reason,
        inTime: acting.now <= promise.due_at,
        ...(given.deliverable ? { deliverable: given.deliverable } : {}),
      },
    };
  });

/** The other side accepts the new time or holds to the old one. */
export const answerRenegotiation = (acting: Acting, given: { answer: 'accept' | 'hold'; words: string }) =>
  act(acting, 'answerRenegotiation', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const { tx, who, now } = acting;
    const calendar = await calendarOfPromiser(tx, promise.promiser_id, request);
    const answered = await answerProposal(tx, promise.id, { ...given, by: who.id, calendar }, now);
    if (isRefused(answered)) return answered;
    await saying(acting, given.words);
    return {
      next: request,
      what: given.answer === 'accept' ? 'proposalAccepted' : 'proposalHeld',
      facts: { due: answered.due.toISOString() },
    };
  });

/** The promiser no longer asks for another time; what was promised stands. */
export const takeBackNewTime = (acting: Acting) =>
  act(acting, 'takeBackNewTime', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const stands = await takeBackProposal(acting.tx, promise.id, acting.who.id, acting.now);
    if (isRefused(stands)) return stands;
    return { next: request, what: 'proposalTakenBack', facts: { due: stands.due.toISOString() } };
  });

/** The requester lets the promiser go; the ask stays open and the greeting time starts anew. */
export const release = (acting: Acting, { words }: { words: string }) =>
  act(acting, 'release', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const { tx, who, now } = acting;
    const ended = await releasePromise(tx, promise.id, { by: who.id, reason: words }, now);
    if (isRefused(ended)) return ended;
    const next = move(request, 'release', undefined);
    if (isRefused(next)) return next;
    const terms = await termsOf(tx, request);
    return {
      next,
      what: 'released',
      serving: greetingOf(terms, now),
      ...(words ? { facts: { words } } : {}),
    };
  });

/** The promiser takes the promise back; the request ends and can be opened again. */
export const revoke = (acting: Acting, given: { reason: string; missReason: MissReason }) =>
  act(acting, 'revoke', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const ended = await revokePromise(acting.tx, promise.id, { ...given, by: acting.who.id }, acting.now);
    if (isRefused(ended)) return ended;
    const next = move(request, 'revoke', { now: acting.now });
    return isRefused(next) ? next : { next, what: 'revoked', facts: { reason: given.reason } };
  });
