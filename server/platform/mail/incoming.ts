// Mail that comes in, as much of it as anybody here has use for: the first calendar in it and to whom it went. Nothing of it is believed or kept.
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { MailTaken } from '../../../contract/mail.ts';
import type { Db } from '../db.ts';

export type Incoming = {
  /** The text of the calendar in it. */
  calendar: string;
  /** The lines that say to whom it went, as they are. */
  to: string;
  /** Whether a machine answered for a person who has not seen it (RFC 3834). */
  byItself: boolean;
};

/** What a capability makes of a mail: an answer that counts, nothing that it knows, or one that changes nothing. */
export type MailTaker = (db: Db, mail: Incoming, now: Date) => Promise<MailTaken['came']>;

const calendars = ['text/calendar', 'application/ics'];
const recipients = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
const limits = { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 256 * 1024 };

/** Null for a mail without a calendar, and for what is no mail. A mail inside of it is not looked into: it went to somebody else. */
export async function readMail(raw: Buffer): Promise<Incoming | null> {
  const text = raw.toString('latin1');
  // Most mail has none, and needs not be taken apart to know it.
  if (!/text\/calendar|application\/ics/i.test(text) || isShredded(text)) return null;
  const mail = await parse(raw);
  const part = calendars.flatMap((type) => mail?.attachments.find(({ mimeType }) => mimeType === type) ?? [])[0];
  if (!mail || !part) return null;
  const said = (names: readonly string[]) =>
    mail.headers.flatMap(({ key, value }) => (names.includes(key) ? [value] : [])).join(' ');
  return { calendar: textOf(part), to: said(recipients), byItself: /^\s*auto-replied/i.test(said(['auto-submitted'])) };
}

/** Each line and each part costs time, so an answer of a megabyte of them would hold up everybody: none that people send is near that. */
const isShredded = (text: string): boolean => count(text, '\n') > 20_000 || count(text, '\n--') > 500;

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) found += 1;
  return found;
}

/** The library throws at what is too deep, and whatever it likes at what is no mail. */
const parse = (raw: Buffer): Promise<Email | null> => PostalMime.parse(raw, limits).catch(() => null);

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);
