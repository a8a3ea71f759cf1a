// Talking to a mail server: one connection for as many mails as there are, and what each attempt came to. No database here.
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailTls } from '../../../contract/mail.ts';
import { verdictOf, type SmtpError, type Verdict } from './rules.ts';

export type Server = {
  host: string;
  port: number;
  tls: MailTls;
  username: string;
  password: string;
  fromName: string;
  fromAddress: string;
};

/** How long to wait, in milliseconds, and whom to trust besides the well-known authorities. */
export type Patience = { milliseconds: number; ca?: string };

export type Letter = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  language: string;
  /** The Message-ID that everything about one matter refers to. */
  thread?: string;
  /** Where a POST stops mails like this one (RFC 8058). */
  unsubscribe?: string;
  /** The same for calendars (RFC 6047): a part that they act on, and a file for those that do not. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
};

export type Line = {
  /** Hands the mail over; null when the server has taken it. */
  send: (letter: Letter, stamp: { messageId: string; now: Date }) => Promise<Verdict | null>;
  /** Whether another mail may follow. */
  isOpen: () => boolean;
  close: () => void;
};

/** Connects, in the way that the settings ask for, and signs in. */
export async function openLine(
  server: Server,
  ourName: string,
  { milliseconds, ca }: Patience,
): Promise<Line | { verdict: Verdict }> {
  const smtp = new SMTPConnection({
    host: server.host,
    port: server.port,
    name: ourName,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    dnsTimeout: milliseconds,
    tls: { rejectUnauthorized: true, ...(ca ? { ca } : {}) },
  });
  let open = true;
  let broken: ((error: SmtpError) => void) | undefined;
  smtp.on('error', (error: SmtpError) => {
    open = false;
    broken?.(error);
  });
  smtp.on('end', () => {
    open = false;
    broken?.({ message: 'the server closed the connection', code: 'ECONNECTION' });
  });
  /** One step of the conversation, whichever way it ends; never longer than three times the patience. */
  const step = (take: (done: (error?: SmtpError | null) => void) => void): Promise<SmtpError | null> =>
    new Promise((done) => {
      const timer = setTimeout(() => finish({ message: 'too slow', code: 'ETIMEDOUT' }), 3 * milliseconds);
      const finish = (error?: SmtpError | null) => {
        clearTimeout(timer);
        broken = undefined;
        if (error?.code === 'ETIMEDOUT') {
          open = false;
          smtp.close();
        }
        done(error ?? null);
      };
      broken = finish;
      take(finish);
    });
  const failed = (error: SmtpError) => {
    open = false;
    smtp.close();
    return { verdict: verdictOf(error, false) };
  };
  const unconnected = await step((done) => smtp.connect(done));
  if (unconnected) return failed(unconnected);
  if (server.username) {
    const unknown = await step((done) =>
      smtp.login({ credentials: { user: server.username, pass: server.password } }, done),
    );
    if (unknown) return failed(unknown);
  }
  return {
    isOpen: () => open,
    close: () => {
      if (open) smtp.quit();
      else smtp.close();
    },
    send: async (letter, stamp) => {
      const message = await rawOf(server, letter, stamp);
      const envelope = { from: server.fromAddress, to: [letter.to.address], size: message.length };
      const error = await step((done) => smtp.send(envelope, message, (fault) => done(fault)));
      if (!error) return null;
      // After a refusal the conversation starts afresh; a server that does not allow that is left.
      if (open && (await step((done) => smtp.reset(done)))) {
        open = false;
        smtp.close();
      }
      return verdictOf(error, true);
    },
  };
}

function rawOf(server: Server, letter: Letter, { messageId, now }: { messageId: string; now: Date }): Promise<Buffer> {
  const { to, subject, text, html, language, thread, unsubscribe, calendar } = letter;
  const composer = new MailComposer({
    from: { name: server.fromName, address: server.fromAddress },
    to,
    subject,
    text,
    html,
    date: now,
    messageId,
    textEncoding: 'quoted-printable',
    ...(calendar ? { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.text } } : {}),
    ...(thread ? { inReplyTo: thread, references: thread } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((done, fail) => {
    composer.compile().build((error, message) => (error ? fail(error) : done(message as Buffer)));
  });
}
