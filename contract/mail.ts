// Mail for administrators: the server that takes it, a trial, what waits or failed, and what comes in. Who wants which mail: contract/notices.ts.
import { z } from 'zod';
import { email } from './auth.ts';
import { route } from './route.ts';
import { id, instant, line, maybeLine, page, pageQuery } from './shapes.ts';

export const mailTls = ['implicit', 'starttls', 'none'] as const;
export const MailTls = z.enum(mailTls).meta({
  id: 'MailTls',
  description: 'TLS from the first byte (usually port 465), STARTTLS required (usually 587), or none',
});
export type MailTls = z.infer<typeof MailTls>;

export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const;
export type MailState = (typeof mailStates)[number];

export const mailFaults = [
  'notFound',
  'unreachable',
  'timedOut',
  'untrusted',
  'login',
  'sender',
  'recipient',
  'content',
  'broken',
  'busy',
] as const;
export const MailFault = z
  .enum(mailFaults)
  .meta({ id: 'MailFault', description: 'What went wrong between us and the mail server' });
export type MailFault = z.infer<typeof MailFault>;

const host = line(253)
  .refine((text) => /^[\w.:-]+$/.test(text), { params: { code: 'notAHost' } })
  .meta({ description: 'Name or address of the server', example: 'smtp.example.com' });
const port = z.number().int().min(1).max(65_535);

export const MailServerChange = z
  .object({
    host,
    port,
    tls: MailTls,
    username: maybeLine(254),
    password: z
      .string()
      .max(500)
      .refine((text) => !/[\0\r\n]/.test(text), { params: { code: 'unreadable' } })
      .optional()
      .meta({ description: 'Left out: stays as it is. Empty: none', format: 'password' }),
    fromName: maybeLine(100),
    fromAddress: email,
  })
  .meta({ id: 'MailServerChange' });
export type MailServerChange = z.infer<typeof MailServerChange>;

const Trouble = z.object({
  fault: MailFault,
  said: z.string().meta({ description: 'What the server answered, in its own words; may be empty' }),
  at: instant,
});

export const MailServer = z
  .object({
    source: z
      .enum(['environment', 'settings', 'none'])
      .meta({ description: 'Where the settings come from; those of the environment win' }),
    host: z.string().nullable(),
    port: z.number().int().nullable(),
    tls: MailTls.nullable(),
    username: z.string().nullable(),
    passwordSet: z.boolean().meta({ description: 'The password itself is never given back' }),
    fromName: z.string().nullable(),
    fromAddress: z.string().nullable(),
    trouble: Trouble.nullable().meta({ description: 'What stands between us and the server since the last mail' }),
    waiting: z.number().int(),
    waitingSince: instant.nullable().meta({ description: 'Since when the oldest waits that should have gone' }),
    failed: z.number().int().meta({ description: 'In the last 30 days' }),
    answersTo: z.string().nullable().meta({
      description: 'Where calendars answer, each with + and signs of its own; null: their answers do not come in',
    }),
    dropped: z.number().int().meta({ description: 'Not sent because their time was over, in the last 30 days' }),
    version: z.number().int(),
  })
  .meta({ id: 'MailServer' });
export type MailServer = z.infer<typeof MailServer>;

/** The part before the @ is 64 long at most; + and the signs behind it take 26 of them. */
const longestName = 38;
export const MailAnswers = z
  .object({
    address: email
      .refine((address) => address.lastIndexOf('@') <= longestName && !address.includes('+'), {
        params: { code: 'noRoomForSigns' },
      })
      .nullable()
      .meta({ description: 'Where calendars answer; null: nowhere' }),
  })
  .meta({ id: 'MailAnswers' });

export const MailTaken = z
  .object({
    came: z.enum(['answer', 'nothing', 'unknown']).meta({
      description:
        'answer: of a calendar, and it counts · nothing: no answer of a calendar · unknown: of a calendar, but it changes nothing here',
    }),
  })
  .meta({ id: 'MailTaken' });
export type MailTaken = z.infer<typeof MailTaken>;

export const MailTrial = z
  .object({
    sent: z.boolean(),
    to: z.string(),
    fault: MailFault.nullable(),
    said: z.string().meta({ description: 'What the server answered last' }),
  })
  .meta({ id: 'MailTrial' });
export type MailTrial = z.infer<typeof MailTrial>;

export const Mail = z
  .object({
    id,
    kind: z.string(),
    to: z.string().nullable().meta({ description: 'The address, once it was tried' }),
    fault: z.string().nullable(),
    said: z.string(),
    tries: z.number().int(),
    created: instant,
    next: instant.nullable().meta({ description: 'When it is tried again' }),
  })
  .meta({ id: 'Mail', description: 'A mail in the outbox, without what it says' });
export type Mail = z.infer<typeof Mail>;

export const mailApi = {
  getMailServer: route({
    method: 'GET',
    path: '/api/mail/server',
    summary: 'How mail leaves the house, and what waits',
    for: 'administrator',
    status: 200,
    response: MailServer,
  }),
  saveMailServer: route({
    method: 'PUT',
    path: '/api/mail/server',
    summary: 'Set the server that takes our mail',
    for: 'administrator',
    body: MailServerChange,
    status: 200,
    response: MailServer,
    ifMatch: 'required',
  }),
  removeMailServer: route({
    method: 'DELETE',
    path: '/api/mail/server',
    summary: 'Forget the server: mail waits again',
    for: 'administrator',
    status: 200,
    response: MailServer,
  }),
  saveMailAnswers: route({
    method: 'PUT',
    path: '/api/mail/answers',
    summary: 'Set the address at which calendars answer invitations',
    for: 'administrator',
    body: MailAnswers,
    status: 200,
    response: MailServer,
    ifMatch: 'required',
  }),
  deliverMail: route({
    method: 'POST',
    path: '/api/mail/incoming',
    summary:
      'Hand in a mail that came for us, whole as it is, at most 1 MB; for the mail system, by a token made for `mail`',
    for: 'administrator',
    scope: 'mail',
    consumes: ['message/rfc822'],
    status: 200,
    response: MailTaken,
    // The same mail twice is the same answer twice, which changes nothing the second time.
    idempotent: false,
  }),
  tryMail: route({
    method: 'POST',
    path: '/api/mail/trial',
    summary: 'Send a real mail to oneself and tell what the server said',
    for: 'administrator',
    status: 200,
    response: MailTrial,
    idempotent: false,
  }),
  listMails: route({
    method: 'GET',
    path: '/api/mails',
    summary: 'What waits or failed, the newest first',
    for: 'administrator',
    query: z.object({ ...pageQuery, state: z.enum(['waiting', 'failed']).default('failed') }),
    status: 200,
    response: page(Mail),
  }),
  retryMails: route({
    method: 'POST',
    path: '/api/mails/retry',
    summary: 'Try again: those named, or all that failed',
    for: 'administrator',
    body: z
      .object({ ids: z.array(id).min(1).max(200).optional(), all: z.literal(true).optional() })
      .refine((which) => which.all || which.ids, { path: ['ids'], params: { code: 'required' } }),
    status: 200,
    response: z.object({ retried: z.number().int() }),
  }),
};
