// Notices: what concerns me reaches me once. The words are made by the reader's page from kind, actor, title and params.
import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, pageQuery, page, PersonRef } from './shapes.ts';

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
  'webhookEnded',
  'atRisk',
  'overdue',
  'ungreeted',
  'approvalAsked',
  'approved',
  'refusedByApprover',
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
};
