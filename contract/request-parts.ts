// Parts that a request of a service may have: whose yes it waits for, what the serving team ticks off.
import { z } from 'zod';
import { id, instant, PersonRef } from './shapes.ts';

export const ApprovalState = z.enum(['waiting', 'asked', 'approved', 'refused', 'skipped']).meta({
  id: 'ApprovalState',
  description: 'waiting: asked after the one before · skipped: there was nobody to ask, or somebody else has answered',
});
export type ApprovalState = z.infer<typeof ApprovalState>;

export const ApprovalStep = z
  .object({
    step: z.number().int(),
    approver: PersonRef,
    standIn: PersonRef.nullable().meta({ description: 'Asked while the approver is away' }),
    state: ApprovalState,
    words: z.string(),
    answeredBy: PersonRef.nullable(),
    at: instant.nullable().meta({ description: 'When it was answered' }),
  })
  .meta({ id: 'ApprovalStep', description: 'A yes that the request needs' });
export type ApprovalStep = z.infer<typeof ApprovalStep>;

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
