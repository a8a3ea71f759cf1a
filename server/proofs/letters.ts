// For tests of the whole: every mail that the story causes, as it arrives in a real mailbox, and whose it is.
import { openMailbox, type Received } from '../platform/mail/for-tests.ts';
import { people, type Caller, type Cast } from './cast.ts';
import type { View } from './views.ts';

const day = 86_400_000;

/** Every mail as something to read, down to the bytes that came, with what is attached as it is once it is unpacked. */
export const readMails = async (cast: Cast): Promise<View[]> =>
  (await receiveMails(cast)).map(({ who, mail, raw }) => ({
    who,
    from: `a mail: ${mail.subject}`,
    text: [mail.subject, mail.text, mail.html, raw, ...mail.attachments.map(unpacked)].join('\n'),
  }));

const unpacked = ({ content }: { content: string | ArrayBuffer | Uint8Array }) =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString();

/** Sends all that waits, at once and as digests of the next days. */
export async function receiveMails(cast: Cast): Promise<(Received & { who: Caller })[]> {
  const box = await openMailbox();
  const began = cast.time();
  try {
    const { host, port, tls, fromName, fromAddress } = box.server;
    const { etag } = (await cast.as('administrator', 'GET', '/api/mail/server')).headers;
    const saved = await cast.as('administrator', 'PUT', '/api/mail/server', {
      body: { host, port, tls, username: '', fromName, fromAddress },
      headers: { 'if-match': String(etag) },
    });
    if (saved.status !== 200) throw new Error(saved.text);
    for (const later of [5 * 60_000, day, 2 * day, 3 * day]) {
      cast.time(new Date(began.getTime() + later).toISOString());
      await cast.outgoing.mailer.deliver();
    }
  } finally {
    cast.time(began.toISOString());
    await box.close();
  }
  return box.received.map((received) => ({
    ...received,
    who: people.find((who) => `${who.toLowerCase()}@example.com` === received.to[0]) ?? 'nobody',
  }));
}
