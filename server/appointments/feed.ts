// The private calendar of a person: an address that nobody can guess, and what their calendar program finds there.
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CalendarFeed, MadeCalendarFeed } from '../../contract/appointments.ts';
import { placeOf, type Auth } from '../auth/auth.ts';
import { addressee, type Addressee } from '../directory/directory.ts';
import type { Subjects } from '../notices/notices.ts';
import { announce } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import type { Raw } from '../platform/http.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import { calendarText } from './ical.ts';
import { appointmentEvents, promiseEvents, speakerOf, type House } from './events.ts';
import * as queries from './feed.queries.ts';

/** 32 random bytes in base64url; nothing else can be one, so nothing else is looked up. */
const form = /^[\w-]{43}$/;
const hashOf = (token: string) => createHash('sha256').update(token).digest();

const factsOf = (row: Awaited<ReturnType<typeof queries.findFeed>>): CalendarFeed => ({
  made: row?.made_at.toISOString() ?? null,
  ending: row?.ending ?? null,
  used: row?.used_at?.toISOString() ?? null,
});

export const readFeed = async (db: Db, person: string): Promise<CalendarFeed> =>
  factsOf(await queries.findFeed(db, person));

/** The only time that the address is told; an older one ends. */
export async function makeFeed(tx: Db, person: string, publicUrl: string, now: Date): Promise<MadeCalendarFeed> {
  const token = randomBytes(32).toString('base64url');
  const row = { person_id: person, token_hash: hashOf(token), ending: token.slice(-4), made_at: now };
  await queries.saveFeed(tx, row);
  await announce(tx, { subject: 'calendarFeed', id: person, kind: 'made', to: person });
  return { ...factsOf({ ...row, used_at: null }), url: new URL(`/api/calendar/${token}.ics`, publicUrl).href };
}

/** Twice is as good as once. */
export async function endFeed(tx: Db, person: string): Promise<void> {
  await queries.deleteFeed(tx, person);
  await announce(tx, { subject: 'calendarFeed', id: person, kind: 'ended', to: person });
}

export type FeedParts = {
  /** By the subject of a promise: what it is called, for whoever may read it. */
  promised: Subjects;
  publicUrl: string;
  /** From whom mail comes; null where there is no mail server. */
  sender: (db: Db) => Promise<{ name: string; address: string } | null>;
  tried: Auth['tried'];
};

const day = 86_400_000;
const hour = 3_600_000;
const reach = { back: 30 * day, ahead: 400 * day };

/** Refuses `notFound`, the same for an address that never was, one that has ended, and one of somebody who left; `tooManyAttempts`. */
export async function readCalendar(
  parts: FeedParts,
  db: Db,
  { token, request, now }: { token: string; request: FastifyRequest; now: Date },
): Promise<Outcome<Raw>> {
  const found = form.test(token) ? await queries.findByHash(db, hashOf(token)) : undefined;
  const reader = found && (await addressee(db, found.person_id));
  if (!found || !reader)
    return (form.test(token) && (await parts.tried(db, 'token', placeOf(request.ip), now))) || refused('notFound');
  if (!found.used_at || now.getTime() - found.used_at.getTime() >= hour)
    await queries.touchFeed(db, found.person_id, now);
  const text = await textFor(parts, db, reader, now);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .some((each) => each.trim().replace(/^W\//, '') === tag);
  return {
    raw: (reply: FastifyReply) => {
      reply.headers({
        etag: tag,
        'cache-control': 'private, no-cache',
        // It is for calendar programs; in no page and no list of a search engine.
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'no-referrer',
      });
      if (known) return reply.status(304).send();
      reply.headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="goodturn.ics"',
      });
      return reply.send(text);
    },
  };
}

async function textFor({ promised, publicUrl, sender }: FeedParts, db: Db, reader: Addressee, now: Date) {
  const window = { from: new Date(now.getTime() - reach.back), until: new Date(now.getTime() + reach.ahead) };
  const [appointments, promises, from] = await Promise.all([
    queries.appointmentsIn(db, reader.who.id, window),
    queries.promisesIn(db, reader.who.id, window),
    sender(db),
  ]);
  const house: House = { publicUrl, sender: from, company: reader.company };
  const events = [
    ...(await appointmentEvents(db, house, reader, appointments)),
    ...(await promiseEvents(db, { house, reader, subjects: promised, appointments }, promises)),
  ];
  const name = speakerOf(reader.who.language).formatMessage({ id: 'calendar.name' }, { company: reader.company });
  return calendarText({ events, zone: reader.who.zone, name });
}
