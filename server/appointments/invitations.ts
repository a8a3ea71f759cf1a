// Invitations by mail, as calendars send them to each other (iTIP): the first, the one with a newer time or with an answer, and the calling-off.
// What the mail says is decided when it goes: who was told nothing is told nothing of the end.
import { addressee, type Addressee } from '../directory/directory.ts';
import { mayWrite } from '../notices/notices.ts';
import type { Db } from '../platform/db.ts';
import { lay } from '../platform/mail/layout.ts';
import type { Composed, Composer, Letter, Posted } from '../platform/mail/mail.ts';
import { spoken } from '../platform/placeholders.ts';
import type { Secrets } from '../platform/secrets.ts';
import { answerAddress, provesInvited } from './answer-address.ts';
import { calendarText, type Party } from './ical.ts';
import { appointmentEvents, organizerOf, otherName, speakerOf, type House } from './events.ts';
import { newsFor } from './rules.ts';
import { appointmentsById, deliverablesOf, findMailed, saveMailed } from './queries.ts';
import type { AppointmentRecord } from './tables.ts';

export type InvitationParts = {
  publicUrl: string;
  sender: (db: Db) => Promise<Party | null>;
  /** Where answers of calendars come in; null: nowhere. */
  answersTo: (db: Db) => Promise<string | null>;
  secrets: Pick<Secrets, 'sign'>;
};

const nothing = { nothing: true } as const;
const soon = 4 * 3_600_000;

/** Writes the mails of this capability. */
export const appointmentComposers = (parts: InvitationParts): Record<string, Composer> => ({
  appointment: (tx, mail, now) => compose(parts, tx, mail, now),
});

async function compose(parts: InvitationParts, tx: Db, mail: Posted, now: Date): Promise<Composed> {
  const reader = await addressee(tx, mail.reader);
  const [row] = await appointmentsById(tx, [String(mail.facts['appointment'])]);
  if (!reader || reader.demo || !row || ![row.by_id, row.with_id].includes(reader.who.id)) return nothing;
  const told = await findMailed(tx, row.id, reader.who.id);
  const news = newsFor(row, told);
  const cancelled = news === 'cancelled';
  if (news === null || (!cancelled && row.at <= now)) return nothing;
  const urgent = row.at.getTime() - now.getTime() < soon;
  const invited = await mayWrite(tx, reader, 'answer', urgent, now);
  // Who wants no invitations may want to hear what became of their own.
  const heard = row.set_by_id === reader.who.id && row.answer !== 'none';
  const what = news === 'request' && invited === 'never' && heard ? 'answered' : news;
  const when = what === 'answered' ? await mayWrite(tx, reader, 'asks', urgent, now) : invited;
  // Whose calendar has it is told of another time and of the end, whatever they chose since.
  if (when === 'never' && (!told || what === 'answered')) return nothing;
  if (when instanceof Date) return { later: when };
  const { sequence, answer, id: appointment_id } = row;
  const house = await houseFor(parts, tx, { reader, row, told });
  const organizer = organizerOf(house).address;
  await saveMailed(tx, { appointment_id, person_id: reader.who.id, sequence, cancelled, answer, organizer, at: now });
  return { letter: await letterOf(parts, tx, { reader, row, what, now, house }) };
}

/** A calendar knows an appointment by its organizer, too: whom it was told of first, it is told of to the end. */
async function houseFor(
  { publicUrl, sender, answersTo, secrets }: InvitationParts,
  tx: Db,
  { reader, row, told }: Pick<Telling, 'reader' | 'row'> & { told: Awaited<ReturnType<typeof findMailed>> },
): Promise<House> {
  const house = { publicUrl, sender: await sender(tx), company: reader.company };
  if (told) return { ...house, answersTo: told.organizer };
  const base = await answersTo(tx);
  const invited = { appointment: row.id, person: reader.who.id };
  return { ...house, answersTo: base === null ? null : answerAddress(secrets, base, invited) };
}

type What = NonNullable<ReturnType<typeof newsFor>>;
type Telling = { reader: Addressee; row: AppointmentRecord; what: What; now: Date; house: House };

async function letterOf(parts: InvitationParts, tx: Db, { reader, row, what, now, house }: Telling): Promise<Letter> {
  const { language, zone } = reader.who;
  const say = speakerOf(language);
  const page = (path: string) => new URL(path, parts.publicUrl).href;
  const name = await otherName(tx, row, reader);
  const when = say.formatDate(row.at, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  });
  const mine = row.set_by_id !== reader.who.id;
  const awaited = mine && row.answer === 'none' && row.state === 'arranged';
  const key = what === 'answered' ? (mine ? 'answered.mine' : 'answered.theirs') : what;
  const facts = { name, when, answer: row.answer };
  const words = say.formatMessage({ id: `mail.words.${key}` }, facts);
  const lines = (await deliverablesOf(tx, [row.id])).map((each) => ({ text: spoken(each.words, language) }));
  // Whoever was invited before there was an address for answers answers to one at which nobody listens.
  const invited = { appointment: row.id, person: reader.who.id };
  const hears = provesInvited(parts.secrets, invited, house.answersTo ?? '');
  const method = what === 'cancelled' ? 'CANCEL' : 'REQUEST';
  const events = await appointmentEvents(tx, house, reader, [row]);
  return {
    to: { name: reader.name, address: reader.email },
    language,
    subject: say.formatMessage({ id: `mail.subject.${key}` }, facts),
    calendar: { method, text: calendarText({ events, zone: row.zone, method, now }) },
    ...lay({
      language,
      preview: words,
      title: spoken(row.title, language),
      words: [words],
      ...(what === 'cancelled' ? {} : { matters: [{ title: say.formatMessage({ id: 'mail.deliverables' }), lines }] }),
      act: {
        label: say.formatMessage({ id: awaited ? 'mail.answer' : 'mail.open' }),
        url: page(`/appointments/${row.id}`),
      },
      foot: [
        ...(awaited
          ? [{ text: say.formatMessage({ id: hears ? 'mail.foot.answer.calendar' : 'mail.foot.answer' }) }]
          : []),
        { text: say.formatMessage({ id: 'mail.foot.settings' }), url: page('/me/notices') },
      ],
    }),
  };
}
