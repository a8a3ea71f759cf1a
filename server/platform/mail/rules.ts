// What becomes of a mail after each try, and how long to wait. Pure.
import type { MailFault } from '../../../contract/mail.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds for which a process may be busy with one mail before another one takes it for dead. */
export const lease = 10 * minute;
/** Milliseconds after which a mail that should have gone is of no use to anybody. */
export const useful = 48 * hour;
/** A mail about something that people may be reading just now waits this long, and is not needed once they have read it. */
export const grace = minute;

const waits = [minute, 5 * minute, 15 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour];
/** Milliseconds until the next try, after this many. */
export const waitAfter = (tries: number): number => waits[Math.min(tries, waits.length - 1)] ?? hour;

const quiets = [0, minute, 2 * minute, 5 * minute, 15 * minute];
/** Milliseconds to leave a server alone after this many troubles in a row. */
export const quietAfter = (troubles: number): number => quiets[Math.min(troubles, quiets.length - 1)] ?? minute;

/** What stood in the way; `of` says whether it lies with the server (nothing can go) or with this mail. */
export type Verdict = { fault: MailFault; said: string; of: 'server' | 'mail'; forGood: boolean };

/** The error of an SMTP client, as nodemailer tells it; `sending` once the mail itself was begun. */
export type SmtpError = {
  code?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
  message: string;
};

/** What an SMTP error means for the mail. Answers of 500 and above about a recipient or the content are for good. */
export function verdictOf(error: SmtpError, sending: boolean): Verdict {
  const said = oneLine(error.response ?? '');
  const forGood = (error.responseCode ?? 0) >= 500;
  const server = (fault: MailFault): Verdict => ({ fault, said, of: 'server', forGood: false });
  const mail = (fault: MailFault): Verdict => ({ fault, said, of: 'mail', forGood });
  if (error.code === 'EAUTH') return server('login');
  if (error.code === 'EDNS') return server('notFound');
  if (sending && error.responseCode !== undefined) {
    if (error.command?.startsWith('MAIL')) return forGood ? server('sender') : mail('busy');
    if (error.command?.startsWith('RCPT')) return mail(forGood ? 'recipient' : 'busy');
    return mail(forGood ? 'content' : 'busy');
  }
  if (sending && error.code === 'EENVELOPE') return { ...mail('recipient'), forGood: true };
  if (error.code === 'ETLS' || /certificate|self.signed|altname|SSL|TLS/i.test(error.message))
    return server('untrusted');
  if (error.code === 'ETIMEDOUT') return sending ? mail('timedOut') : server('timedOut');
  if (sending) return mail('broken');
  return server(error.responseCode === undefined ? 'unreachable' : 'busy');
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 300);
