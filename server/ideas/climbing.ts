// The acts that move an idea on the ladder: load, decide, save, tell. What its promise does to it: fate.ts.
import type { AskingIdea, Commitment, Idea } from '../../contract/ideas.ts';
import { makeAppointment } from '../appointments/appointments.ts';
import { calendarOf } from '../directory/directory.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { memberOf } from '../platform/who.ts';
import { makePromise } from '../promises/promises.ts';
import { enter, settle, type Acting } from './act.ts';
import { supportersOf } from './discussion.queries.ts';
import { lockIdea, readersAmong } from './queries.ts';
import { move } from './rules.ts';
import { decidersOf, ideaView } from './view.ts';

/** How many of those who would use it are told that it is there. */
const most = 500;

/** The idea as it is after an act; one that the act has put out of sight is gone. */
async function after({ tx, who, id, now }: Acting, done: Outcome<unknown>): Promise<Outcome<Idea>> {
  if (isRefused(done)) return done;
  const found = await lockIdea(tx, who, id);
  return found ? ideaView(tx, who, found, now) : refused('notFound');
}

/** A yes by name. Refuses `notFound`, `notYours`, `ideaMovedOn`, `changedMeanwhile`, as all of these do. */
export async function decide(acting: Acting, words: string): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'decide');
  if (isRefused(scene)) return scene;
  const { tx, who, now } = acting;
  const next = move(scene.idea, 'decide', { by: who.id, words, now });
  const told = [{ kind: 'ideaDecided' as const, to: [scene.idea.author] }];
  return after(
    acting,
    await settle(tx, next, { what: 'decided', by: who.id, body: words, answer_kind: 'yes', told, now }),
  );
}

/** No, or not now, by name and with a reason. */
export async function decline(acting: Acting, answer: 'no' | 'notNow', reason: string): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'decline');
  if (isRefused(scene)) return scene;
  const { tx, who, now } = acting;
  const next = move(scene.idea, 'decline', { by: who.id, words: reason, now, answer });
  const told = [{ kind: 'ideaDeclined' as const, to: [scene.idea.author] }];
  const made = { what: 'declined', by: who.id, body: reason, answer_kind: answer, told, now } as const;
  return after(acting, await settle(tx, next, made));
}

/** Done without a promise; those who would use it hear that it is there. */
export async function complete(acting: Acting, words: string): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'complete');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  const next = move(scene.idea, 'complete', { by: who.id, words, now });
  const told = [{ kind: 'ideaDone' as const, to: [scene.idea.author, ...(await supportersOf(tx, id, most))] }];
  return after(
    acting,
    await settle(tx, next, { what: 'done', by: who.id, body: words, answer_kind: 'done', told, now }),
  );
}

/** The author takes it back; who had answered hears of it. */
export async function withdraw(acting: Acting, reason: string): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'withdraw');
  if (isRefused(scene)) return scene;
  const { tx, who, now } = acting;
  const next = move(scene.idea, 'withdraw', undefined);
  return after(acting, await settle(tx, next, { what: 'withdrawn', by: who.id, body: reason, told: [], now }));
}

/**
 * Whoever says so makes the promise, to a colleague who may read the idea. Refuses also `promiseToYourself`, `unknownPerson`,
 * and whatever a promise refuses.
 */
export async function commit(acting: Acting, { to, deliverable, due }: Commitment): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'commit');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  if (to === who.id) return refused('promiseToYourself', { field: 'to' });
  // Naming widens nothing: only somebody who reads it anyway.
  if (!(await readersAmong(tx, id, [to])).has(to)) return refused('unknownPerson', { field: 'to' });
  const { team_id: team, author_id: author } = scene.found;
  const when = new Date(due);
  // In the name of the team that was asked for it, or of their own.
  const asked = memberOf(who, team) ? { team } : {};
  const promise = await makePromise(
    tx,
    {
      subject: 'idea',
      subjectId: id,
      promiser: who.id,
      promisee: to,
      ...asked,
      deliverable,
      due: when,
      calendar: await calendarOf(tx, { person: who.id, ...asked }),
    },
    now,
  );
  if (isRefused(promise)) return promise;
  const next = move(scene.idea, 'commit', { promise, promiser: who.id, promisee: to });
  const told = [{ kind: 'ideaCommitted' as const, to: [to, author, ...(await decidersOf(tx, team))] }];
  const made = { what: 'committed', by: who.id, body: deliverable, to_id: to, due_at: when, told, now } as const;
  return after(acting, await settle(tx, next, made));
}

/**
 * The last rung: the two sides of the promise sit down, and one of them asks. Whoever arranges it, the other hears of it from the
 * appointment. Refuses also whatever an appointment refuses.
 */
export async function appoint(acting: Acting, { asks, at, minutes, deliverables }: AskingIdea): Promise<Outcome<Idea>> {
  const scene = await enter(acting, 'appoint');
  if (isRefused(scene)) return scene;
  const { tx, who, id, now } = acting;
  const { idea } = scene;
  if (idea.state !== 'committed') return refused('ideaMovedOn');
  const { promiser, promisee, author } = idea;
  const when = new Date(at);
  const asked = {
    by: who.id,
    with: who.id === promiser ? promisee : promiser,
    asks: asks ?? promisee,
    at: when,
    minutes,
    title: scene.found.title,
    deliverables,
    origin: { subject: 'idea', id },
  };
  const appointment = await makeAppointment(tx, asked, now);
  if (isRefused(appointment)) return appointment;
  const next = move(idea, 'appoint', { appointment });
  const told = [{ kind: 'ideaAppointed' as const, to: author === promiser || author === promisee ? [] : [author] }];
  const made = { what: 'appointed', by: who.id, to_id: asked.asks, due_at: when, told, now } as const;
  return after(acting, await settle(tx, next, made));
}
