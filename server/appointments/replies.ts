// What calendars answer by mail, brought to the appointment that it is about: as if the person had said it here.
import { addressee } from '../directory/directory.ts';
import { transact, undoable, type Db } from '../platform/db.ts';
import type { MailTaker } from '../platform/mail/incoming.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Secrets } from '../platform/secrets.ts';
import { answer, move } from './acts.ts';
import { provesInvited } from './answer-address.ts';
import { appointmentsById, lockAppointment, noteAnswered } from './queries.ts';
import { readReply, type Reply } from './ical-replies.ts';

const uid = /^appointment-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/;

/** Takes the answers among the mail that comes in; whose they are is proven by the address that only their invitation had. */
export const takeAnswers =
  (secrets: Pick<Secrets, 'sign'>): MailTaker =>
  async (db, mail, now) => {
    const reply = readReply(mail.calendar);
    // A machine that answers by itself promises nothing, and two of them would never end.
    if (!reply || mail.byItself) return 'nothing';
    const done = await transact(db, (tx) =>
      undoable(tx, async () => {
        const from = await inviteeOf(tx, secrets, reply, `${reply.organizer} ${mail.to}`);
        return from === null ? refused('notFound') : answerFromCalendar(tx, reply, from, now);
      }),
    );
    return isRefused(done) ? 'unknown' : 'answer';
  };

/** Who got the invitation that is answered here; null when nothing proves it. */
async function inviteeOf(
  tx: Db,
  secrets: Pick<Secrets, 'sign'>,
  { uid: named }: Reply,
  addresses: string,
): Promise<string | null> {
  const appointment = uid.exec(named)?.[1];
  const [row] = appointment ? await appointmentsById(tx, [appointment]) : [];
  const people = row ? [row.by_id, row.with_id] : [];
  return people.find((person) => provesInvited(secrets, { appointment: row?.id ?? '', person }, addresses)) ?? null;
}

/**
 * `from` is the person whom the mail was proven to come from; answers the appointment's id. ACCEPTED, DECLINED and TENTATIVE answer its
 * time, COUNTER sets another one, which the other side answers. Said twice it is said once. Refuses `notFound` (also for what somebody
 * else answers), `changedMeanwhile` for an answer to an earlier time or from before another one, and what answering and moving refuse.
 */
export async function answerFromCalendar(tx: Db, reply: Reply, from: string, now: Date): Promise<Outcome<string>> {
  const id = uid.exec(reply.uid)?.[1];
  const person = await addressee(tx, from);
  if (!id || !person || person.email.toLowerCase() !== reply.address) return refused('notFound');
  const row = await lockAppointment(tx, { id: from }, id);
  if (!row) return refused('notFound');
  if (reply.sequence !== row.sequence) return refused('changedMeanwhile');
  const { words, said } = reply;
  const acting = { tx, who: { id: from }, id, now };
  const known = row.answer === reply.answer && row.set_by_id !== from && row.state === 'arranged';
  if (known && !reply.proposes) {
    // Said anew, it is newer than another one that may still be on its way.
    await noteAnswered(tx, id, said < now ? said : now);
    return id;
  }
  const done = reply.proposes
    ? await move(acting, { ...reply.proposes, words })
    : await answer(acting, { answer: reply.answer, words, said, byCalendar: true });
  return isRefused(done) ? done : id;
}
