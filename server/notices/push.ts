// Tapping browsers (web push): the key, the payload, and what push services answer. What may be tapped about is decided in delivery.
import webpush from 'web-push';
import type { BrowserRow } from './delivery.queries.ts';
import { browsersOf, lockPushes, removeBrowsers, setPush } from './delivery.queries.ts';
import { newsFor, settingsOf } from './delivery.ts';
import { timeFor } from './delivery.rules.ts';
import { headline, headlineOfMany, type News } from './letters.ts';
import type { Subjects } from './notices.ts';
import { addressee, calendarOf } from '../directory/directory.ts';
import { transact, type Db } from '../platform/db.ts';
import type { Reach } from '../platform/outbound.ts';
import { isQuiet } from '../platform/quiet.ts';
import type { Secrets } from '../platform/secrets.ts';
import { sight } from './sight.ts';

const purpose = 'push key';

/** The key pair by which push services know us; made once, its private half kept sealed. */
export async function pushKeys(db: Db, secrets: Secrets): Promise<{ publicKey: string; privateKey: string }> {
  const find = () => db.selectFrom('notices_push_key').selectAll().where('id', '=', 1).executeTakeFirst();
  let found = await find();
  if (!found) {
    const { publicKey, privateKey } = webpush.generateVAPIDKeys();
    await db
      .insertInto('notices_push_key')
      .values({ id: 1, public_key: publicKey, private_key: secrets.seal(purpose, privateKey) })
      .onConflict((same) => same.column('id').doNothing())
      .execute();
    found = await find();
  }
  const privateKey = found && secrets.open(purpose, found.private_key);
  if (!found || !privateKey) throw new Error('The push key cannot be opened with this secret.');
  return { publicKey: found.public_key, privateKey };
}

/** What a browser shows: a line without anybody's words, and where it leads. */
export type Tap = { line: string; path: string; tag: string };
type Due = { browsers: BrowserRow[]; taps: Tap[]; urgent: boolean };

export type PushParts = {
  db: Db;
  clock: () => Date;
  secrets: Secrets;
  subjects: Subjects;
  publicUrl: string;
  reach: Reach;
};

/** More news than this at one time is one tap that counts them. */
const mostTaps = 3;
const round = 45_000;

/** Taps everybody who is due. Each is tapped about once at most: a tap lost with a process is found in the bell. */
export function createPush(parts: PushParts) {
  return {
    deliver: async (): Promise<void> => {
      if (await isQuiet(parts.db)) return;
      const began = performance.now();
      while (performance.now() - began < round) {
        const due = await take(parts);
        if (!due) return;
        for (const tap of due.taps) await tapAll(parts, due, tap);
      }
    },
  };
}

const take = ({ db, clock, subjects }: PushParts): Promise<Due | undefined> =>
  transact(db, async (tx) => {
    const now = clock();
    const locked = await lockPushes(tx, now);
    if (!locked) return undefined;
    const none: Due = { browsers: [], taps: [], urgent: false };
    const settle = (at: Date | null, rows = locked.rows) =>
      setPush(
        tx,
        rows.map(({ id }) => id),
        at,
      );
    const reader = await addressee(tx, locked.person);
    const unread = locked.rows.filter(({ read_at }) => read_at === null);
    const browsers = reader && !reader.demo ? await browsersOf(tx, locked.person) : [];
    if (!reader || browsers.length === 0 || unread.length === 0) {
      await settle(null);
      return none;
    }
    const { push } = await settingsOf(tx, locked.person);
    const news = (await newsFor(tx, reader, subjects, unread, now)).filter(({ group }) => push[group]);
    const urgent = news.some((each) => each.urgent);
    const calendar = await calendarOf(tx, { person: locked.person });
    const time = timeFor({ calendar, zone: reader.who.zone }, urgent, now);
    await settle(time === 'now' || news.length === 0 ? null : time);
    if (time !== 'now') return none;
    return { browsers, taps: tapsOf(reader.who.language, news), urgent };
  });

function tapsOf(language: Parameters<typeof headline>[0], news: readonly News[]): Tap[] {
  const byMatter = [...Map.groupBy(news, ({ row }) => sight(row)).entries()];
  if (byMatter.length > mostTaps)
    return [{ line: headlineOfMany(language, news.length), path: '/notices', tag: 'several' }];
  return byMatter.map(([matter, those]) => ({
    line: headline(language, those),
    path: those[0]?.told.path ?? '/notices',
    tag: matter,
  }));
}

async function tapAll({ db, secrets, publicUrl, reach }: PushParts, { browsers, urgent }: Due, tap: Tap) {
  const keys = await pushKeys(db, secrets);
  const gone: string[] = [];
  for (const { id, endpoint, p256dh, auth } of browsers) {
    const reply = await reach(sealedTap({ endpoint, keys: { p256dh, auth } }, tap, { ...keys, publicUrl, urgent }));
    // A browser that was uninstalled, or whose owner has said no, is known no more.
    const over =
      'unreached' in reply
        ? reply.unreached === 'privateAddress' || reply.unreached === 'badAddress'
        : [404, 410].includes(reply.status);
    if (over) gone.push(id);
  }
  if (gone.length > 0) await removeBrowsers(db, gone);
}

type Signing = { publicKey: string; privateKey: string; publicUrl: string; urgent: boolean };

/** The call that carries a tap, encrypted for that browser alone (RFC 8291) and signed by us (RFC 8292). */
function sealedTap(
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
  tap: Tap,
  { publicKey, privateKey, publicUrl, urgent }: Signing,
): Parameters<Reach>[0] {
  const details = webpush.generateRequestDetails(subscription, JSON.stringify(tap), {
    TTL: 12 * 3600,
    urgency: urgent ? 'high' : 'normal',
    vapidDetails: { subject: `mailto:goodturn@${new URL(publicUrl).hostname}`, publicKey, privateKey },
  });
  const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]));
  return { url: details.endpoint, method: 'POST', headers, body: details.body ?? '' };
}
