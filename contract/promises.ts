// The ledger of promises: what a promise is, how it may change, how it may end.
import { z } from 'zod';
import { id, instant, PersonRef } from './shapes.ts';

/** Why a promise was missed: chosen by the promiser, so that the system is mended and not the person. */
export const MissReason = z
  .enum(['waitingOnOthers', 'tooMuchAtOnce', 'tookLonger', 'absence', 'supply', 'askChanged', 'forgot', 'other'])
  .meta({ id: 'MissReason' });
export type MissReason = z.infer<typeof MissReason>;

/**
 * kept: accepted, delivered by the first due time · keptRenegotiated: by a later time agreed before the earlier one was due ·
 * repaired: a new time was agreed only after the due time, and that one held · missed: delivered later than agreed ·
 * revoked: taken back · released: the other side let go; counts neither way.
 */
export const PromiseOutcome = z
  .enum(['kept', 'keptRenegotiated', 'repaired', 'missed', 'revoked', 'released'])
  .meta({ id: 'PromiseOutcome' });
export type PromiseOutcome = z.infer<typeof PromiseOutcome>;

/** What a promise may have grown out of. */
export const OriginSubject = z.enum(['request', 'idea', 'appointment', 'promise']).meta({ id: 'OriginSubject' });
export type OriginSubject = z.infer<typeof OriginSubject>;

/**
 * made · nodded: the other side said "fine" · countered: the other side asked for something else · proposed: the promiser did ·
 * accepted, held: how that was answered · takenBack: whoever asked no longer does · delivered · returned: not right yet · chained: what it waits for changed · ended.
 */
export const RevisionKind = z
  .enum([
    'made',
    'nodded',
    'countered',
    'proposed',
    'accepted',
    'held',
    'takenBack',
    'delivered',
    'returned',
    'ended',
    'chained',
  ])
  .meta({ id: 'RevisionKind' });
export type RevisionKind = z.infer<typeof RevisionKind>;

/** What the reader may do now; the only source of buttons. */
export const promiseMoves = [
  'accept',
  'counter',
  'renegotiate',
  'answer',
  'takeBack',
  'keep',
  'conclude',
  'return',
  'miss',
  'release',
  'chain',
] as const;
export const PromiseMove = z.enum(promiseMoves).meta({ id: 'PromiseMove' });
export type PromiseMove = z.infer<typeof PromiseMove>;

export const Proposal = z
  .object({
    due: instant,
    deliverable: z.string(),
    reason: z.string(),
    honourable: z.boolean().meta({ description: 'Proposed before the promise was due' }),
    proposedAt: instant,
    by: z.enum(['promiser', 'promisee']).meta({ description: 'Who asks for it; the other side answers' }),
  })
  .meta({ id: 'Proposal', description: 'A new time that waits for an answer' });
export type Proposal = z.infer<typeof Proposal>;

const minutes = z.number().int();

/** Why a promise may not hold. */
export const RiskReason = z.enum(['timeShort', 'otherPromises', 'tookLonger', 'belowMoved']).meta({ id: 'RiskReason' });
export type RiskReason = z.infer<typeof RiskReason>;

/** timeShort: little working time is left · otherPromises: what is to be done before needs it · tookLonger: such things did · belowMoved: what it waits for is due later. */
export const PromiseRisk = z
  .object({
    reason: RiskReason,
    facts: z.object({
      left: minutes.meta({ description: 'Minutes of working time until it is due' }),
      others: z.number().int().optional().meta({ description: 'Other promises that come first' }),
      needed: minutes.optional().meta({ description: 'Minutes of working time that those and this one need' }),
      cases: z.number().int().optional().meta({ description: 'How many such things there were' }),
      half: minutes.optional().meta({ description: 'Half of them took no longer, in minutes of working time' }),
      most: minutes.optional().meta({ description: 'Three in four of them took no longer' }),
      given: minutes.optional().meta({ description: 'Minutes of working time from the promise until it is due' }),
      below: id.optional().meta({ description: 'The promise that it waits for' }),
      belowDue: instant.optional(),
    }),
  })
  .meta({ id: 'PromiseRisk', description: 'Why it may not hold; told to its promiser alone' });
export type PromiseRisk = z.infer<typeof PromiseRisk>;

export const PromiseView = z
  .object({
    id,
    by: PersonRef,
    to: PersonRef,
    deliverable: z.string(),
    due: instant,
    firstDue: instant,
    zone: z.string(),
    madeAt: instant,
    deliveredAt: instant.nullable(),
    atRisk: z.boolean().meta({ description: 'Little working time is left before it is due' }),
    overdue: z.boolean(),
    renegotiations: z.number().int().meta({ description: 'New times that were agreed' }),
    proposal: Proposal.nullable(),
    outcome: PromiseOutcome.nullable(),
    risk: PromiseRisk.nullable().meta({ description: 'For its promiser alone; null for everybody else' }),
    suggestedDue: instant.nullable().meta({ description: 'A new time that would hold, for its promiser alone' }),
  })
  .meta({ id: 'Promise' });
