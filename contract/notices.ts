// Notices: what concerns me reaches me once. The words are made by the reader's page from kind, actor, title and params.
import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, line, pageQuery, page, PersonRef } from './shapes.ts';

export const noticeKinds = [
  'asked',
  'askedForYou',
  'greeted',
  'promised',
  'countered',
  'counterAccepted',
  'declined',
  'handedOver',
  'message',
  'mentioned',
  'note',
  'renegotiationProposed',
  'renegotiationAccepted',
  'renegotiationHeld',
  'revoked',
  'released',
  'delivered',
  'accepted',
  'returned',
  'closedBySilence',
  'withdrawn',
  'reopened',
  'participantAdded',
  'askerAdded',
  'askerJoined',
  'merged',
  'webhookEnded',
  'promiseNodded',
  'promiseCountered',
  'promiseHeld',
  'promiseStands',
  'promiseLeft',
  'promiseMissed',
  'chainMoved',
  'chainMissed',
  'chainReleased',
  'chainKept',
  'atRisk',
  'overdue',
  'ungreeted',
  'offered',
  'approvalAsked',
  'approved',
  'refusedByApprover',
  'appointmentMade',
  'appointmentMoved',
  'appointmentAccepted',
  'appointmentDeclined',
  'appointmentCancelled',
  'appointmentSoon',
  'appointmentOver',
  'appointmentWord',
  'ideaProposed',
  'ideaDecided',
  'ideaDeclined',
  'ideaCommitted',
  'ideaAppointed',
  'ideaCalledOff',
  'ideaDone',
  'ideaFellBack',
  'ideaUnanswered',
  'goalNear',
  'goalMissed',
] as const;
export const NoticeKind = z.enum(noticeKinds).meta({ id: 'NoticeKind' });
export type NoticeKind = z.infer<typeof NoticeKind>;

export const NoticeParams = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .meta({ description: 'Facts for the sentence, such as `due`; never words that somebody wrote' });
export type NoticeParams = z.infer<typeof NoticeParams>;

