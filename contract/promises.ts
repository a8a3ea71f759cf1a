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
 * accepted, held: how that was answered · delivered · returned: not right yet · chained: what it waits for changed · ended.
 */
export const RevisionKind = z
  .enum(['made', 'nodded', 'countered', 'proposed', 'accepted', 'held', 'delivered', 'returned', 'ended', 'chained'])
  .meta({ id: 'RevisionKind' });
export type RevisionKind = z.infer<typeof RevisionKind>;

/** What the reader may do now; the only source of buttons. */
export const promiseMoves = [
  'accept',
  'counter',
  'renegotiate',
  'answer',
  'keep',
  'conclude',
  'return',
  'miss',
  'release',
  'chain',
] as const;
export type PromiseMove = (typeof promiseMoves)[number];

export const Proposal = z
  .object({
    due: instant,
    deliverable: z.string(),
    reason: z.string(),
    honourable: z.boolean().meta({ description: 'Proposed before the promise was due' }),
    proposedAt: instant,
  })
  .meta({ id: 'Proposal', description: 'A new time that waits for an answer' });
export type Proposal = z.infer<typeof Proposal>;

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
  })
  .meta({ id: 'Promise' });
export type PromiseView = z.infer<typeof PromiseView>;

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
    description: 'Promises kept over a period (of a person or in Today: the last 90 days), with their uncertainty',
  });
export type Kept = z.infer<typeof Kept>;
