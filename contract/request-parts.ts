// Parts that a request of a service may have: who may see it, whose yes it waits for, what the serving team ticks off.
import { z } from 'zod';
import { id, instant, PersonRef } from './shapes.ts';

export const Sight = z.enum(['open', 'usual', 'private']).meta({
  id: 'Sight',
  description:
    'usual: those who have to do with it · open: every colleague may read it · private: as usual, and it never leaves its team',
});
export type Sight = z.infer<typeof Sight>;

export const ApprovalState = z.enum(['waiting', 'asked', 'approved', 'refused', 'skipped']).meta({
  id: 'ApprovalState',
  description: 'waiting: asked after the one before · skipped: there was nobody to ask, or somebody else has answered',
});
export type ApprovalState = z.infer<typeof ApprovalState>;

export const Approval = z
  .object({
    step: z.number().int(),
    approver: PersonRef,
    standIn: PersonRef.nullable().meta({ description: 'Asked while the approver is away' }),
    state: ApprovalState,
    words: z.string(),
    answeredBy: PersonRef.nullable(),
    at: instant.nullable().meta({ description: 'When it was answered' }),
  })
  .meta({ id: 'Approval', description: 'A yes that the request needs' });
export type Approval = z.infer<typeof Approval>;

export const ChecklistItem = z
  .object({
    id,
    words: z.string(),
    doneBy: PersonRef.nullable(),
    doneAt: instant.nullable(),
  })
  .meta({ id: 'ChecklistItem' });
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const Progress = z.object({ done: z.number().int(), all: z.number().int() }).meta({ id: 'Progress' });
export type Progress = z.infer<typeof Progress>;
