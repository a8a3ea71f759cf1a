// One appointment as a file, for whoever wants it in a calendar that is not subscribed and gets no mail.
import type { FastifyReply } from 'fastify';
import { addressee } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import type { Raw } from '../platform/http.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { calendarText } from './ical.ts';
import { appointmentEvents } from './events.ts';
import type { FeedParts } from './feed.ts';
import { findAppointment } from './queries.ts';

/** Refuses `notFound`. */
export async function readFile(
  { publicUrl, sender }: Pick<FeedParts, 'publicUrl' | 'sender'>,
  db: Db,
  who: Who,
  id: string,
  now: Date,
): Promise<Outcome<Raw>> {
  const [row, reader, from] = await Promise.all([findAppointment(db, who, id), addressee(db, who.id), sender(db)]);
  if (!row || !reader) return refused('notFound');
  const events = await appointmentEvents(db, { publicUrl, sender: from, company: reader.company }, reader, [row]);
  const text = calendarText({ events, zone: who.zone, now });
  return {
    raw: (reply: FastifyReply) =>
      reply
        .headers({
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="appointment.ics"',
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        })
        .send(text),
  };
}
