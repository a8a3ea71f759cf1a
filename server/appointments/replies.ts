// What a calendar answers by mail, brought to the appointment that it is about: as if the person had said it here.
import { addressee } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { answer, move } from './acts.ts';
import { findAppointment } from './queries.ts';
import { readReply } from './ical-replies.ts';

const uid = /^appointment-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/;

/**
 * `from` is the person whom the mail was proven to come from; answers the appointment's id. ACCEPTED, DECLINED and TENTATIVE answer its
 * time, COUNTER sets another one, which the other side answers. Refuses `notAReply`, `notFound` (also for what somebody else answers),
 * `changedMeanwhile` for an answer to an earlier time, and what answering and moving refuse.
 */
export async function answerFromCalendar(tx: Db, ics: string, from: string, now: Date): Promise<Outcome<string>> {
  const reply = readReply(ics);
  if (!reply) return refused('notAReply');
  const id = uid.exec(reply.uid)?.[1];
  const person = await addressee(tx, from);
  if (!id || !person || person.email.toLowerCase() !== reply.address) return refused('notFound');
  const row = await findAppointment(tx, { id: from }, id);
  if (!row) return refused('notFound');
  if (reply.sequence !== row.sequence) return refused('changedMeanwhile');
  const acting = { tx, who: { id: from }, id, now };
  const done = reply.proposes
    ? await move(acting, { ...reply.proposes, words: reply.words })
    : await answer(acting, { answer: reply.answer, words: reply.words, byCalendar: true });
  return isRefused(done) ? done : id;
}
