// One act on many requests at once: each is done or refused by itself, and the answer says which.
import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, maybeText, text } from './shapes.ts';

export const bulkMoves = ['greet', 'promise', 'handOver', 'decline', 'withdraw', 'accept'] as const;
export type BulkMove = (typeof bulkMoves)[number];

const items = z
  .array(
    z.object({
      id,
      version: z.number().int().optional().meta({ description: 'The one that was seen; refused when it has moved on' }),
      words: maybeText(4000).optional().meta({ description: 'Said to this one alone, in place of the words for all' }),
    }),
  )
  .min(1)
  .max(100);
const words = maybeText(4000).default('');

export const BulkBody = z
  .discriminatedUnion('move', [
    z.object({ move: z.literal('greet'), items, words }),
    z.object({ move: z.literal('promise'), items, due: instant, words }).meta({ description: 'Each what it asks for' }),
    z.object({
      move: z.literal('handOver'),
      items,
      team: id.optional(),
      person: id.optional(),
      context: text(4000),
    }),
    z.object({ move: z.literal('decline'), items, reason: text(1000), instead: maybeText(1000).default('') }),
    z.object({ move: z.literal('withdraw'), items, reason: maybeText(1000).default('') }),
    z.object({ move: z.literal('accept'), items, words: words.meta({ description: 'The thanks' }) }),
  ])
  .meta({ id: 'BulkMove' });
export type BulkBody = z.infer<typeof BulkBody>;

export const BulkOutcome = z
  .object({
    items: z.array(
      z.object({
        id,
        done: z.boolean(),
        problem: z.object({ code: z.string(), detail: z.string() }).nullable().meta({ description: 'Why not' }),
      }),
    ),
  })
  .meta({ id: 'BulkOutcome' });
export type BulkOutcome = z.infer<typeof BulkOutcome>;

export const bulkApi = {
  bulkMove: route({
    method: 'POST',
    path: '/api/requests/moves',
    summary: 'Make one move on up to 100 requests; each is done or refused by itself',
    body: BulkBody,
    status: 200,
    response: BulkOutcome,
  }),
};