export type PromiseView = z.infer<typeof PromiseView>;

export const promiseStates = ['open', 'delivered', 'ended'] as const;
export const PromiseState = z.enum(promiseStates).meta({ id: 'PromiseState' });
export type PromiseState = z.infer<typeof PromiseState>;

const titled = {
  id,
  title: z.string().nullable().meta({ description: 'Null for those who may not see it' }),
  path: z.string().nullable().meta({ description: 'Where its page is; null for those who may not see it' }),
};

/** A promise in a list. */
export const PromiseRow = PromiseView.extend({
  state: PromiseState,
  about: z
    .object({ subject: z.string(), ...titled })
    .nullable()
    .meta({ description: 'What it is about: `request`, `idea`, `appointment`; null for a promise by itself' }),
  acceptedAt: instant.nullable().meta({ description: 'The other side said that this is fine; no promise needs it' }),
  closeBy: instant.nullable().meta({ description: 'Silence accepts it then' }),
  endedAt: instant.nullable(),
  version: z.number().int(),
  can: z.array(PromiseMove),
}).meta({ id: 'PromiseRow' });
export type PromiseRow = z.infer<typeof PromiseRow>;

/** What became of it, step by step. */
export const Revision = z
  .object({
    kind: RevisionKind,
    at: instant,
    by: PersonRef.nullable().meta({ description: 'Null when time itself did it' }),
    due: instant,
    deliverable: z.string(),
    words: z.string().nullable(),
    inTime: z.boolean().meta({ description: 'Said before what was promised then was due' }),
  })
  .meta({ id: 'PromiseRevision' });
export type Revision = z.infer<typeof Revision>;

/** Another promise in the chain: as much of it as whoever depends on it may know. */
export const ChainLink = z
  .object({
    id: id.nullable().meta({ description: 'Null for those who may not open it' }),
    by: PersonRef,
    deliverable: z.string(),
    due: instant,
    state: PromiseState,
    overdue: z.boolean(),
    outcome: PromiseOutcome.nullable(),
  })
  .meta({ id: 'ChainLink' });
export type ChainLink = z.infer<typeof ChainLink>;

export const PromiseWhole = PromiseRow.extend({
  done: z.string().nullable().meta({ description: 'What was done, in the promiser’s words' }),
  thanks: z.string().nullable(),
  closedBySilence: z.boolean(),
  missReason: MissReason.nullable(),
  missWords: z.string().nullable(),
  askInstead: PersonRef.nullable().meta({
    description: 'Whom the promisee may ask, now that the promiser has left; null for everybody else',
  }),
  origin: z
    .object({ subject: OriginSubject, ...titled })
    .nullable()
    .meta({ description: 'What it grew out of' }),
  waitsFor: ChainLink.nullable().meta({ description: 'It can be kept only once this one is' }),
  waitsHidden: z.boolean().meta({ description: 'It waits for one that the reader may not see' }),
  waiting: z.array(ChainLink).meta({ description: 'Promises that wait for this one, of those that the reader sees' }),
  history: z.array(Revision),
}).meta({ id: 'PromiseWhole' });
export type PromiseWhole = z.infer<typeof PromiseWhole>;

export const PromisesToday = z
  .object({
    due: z.array(PromiseRow).meta({ description: 'Promised by me: overdue, or due within a week' }),
    waiting: z.array(PromiseRow).meta({ description: 'Wait for my word: delivered to me, or a new time' }),
  })
  .meta({ id: 'PromisesToday' });
export type PromisesToday = z.infer<typeof PromisesToday>;

export const Kept = z
  .object({
    kept: z.number().int(),
    renegotiated: z.number().int().meta({ description: 'Of these, after a new time agreed in advance' }),
    total: z.number().int(),
    low: z.number().meta({ description: 'Lower end of the 95 % interval, 0 to 1' }),
    high: z.number(),
  })
  .meta({
    id: 'Kept',
    description: 'Promises kept over a period (of a person: the last 90 days), with their uncertainty',
  });
export type Kept = z.infer<typeof Kept>;

export const DueChoice = z
  .object({
    code: z.enum(['today', 'tomorrowNoon', 'tomorrow', 'weekday', 'later', 'nextWeek', 'asked']),
    at: instant,
    zone: z.string(),
    workingDays: z.number(),
    workingMinutes: z.number(),
    inWorkingTime: z.boolean(),
    holiday: z.string().nullable(),
  })
  .meta({ id: 'DueChoice', description: 'An instant that explains itself in the serving side’s working time' });
export type DueChoice = z.infer<typeof DueChoice>;
