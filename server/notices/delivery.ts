// How news leaves the house: posted with the notice, and decided when its time has come: is it still unread, still seen, still wanted?
import type { NoticeGroup } from '../../contract/notices.ts';
import { addressee, calendarOf, personRefs, type Addressee } from '../directory/directory.ts';
import { grace, post, type Composed, type Composer, type Mailer, type Posted } from '../platform/mail/mail.ts';
import type { Db } from '../platform/db.ts';
import { orderJob } from '../platform/jobs.ts';
import type { Who } from '../platform/who.ts';
import { groupOf, hasOwnLetter, isNight, isUrgent, nextDigest, timeFor, usualSettings } from './delivery.rules.ts';
import { findSettings, markTold, untold } from './delivery.queries.ts';
import { digestLetter, matterLetter, type News } from './letters.ts';
import type { Subjects } from './notices.ts';
import type { NoticeRow } from './queries.ts';
import { sight, visible } from './sight.ts';
import type { Links } from './links.ts';

type ToldOf = {
  id: string;
  person_id: string;
  subject: string;
  subject_id: string;
  push_at: Date | null;
  demo: boolean;
};

/** Posts what a notice may become. Nobody in the sample company is written to. */
export async function postNews(tx: Db, told: readonly ToldOf[], now: Date): Promise<void> {
  const real = told.filter(({ demo }) => !demo);
  const bundles = new Map(real.map((each) => [`news ${each.person_id} ${sight(each)}`, each]));
  const mails = [...bundles].map(([bundle, { person_id: reader, subject, subject_id }]) => ({
    kind: 'news',
    reader,
    bundle,
    facts: { subject, subjectId: subject_id },
    at: new Date(now.getTime() + grace),
  }));
  await post(tx, mails, now);
  if (real.some(({ push_at }) => push_at !== null)) await orderJob(tx, 'push');
}

export const settingsOf = async (db: Db, person: string) => {
  const row = await findSettings(db, person);
  if (!row) return { ...usualSettings, version: 1 };
  return { mail: row.mail, push: row.push, digestMinutes: row.digest_minutes, version: row.version };
};

/** By the thing that they are about: where the reader may answer a new time, and for which one. */
export type Offers = ReadonlyMap<string, { due: Date; accept: string; hold: string }>;

export type NewsParts = {
  subjects: Subjects;
  links: Links;
  offers: (tx: Db, reader: Who, subjectIds: readonly string[], now: Date) => Promise<Offers>;
  threadOf: Mailer['threadOf'];
};

/** What the reader may be told of these notices, with what each is to them. */
export async function newsFor(tx: Db, { who }: Addressee, subjects: Subjects, rows: readonly NoticeRow[], now: Date) {
  const seen = await visible(tx, who, subjects, rows);
  const actors = await personRefs(
    tx,
    rows.flatMap((row) => row.actor_id ?? []),
  );
  return rows.flatMap((row): News[] => {
    const told = seen.get(sight(row));
    if (!told) return [];
    const group = groupOf(row.kind, told);
    const actor = (row.actor_id && actors.get(row.actor_id)?.name) || null;
    return [{ row, told, group, actor, urgent: isUrgent(row.kind, row.params, now) }];
  });
}

const nothing = { nothing: true } as const;
const fortnight = 14 * 86_400_000;

/** Writes the mails of this capability: `news` about one matter, and the `digest` of a day. */
export const newsComposers = (parts: NewsParts): Record<string, Composer> => ({
  news: (tx, mail, now) => composeNews(parts, tx, mail, now),
  digest: (tx, mail, now) => composeDigest(parts, tx, mail, now),
});

const toTell = async (...of: Parameters<typeof untold>) =>
  (await untold(...of)).filter(({ kind }) => !hasOwnLetter(kind));

async function composeNews(parts: NewsParts, tx: Db, mail: Posted, now: Date): Promise<Composed> {
  const reader = await addressee(tx, mail.reader);
  const { subject, subjectId } = mail.facts;
  if (!reader || reader.demo || now.getTime() - mail.since.getTime() > fortnight) return nothing;
  const about = { subject: String(subject), subjectId: String(subjectId) };
  const rows = await toTell(tx, { person: mail.reader, since: mail.since, mail: mail.id, about });
  const news = await newsFor(tx, reader, parts.subjects, rows, now);
  const { mail: wanted, digestMinutes } = await settingsOf(tx, mail.reader);
  const calendar = await calendarOf(tx, { person: mail.reader });
  const [later] = news.filter(({ group }) => wanted[group] === 'digest');
  const digest = later && nextDigest(calendar, digestMinutes, now);
  if (digest) {
    const bundle = `digest ${mail.reader}`;
    await post(tx, [{ kind: 'digest', reader: mail.reader, bundle, at: digest, since: later.row.created_at }], now);
  }
  const atOnce = news.filter(({ group }) => wanted[group] === 'now');
  if (atOnce.length === 0) return nothing;
  const urgent = atOnce.some((each) => each.urgent);
  const time = timeFor({ calendar, zone: reader.who.zone }, urgent, now);
  if (time !== 'now') return { later: time };
  await markTold(
    tx,
    atOnce.map(({ row }) => row.id),
    mail.id,
  );
  const thread = parts.threadOf(`${about.subject} ${about.subjectId}`, mail.reader);
  const offer = await offerFor(parts, tx, reader, atOnce, now);
  return { letter: { ...matterLetter(reader, atOnce, parts.links, now, offer), thread } };
}

/** Where the new time can be answered that the last of this news told of; nothing of a private matter. */
async function offerFor(parts: NewsParts, tx: Db, reader: Addressee, news: readonly News[], now: Date) {
  const asked = news.findLast(({ row, told }) => row.kind === 'renegotiationProposed' && !told.quiet)?.row;
  if (!asked) return undefined;
  const offer = (await parts.offers(tx, { ...reader.who, session: '' }, [asked.subject_id], now)).get(asked.subject_id);
  return offer && offer.due.toISOString() === asked.params['due'] ? offer : undefined;
}

async function composeDigest(parts: NewsParts, tx: Db, mail: Posted, now: Date): Promise<Composed> {
  const reader = await addressee(tx, mail.reader);
  if (!reader || reader.demo || now.getTime() - mail.since.getTime() > 2 * fortnight) return nothing;
  const rows = await toTell(tx, { person: mail.reader, since: mail.since, mail: mail.id });
  const { mail: wanted, digestMinutes } = await settingsOf(tx, mail.reader);
  const all = await newsFor(tx, reader, parts.subjects, rows, now);
  const news = all.filter(({ group }) => wanted[group] === 'digest');
  if (news.length === 0) return nothing;
  const next = nextDigest(await calendarOf(tx, { person: mail.reader }), digestMinutes, now);
  // A server that was away until the night does not wake anybody when it comes back.
  if (isNight(reader.who.zone, now) && now.getTime() - mail.wanted_at.getTime() > 3_600_000 && next)
    return { later: next };
  await markTold(
    tx,
    news.map(({ row }) => row.id),
    mail.id,
  );
  return { letter: digestLetter(reader, news, parts.links, now) };
}

/** Whether a letter of another capability may go to its reader: now, later, or never, as they chose for this group. Nobody is woken. */
export async function mayWrite(
  tx: Db,
  { who }: Addressee,
  group: NoticeGroup,
  urgent: boolean,
  now: Date,
): Promise<'now' | 'never' | Date> {
  if ((await settingsOf(tx, who.id)).mail[group] === 'never') return 'never';
  return timeFor({ calendar: await calendarOf(tx, { person: who.id }), zone: who.zone }, urgent, now);
}
