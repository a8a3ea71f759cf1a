// What a person chooses: which news by mail, which by push, when, and in which browsers.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type {
  MailChoice,
  NoticeGroup,
  NoticeSettings,
  NoticeSettingsChange,
  PushBrowser,
  PushSubscriptionSent,
} from '../../contract/notices.ts';
import { deviceOf } from '../auth/auth.ts';
import { addressee } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { isCallable } from '../platform/outbound.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Secrets } from '../platform/secrets.ts';
import { browsersOf, removeBrowser, saveBrowser, saveSettings, type BrowserRow } from './delivery.queries.ts';
import { settingsOf } from './delivery.ts';
import type { Links } from './links.ts';
import { pushKeys } from './push.ts';

export type ChoiceParts = {
  secrets: Secrets;
  links: Links;
  mailReady: (db: Db) => Promise<boolean>;
};

export async function readSettings(parts: ChoiceParts, db: Db, person: string): Promise<Outcome<NoticeSettings>> {
  const reader = await addressee(db, person);
  if (!reader) return refused('notFound');
  return {
    ...(await settingsOf(db, person)),
    address: reader.email,
    mailReady: await parts.mailReady(db),
    pushKey: (await pushKeys(db, parts.secrets)).publicKey,
    browsers: (await browsersOf(db, person)).map(browserOf),
  };
}

/** Refuses `changedMeanwhile`. */
export async function changeSettings(
  parts: ChoiceParts,
  tx: Db,
  person: string,
  change: NoticeSettingsChange,
  expected: number | undefined,
): Promise<Outcome<NoticeSettings>> {
  const { version } = await settingsOf(tx, person);
  if (expected !== undefined && expected !== version) return refused('changedMeanwhile');
  if (!(await saveSettings(tx, person, change, version))) return refused('changedMeanwhile');
  return readSettings(parts, tx, person);
}

const browserOf = (row: BrowserRow): PushBrowser => {
  const { browser, system } = deviceOf(row.agent);
  const mark = createHash('sha256').update(row.endpoint).digest('base64url');
  return { id: row.id, browser, system, mark, created: row.created_at.toISOString() };
};

const mostBrowsers = 20;

/** Refuses `notCallable` for an address that is not on the public internet, `tooMany` after twenty browsers. */
export async function addBrowser(
  tx: Db,
  person: string,
  { endpoint, keys }: z.infer<typeof PushSubscriptionSent>,
  agent: string | undefined,
  now: Date,
): Promise<Outcome<PushBrowser>> {
  if (!isCallable(endpoint)) return refused('notCallable', { field: 'endpoint' });
  const own = await browsersOf(tx, person);
  if (own.length >= mostBrowsers && !own.some((row) => row.endpoint === endpoint))
    return refused('tooMany', { params: { max: mostBrowsers } });
  const row = await saveBrowser(tx, person, { endpoint, ...keys, agent: agent?.slice(0, 400) ?? null }, now);
  return browserOf(row);
}

export const dropBrowser = async (tx: Db, person: string, id: string): Promise<Outcome<void>> =>
  (await removeBrowser(tx, person, id)) ? undefined : refused('notFound');

/** What a link in a mail is about. Refuses `linkGone` for a forged or old one, and for somebody who left. */
export async function readChoice({ links }: ChoiceParts, db: Db, token: string, now: Date) {
  const choice = links.readChoice(token, now);
  if (!choice || !(await addressee(db, choice.person))) return refused('linkGone');
  const { mail } = await settingsOf(db, choice.person);
  return { group: choice.group, mail: mail[choice.group] };
}

/** Changes one group's mails by a link. Refuses `linkGone`. */
export async function chooseByLink(
  { links }: ChoiceParts,
  tx: Db,
  token: string,
  wanted: MailChoice,
  now: Date,
): Promise<Outcome<{ group: NoticeGroup; mail: MailChoice }>> {
  const choice = links.readChoice(token, now);
  if (!choice || !(await addressee(tx, choice.person))) return refused('linkGone');
  const { version, ...settings } = await settingsOf(tx, choice.person);
  const mail = { ...settings.mail, [choice.group]: wanted };
  if (!(await saveSettings(tx, choice.person, { ...settings, mail }, version))) return refused('changedMeanwhile');
  return { group: choice.group, mail: wanted };
}