export const Notice = z
  .object({
    id,
    kind: NoticeKind,
    subject: z.string().meta({ description: 'What it is about: `request` ...' }),
    subjectId: id,
    title: z.string().meta({ description: 'Of the subject, as it is called now' }),
    path: z.string().meta({ description: 'Where its page is' }),
    actor: PersonRef.nullable().meta({ description: 'Whose act it was; null when time alone did it' }),
    params: NoticeParams,
    at: instant,
    read: z.boolean(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

/** What a notice is to me: it waits for my answer, tells of what I asked for, of what I serve or follow, or thanks me. */
export const noticeGroups = ['answer', 'asks', 'follow', 'thanks'] as const;
export const NoticeGroup = z.enum(noticeGroups).meta({ id: 'NoticeGroup' });
export type NoticeGroup = z.infer<typeof NoticeGroup>;

export const mailChoices = ['now', 'digest', 'never'] as const;
export const MailChoice = z
  .enum(mailChoices)
  .meta({ id: 'MailChoice', description: 'At once, once a day together with others, or not at all' });
export type MailChoice = z.infer<typeof MailChoice>;

const mail = z.object({ answer: MailChoice, asks: MailChoice, follow: MailChoice, thanks: MailChoice });
const push = z.object({ answer: z.boolean(), asks: z.boolean(), follow: z.boolean(), thanks: z.boolean() });
const digestMinutes = z
  .number()
  .int()
  .min(0)
  .max(1439)
  .nullable()
  .meta({ description: 'When the daily mail comes, in minutes after midnight; null: when my working day begins' });

export const PushBrowser = z
  .object({
    id,
    browser: z.string().nullable(),
    system: z.string().nullable(),
    mark: z.string().meta({ description: 'SHA-256 of its push address, base64url: by it a browser knows itself' }),
    created: instant,
  })
  .meta({ id: 'PushBrowser' });
export type PushBrowser = z.infer<typeof PushBrowser>;

export const NoticeSettingsChange = z.object({ mail, push, digestMinutes }).meta({ id: 'NoticeSettingsChange' });
export type NoticeSettingsChange = z.infer<typeof NoticeSettingsChange>;

export const NoticeSettings = NoticeSettingsChange.extend({
  address: z.string().meta({ description: 'Where my mail goes' }),
  mailReady: z.boolean().meta({ description: 'Whether the company has a mail server; without one, mail waits' }),
  pushKey: z.string().meta({ description: 'The public key for browsers that subscribe (VAPID)' }),
  browsers: z.array(PushBrowser),
  version: z.number().int(),
}).meta({ id: 'NoticeSettings' });
export type NoticeSettings = z.infer<typeof NoticeSettings>;

const base64url = (most: number) => line(most).refine((text) => /^[\w-]+={0,2}$/.test(text));
export const PushSubscriptionSent = z
  .object({
    endpoint: line(2000).meta({ description: 'An https address on the public internet, as the browser gave it' }),
    keys: z.object({ p256dh: base64url(200), auth: base64url(100) }),
  })
  .meta({ id: 'PushSubscription' });

// Any text may stand for a token: a bad one gets the same answer as one that is too old.
const byToken = z.object({ token: z.string().max(500) });

const unread = z.number().int().meta({ description: 'How many I have not read; counting stops at 100' });

export const noticesApi = {
  listNotices: route({
    method: 'GET',
    path: '/api/notices',
    summary: 'What concerns me, newest first',
    query: z.object({ ...pageQuery, unread: z.enum(['true', 'false']).default('false') }),
    status: 200,
    response: page(Notice).extend({ unread }),
  }),
  readNotices: route({
    method: 'POST',
    path: '/api/notices/read',
    summary: 'Mark notices as read: those named, those about one thing, or all',
    body: z
      .object({ ids: z.array(id).min(1).max(200).optional(), about: id.optional(), all: z.literal(true).optional() })
      .refine((which) => which.all || which.ids || which.about, { path: ['ids'], params: { code: 'required' } }),
    status: 200,
    response: z.object({ unread }),
  }),
  getNoticeSettings: route({
    method: 'GET',
    path: '/api/notices/settings',
    summary: 'What I want to be written, and where',
    status: 200,
    response: NoticeSettings,
  }),
  saveNoticeSettings: route({
    method: 'PUT',
    path: '/api/notices/settings',
    summary: 'Choose what I want to be written',
    body: NoticeSettingsChange,
    status: 200,
    response: NoticeSettings,
    ifMatch: 'required',
  }),
  subscribePush: route({
    method: 'POST',
    path: '/api/notices/browsers',
    summary: 'Let this browser be tapped when something concerns me; twice is as good as once',
    body: PushSubscriptionSent,
    status: 201,
    response: PushBrowser,
  }),
  unsubscribePush: route({
    method: 'DELETE',
    path: '/api/notices/browsers/{id}',
    summary: 'Leave a browser alone from now on',
    params: z.object({ id }),
    status: 204,
  }),
  readMailChoice: route({
    method: 'GET',
    path: '/api/mail-choices/{token}',
    summary: 'What a link in a mail is about',
    for: 'anyone',
    params: byToken,
    status: 200,
    response: z.object({ group: NoticeGroup, mail: MailChoice }).meta({ id: 'MailChoiceNow' }),
  }),
  chooseMail: route({
    method: 'POST',
    path: '/mail-choice/{token}',
    summary: 'Stop mails of one group, or get them in another way, by the link in a mail (RFC 8058)',
    for: 'anyone',
    params: byToken,
    body: z.looseObject({ mail: MailChoice.default('never') }),
    status: 200,
    response: z.object({ group: NoticeGroup, mail: MailChoice }),
    idempotent: false,
  }),
};
