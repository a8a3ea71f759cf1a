// For tests of the whole: good calls of mail, pushes and what one chooses of them.
import { asGoogle } from '../appointments/replies-for-tests.ts';
import { newId } from '../platform/db.ts';
import type { Making, Sent } from './calls.ts';

const choices = { answer: 'now', asks: 'digest', follow: 'never', thanks: 'digest' };
const taps = { answer: true, asks: true, follow: false, thanks: false };

export const mailCalls: Record<string, (making: Making) => Sent> = {
  forgotPassword: () => ({ body: { email: 'second@example.com' } }),
  saveNoticeSettings: () => ({ body: { mail: choices, push: taps, digestMinutes: 900 } }),
  subscribePush: () => ({
    body: {
      endpoint: `https://push.example.com/${newId()}`,
      keys: { p256dh: 'BAAA', auth: 'AAAA' },
    },
  }),
  chooseMail: () => ({ body: { mail: 'digest' } }),
  // Nobody listens there, which is soon found out.
  saveMailServer: () => ({
    body: {
      host: '127.0.0.1',
      port: 1,
      tls: 'none',
      username: 'goodturn',
      password: 'a password',
      fromName: 'Aurinko',
      fromAddress: 'goodturn@example.com',
    },
  }),
  saveMailAnswers: () => ({ body: { address: 'answers@example.com' } }),
  // A whole answer of a calendar, to an appointment that there is not.
  deliverMail: () => ({
    body: Buffer.from(asGoogle({ appointment: newId(), organizer: 'answers@example.com' })),
    headers: { 'content-type': 'message/rfc822' },
  }),
  retryMails: () => ({ body: { all: true } }),
};
