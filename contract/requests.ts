// The request as a conversation in three stages: what it looks like from outside. Its operations: contract/request-moves.ts.
import { z } from 'zod';
import { AttachmentRef } from './attachments.ts';
import { ServiceRef, Sight } from './catalog.ts';
import { Form } from './forms.ts';
import { Kept, PromiseView } from './promises.ts';
import { ShownAnswer } from './request-answers.ts';
import { ApprovalStep, ChecklistItem, Progress } from './request-parts.ts';
import { id, instant, page, pageQuery, PersonRef, TeamRef } from './shapes.ts';

export const requestStates = [
  'asked',
  'countered',
  'promised',
  'delivered',
  'closed',
  'declined',
  'withdrawn',
  'revoked',
] as const;
export const RequestState = z.enum(requestStates).meta({ id: 'RequestState' });
export type RequestState = z.infer<typeof RequestState>;

export const RequestStage = z.enum(['opening', 'serving', 'closing', 'ended']).meta({ id: 'RequestStage' });
export type RequestStage = z.infer<typeof RequestStage>;

/** What the reader may do now; the only source of buttons. */
export const requestMoves = [
  'message',
  'note',
  'addParticipant',
  'addAsker',
  'edit',
  'approve',
  'refuse',
  'checklist',
  'greet',
  'promise',
  'counter',
  'takeBackCounter',
  'acceptCounter',
  'askAgain',
  'decline',
  'handOver',
  'renegotiate',
  'answerRenegotiation',
  'takeBackNewTime',
  'release',
  'revoke',
  'deliver',
  'accept',
  'return',
  'withdraw',
  'merge',
  'split',
  'reopen',
  'rateAsk',
] as const;
export const RequestMove = z.enum(requestMoves).meta({ id: 'RequestMove' });
export type RequestMove = z.infer<typeof RequestMove>;

const step = z.number().int().min(1).max(5);
export const Ratings = z
  .object({ timing: step.optional(), quality: step.optional(), accuracy: step.optional() })
  .meta({ id: 'Ratings', description: 'From 1 (poor) to 5 (excellent); each may be left out' });
export type Ratings = z.infer<typeof Ratings>;

export const AskRating = z
  .object({
    clear: z.boolean(),
    complete: z.boolean(),
    inTime: z.boolean(),
    thanked: z.boolean(),
    words: z.string(),
  })
  .meta({ id: 'AskRating', description: 'How the ask was; seen only by the one who wrote it' });

export type AskRating = z.infer<typeof AskRating>;

const OtherRequest = z
  .object({ id, number: z.number().int(), title: z.string() })
  .meta({ id: 'OtherRequest', description: 'Another request that it is about' });

/** A request in a list. */
export const RequestRow = z
  .object({
    id,
    number: z.number().int(),
    title: z.string(),
    state: RequestState,
    stage: RequestStage,
    requester: PersonRef,
    team: TeamRef.nullable(),
    person: PersonRef.nullable().meta({ description: 'The colleague asked by name' }),
    provider: PersonRef.nullable().meta({ description: 'Who promised or offered' }),
    greetedBy: PersonRef.nullable(),
    greetBy: instant.meta({ description: 'Someone should have said hello by then' }),
    ungreeted: z.boolean().meta({ description: 'Nobody said hello in time' }),
    due: instant.nullable(),
    atRisk: z.boolean().meta({ description: 'Little working time is left before it is due' }),
    mayNotHold: z
      .boolean()
      .meta({ description: 'For its promiser alone, on Today and the whole: something speaks against it' }),
    overdue: z.boolean(),
    proposedDue: instant.nullable(),
    proposedReason: z.string().nullable().meta({ description: 'Why the promiser asks for a new time' }),
    deliveredAt: instant.nullable(),
    delivered: z.string().nullable().meta({ description: 'What was done, in the provider’s words' }),
    deliverable: z.string().nullable(),
    thanks: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    endedAt: instant.nullable(),
    sight: Sight,
    waitsFor: z.array(PersonRef).meta({ description: 'Whose yes is asked for now; until then nobody promises' }),
    checklist: Progress.nullable().meta({ description: 'Null when there is none' }),
    version: z.number().int(),
    can: z.array(RequestMove),
  })
  .meta({ id: 'RequestRow' });
export type RequestRow = z.infer<typeof RequestRow>;

export const Request = RequestRow.extend({
  details: z.string(),
  attachments: z.array(AttachmentRef).meta({ description: 'Files of the ask; those of messages are with them' }),
  askedBy: PersonRef.nullable().meta({ description: 'Who asked on the requester’s behalf' }),
  participants: z.array(PersonRef),
  coRequesters: z.array(PersonRef).meta({ description: 'Who needs it as well, and answers like the requester' }),
  merged: z
    .object({ into: OtherRequest.nullable().meta({ description: 'Null for those who do not see that one' }) })
    .nullable()
    .meta({ description: 'It goes on in another request' }),
  zone: z.string().meta({ description: 'The zone of the serving side’s working calendar' }),
  greetedAt: instant.nullable(),
  counter: z
    .object({ by: PersonRef, deliverable: z.string(), due: instant, reason: z.string() })
    .nullable()
    .meta({ description: 'What is offered instead' }),
  promise: PromiseView.nullable(),
  closeBy: instant.nullable().meta({ description: 'Silence closes it then' }),
  closedBySilence: z.boolean(),
  imported: z
    .boolean()
    .meta({ description: 'It came from an earlier system: what was closed there was promised nowhere here' }),
  declined: z.object({ reason: z.string(), instead: z.string() }).nullable(),
  ratings: Ratings.nullable(),
  askRating: AskRating.nullable(),
  reopenUntil: instant.nullable(),
  service: ServiceRef.nullable().meta({ description: 'What was asked for, when it was a service' }),
  form: Form.nullable().meta({ description: 'The form that it was asked by, for those who may answer it otherwise' }),
  answers: z.array(ShownAnswer).meta({ description: 'What was asked in its form and answered' }),
  approvals: z.array(ApprovalStep),
  items: z.array(ChecklistItem).meta({ description: 'The checklist of the serving team' }),
}).meta({ id: 'Request' });
export type Request = z.infer<typeof Request>;

