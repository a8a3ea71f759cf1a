// What else is needed: of a service, as its team says and as history shows; what was promised along unasked; and whether it was wanted.
import { z } from 'zod';
import { ServiceRef } from './catalog.ts';
import { route } from './route.ts';
import { byId, id, PersonRef } from './shapes.ts';

export const Evidence = z
  .object({
    asked: z.number().int().meta({ description: 'How many people asked for the service' }),
    needed: z.number().int().meta({ description: 'How many of them asked for this one within so many days' }),
    atLeast: z.boolean().meta({ description: 'It was more; said so that nobody is known by it' }),
    days: z.number().int(),
    byChance: z.number().meta({ description: 'How many of them would have by chance' }),
    lift: z
      .number()
      .meta({ description: 'At least so many times as often as by chance, at 95 % for all that is shown' }),
  })
  .meta({ id: 'AnticipationEvidence' });
export type Evidence = z.infer<typeof Evidence>;

export const Wanted = z
  .object({ yes: z.number().int(), of: z.number().int() })
  .meta({ id: 'AnticipationWanted', description: 'Of those who said whether they wanted it' });
export type Wanted = z.infer<typeof Wanted>;

export const Anticipation = z
  .object({
    service: ServiceRef.meta({ description: 'What is needed, too' }),
    by: z.enum(['team', 'history']).meta({ description: 'team: its own words · history: learned from what was asked' }),
    evidence: Evidence.nullable().meta({ description: 'Null where history says nothing' }),
    wanted: Wanted.nullable().meta({ description: 'Null until five have said' }),
    silent: z
      .boolean()
      .meta({ description: 'Offered no more, because hardly anybody wanted it; shown to those who edit it' }),
    mine: z.boolean().nullable().meta({ description: 'Whether I wanted it when I was asked; null: I did not say' }),
    can: z.array(z.enum(['ask', 'answer'])).meta({ description: 'What the asking person may do with it now' }),
  })
  .meta({ id: 'Anticipation' });
export type Anticipation = z.infer<typeof Anticipation>;

export const Inclusion = z
  .object({
    service: ServiceRef,
    by: PersonRef.meta({ description: 'Who promised it unasked' }),
    promise: id,
    wanted: z.boolean().nullable().meta({ description: 'Null until the one who needs it has said' }),
    can: z.array(z.enum(['answer'])),
  })
  .meta({ id: 'Inclusion', description: 'Promised along with a request, unasked' });
export type Inclusion = z.infer<typeof Inclusion>;

export const RequestAnticipations = z
  .object({
    items: z.array(Anticipation.omit({ can: true }).extend({ can: z.array(z.enum(['include'])) })),
    included: z.array(Inclusion),
  })
  .meta({ id: 'RequestAnticipations' });
export type RequestAnticipations = z.infer<typeof RequestAnticipations>;

const byPair = z.object({ id, needed: id });
const wanted = z.boolean().nullable().meta({ description: 'null: takes back what was said' });

export const anticipationApi = {
  listAnticipations: route({
    method: 'GET',
    path: '/api/services/{id}/anticipations',
    summary: 'What else people need who ask for this service: first what its team says, then what history shows',
    params: byId,
    status: 200,
    response: z.object({ items: z.array(Anticipation) }),
  }),
  answerAnticipation: route({
    method: 'PUT',
    path: '/api/services/{id}/anticipations/{needed}',
    summary: 'Say whether I want what was offered along with a service',
    params: byPair,
    body: z.object({ wanted }),
    status: 204,
  }),
  listRequestAnticipations: route({
    method: 'GET',
    path: '/api/requests/{id}/anticipations',
    summary: 'What whoever serves a request may include unasked, and what was included',
    params: byId,
    status: 200,
    response: RequestAnticipations,
  }),
  includeAnticipation: route({
    method: 'POST',
    path: '/api/requests/{id}/anticipations/{needed}',
    summary: 'Promise it along with the request, unasked, by the same time: a promise of its own',
    params: byPair,
    status: 201,
    response: RequestAnticipations,
  }),
  answerInclusion: route({
    method: 'PUT',
    path: '/api/requests/{id}/anticipations/{needed}',
    summary: 'Say whether I wanted what was included; “no thanks” releases its promise',
    params: byPair,
    body: z.object({ wanted: z.boolean() }),
    status: 200,
    response: RequestAnticipations,
  }),
};
