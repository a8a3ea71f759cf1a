// Closing: delivered, accepted with thanks or given back; withdrawn, opened again; and how the ask was, privately.
import type { MissReason } from '../../contract/promises.ts';
import type { AskRating } from '../../contract/requests.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { nextDayEnd, type WorkingCalendar } from '../platform/working-time.ts';
import { checkDue, concludePromise, deliverPromise, releasePromise, returnPromise } from '../promises/promises.ts';
import { act, enter, type Acting, type Scene } from './act.ts';
import { askAnew } from './approvals.ts';
import { saveAskRating } from './conversation.queries.ts';
import { saying } from './opening.ts';
import { move, type Ratings } from './rules.ts';
import { after, calendarOfPromiser, greetingOf, termsOf } from './terms.ts';

/** Says what was done; a late delivery says what got in the way. */
export const deliver = (
  acting: Acting,
  given: { done: string; missReason?: MissReason | undefined; attachments?: string[] },
) =>
  act(acting, 'deliver', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const { tx, who, now } = acting;
    const no = await saying(acting, '', given.attachments);
    if (no) return no;
    const delivered = await deliverPromise(tx, promise.id, { by: who.id, missReason: given.missReason }, now);
    if (isRefused(delivered)) return delivered;
    const terms = await termsOf(tx, request);
    const next = move(request, 'deliver', { now, done: given.done, closeBy: after(terms, now, terms.closingMinutes) });
    if (isRefused(next)) return next;
    return { next, what: 'delivered', facts: { words: given.done, inTime: now <= promise.due_at } };
  });

/** Accepts with thanks and a rating, each as the requester likes. */
export const accept = (acting: Acting, given: { thanks: string; ratings: Ratings }) =>
  act(acting, 'accept', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const ended = await concludePromise(acting.tx, promise.id, acting.who.id, acting.now);
    if (isRefused(ended)) return ended;
    const next = move(request, 'accept', { ...given, now: acting.now });
    if (isRefused(next)) return next;
    const { thanks, ratings } = given;
    return { next, what: 'accepted', facts: { ratings, ...(thanks ? { words: thanks } : {}) } };
  });

/** Not right yet: what is missing, and by when; by default the promised time if it is ahead, else the end of the next working day. */
export const giveBack = (acting: Acting, given: { missing: string; due?: Date | undefined; attachments?: string[] }) =>
  act(acting, 'return', async ({ request, promise }) => {
    if (!promise) return refused('notFromHere');
    const { tx, who, now } = acting;
    const no = await saying(acting, '', given.attachments);
    if (no) return no;
    const calendar = await calendarOfPromiser(tx, promise.promiser_id, request);
    const due = checkDue(given.due ?? laterDue(calendar, promise.due_at, now), now);
    if (isRefused(due)) return due;
    const opened = await returnPromise(tx, promise.id, { by: who.id, due, missing: given.missing, calendar }, now);
    if (isRefused(opened)) return opened;
    const next = move(request, 'giveBack', undefined);
    return isRefused(next) ? next : { next, what: 'returned', facts: { words: given.missing, due: due.toISOString() } };
  });

const laterDue = (calendar: WorkingCalendar, due: Date, now: Date): Date =>
  due > now ? due : (nextDayEnd(calendar, now) ?? new Date(now.getTime() + 86_400_000));

/** The requester no longer needs it; a running promise is released. */
export const withdraw = (acting: Acting, { reason }: { reason: string }) =>
  act(acting, 'withdraw', async ({ request, promise }) => {
    if (promise) {
      const ended = await releasePromise(acting.tx, promise.id, { by: acting.who.id, reason }, acting.now);
      if (isRefused(ended)) return ended;
    }
    const next = move(request, 'withdraw', { now: acting.now });
    return isRefused(next) ? next : { next, what: 'withdrawn', ...(reason ? { facts: { reason } } : {}) };
  });

/** Asks the same people again; and again for a yes that was refused. */
export async function reopen(acting: Acting, { reason }: { reason: string }): Promise<Outcome<Scene>> {
  const scene = await act(acting, 'reopen', async ({ request }) => {
    const next = move(request, 'reopen', { now: acting.now });
    if (isRefused(next)) return next;
    const terms = await termsOf(acting.tx, next);
    return { next, what: 'reopened', serving: greetingOf(terms, acting.now), facts: { reason } };
  });
  if (!isRefused(scene)) await askAnew(acting.tx, scene.request, acting.now);
  return scene;
}

/** The provider notes, for their own eyes only, how the ask was. Nobody is told, nothing else changes. */
export async function rateAsk(acting: Acting, rating: AskRating): Promise<Outcome<AskRating>> {
  const scene = await enter(acting, 'rateAsk');
  if (isRefused(scene)) return scene;
  await saveAskRating(acting.tx, acting.id, acting.who.id, rating, acting.now);
  return rating;
}