export const entryKinds = [
  'asked',
  'edited',
  'greeted',
  'promised',
  'countered',
  'counterTakenBack',
  'counterAccepted',
  'askedAgain',
  'declined',
  'handedOver',
  'proposed',
  'proposalAccepted',
  'proposalHeld',
  'proposalTakenBack',
  'released',
  'revoked',
  'delivered',
  'accepted',
  'returned',
  'closedBySilence',
  'withdrawn',
  'reopened',
  'participantAdded',
  'participantRemoved',
  'ungreeted',
  'offered',
  'approvalAsked',
  'approved',
  'refusedByApprover',
  'approvalSkipped',
  'linked',
  'unlinked',
  'askerAdded',
  'askerRemoved',
  'merged',
  'tookIn',
  'imported',
] as const;

const facts = z.object({
  due: instant.optional(),
  earlierDue: instant.optional(),
  deliverable: z.string().optional(),
  reason: z.string().optional(),
  words: z.string().optional(),
  instead: z.string().optional(),
  person: PersonRef.optional(),
  team: TeamRef.optional(),
  inPlaceOf: PersonRef.optional().meta({ description: 'Who is away, and stood in for' }),
  inTime: z.boolean().optional(),
  request: OtherRequest.optional(),
  link: z.enum(['related', 'blocks', 'waitsFor', 'partOf', 'hasPart']).optional(),
});

const said = { id, at: instant, by: PersonRef, body: z.string(), attachments: z.array(AttachmentRef) };

/** One entry of the conversation: words, or something that happened. */
export const Entry = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), ...said }),
    z.object({ kind: z.literal('note'), ...said }),
    z.object({
      kind: z.literal('event'),
      id,
      at: instant,
      by: PersonRef.nullable().meta({ description: 'Null when time itself did it' }),
      what: z.enum(entryKinds),
      facts,
    }),
  ])
  .meta({ id: 'Entry' });
export type Entry = z.infer<typeof Entry>;
export type EntryKind = (typeof entryKinds)[number];
export type EntryFacts = z.infer<typeof facts>;

export const queueParts = ['unanswered', 'promised', 'atRisk', 'waiting', 'delivered', 'ended'] as const;
export const QueuePart = z.enum(queueParts).meta({ id: 'QueuePart' });
export type QueuePart = z.infer<typeof QueuePart>;

const counts = z.object({
  unanswered: z.number().int(),
  promised: z.number().int(),
  atRisk: z.number().int(),
  waiting: z.number().int(),
  delivered: z.number().int(),
});

export const Queue = z
  .object({ team: TeamRef, counts, items: z.array(RequestRow), next: z.string().nullable() })
  .meta({ id: 'Queue' });
export type Queue = z.infer<typeof Queue>;

export const todayParts = ['promised', 'awaitingMyYes', 'awaitingMyWord', 'unanswered', 'waitingFor'] as const;
export const TodayPart = z.enum(todayParts).meta({ id: 'TodayPart' });
export type TodayPart = z.infer<typeof TodayPart>;

export const Today = z
  .object({
    promised: z.array(RequestRow),
    awaitingMyYes: z.array(RequestRow).meta({ description: 'Asked for my yes, before anybody may promise' }),
    awaitingMyWord: z.array(RequestRow),
    unanswered: z.array(RequestRow).meta({ description: 'Asked of me or my teams; nobody has answered yet' }),
    waitingFor: z.array(RequestRow),
    more: z.record(TodayPart, z.number().int()).meta({
      description:
        'Of each of these lists the most urgent come along; how many there are beyond: listRequests, `today`',
    }),
    thanks: z.array(z.object({ request: id, words: z.string(), from: PersonRef, at: instant })),
    teams: z.array(
      z.object({
        team: TeamRef,
        counts,
        kept: Kept.nullable().meta({
          description: 'Over the last twelve whole months, as in TeamTrust; null where nothing is shown',
        }),
      }),
    ),
    mine: Kept.nullable().meta({ description: 'The reader’s own; nobody else sees it' }),
  })
  .meta({ id: 'Today' });
export type Today = z.infer<typeof Today>;

export const ListQuery = z.object({
  ...pageQuery,
  role: z.enum(['any', 'asked', 'serving', 'following', 'approving', 'open']).default('any').meta({
    description:
      'asked: by or for me · serving: promised by me, asked of me or of my teams · following: added to it · approving: asked for my yes · open: every colleague may read them',
  }),
  state: RequestState.optional(),
  open: z.stringbool().optional().meta({ description: 'Only those that have not ended, or only those that have' }),
  team: id.optional(),
  service: id.optional(),
  provider: id.optional().meta({ description: 'Only what this colleague promised or offered' }),
  requester: id.optional().meta({ description: 'Only what this colleague needs' }),
  today: TodayPart.optional().meta({ description: 'All of one list of Today, whatever the role' }),
  late: z
    .stringbool()
    .optional()
    .meta({ description: 'Only what nobody greeted in time, or what is promised and overdue' }),
});
export const RequestPage = page(RequestRow);
