// What a person may have of what is kept about them, how a person is forgotten, how long words stay, and a restored copy's silence.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, instant, line } from './shapes.ts';

export const Erasure = z
  .object({
    name: line(120).meta({ description: 'Their name as it is shown, typed as a confirmation' }),
    words: z
      .enum(['keep', 'remove'])
      .meta({ description: 'What they wrote to others: kept without their name, or removed, too' }),
  })
  .meta({ id: 'Erasure', description: 'Cannot be taken back' });
export type Erasure = z.infer<typeof Erasure>;

export const retentionKinds = ['company', 'team', 'service'] as const;
/** There is one company: what its rule is known by. */
export const wholeCompany = '00000000-0000-0000-0000-000000000000';
export const RetentionRule = z
  .object({
    kind: z.enum(retentionKinds).meta({
      description: 'company: what belongs to no team, and teams without a rule of their own',
    }),
    id,
    name: z.string(),
    team: z.string().nullable().meta({ description: 'Of a service: the name of its team' }),
    months: z.number().int().nullable().meta({
      description:
        'After so many months the words of an ended request are removed, and of a promise between two; null: as its team has it, as the company has it, or they stay',
    }),
  })
  .meta({ id: 'RetentionRule' });
export type RetentionRule = z.infer<typeof RetentionRule>;

export const privacyApi = {
  exportPersonalData: route({
    method: 'GET',
    path: '/api/me/data',
    summary: 'Everything that is kept about me, as one JSON file',
    produces: 'application/json',
    status: 200,
  }),
  erasePerson: route({
    method: 'POST',
    path: '/api/people/{id}/erasure',
    summary: 'Forget a person who has left; what happened keeps its shape, without them',
    for: 'administrator',
    params: byId,
    body: Erasure,
    status: 204,
    ifMatch: 'required',
  }),
  listRetention: route({
    method: 'GET',
    path: '/api/retention',
    summary: 'How long the words of ended requests and promises are kept, for each team and service',
    for: 'administrator',
    status: 200,
    response: z.object({ items: z.array(RetentionRule) }),
  }),
  setRetention: route({
    method: 'PUT',
    path: '/api/retention/{kind}/{id}',
    summary: 'Say how long the words of ended requests and promises are kept',
    for: 'administrator',
    params: z.object({ kind: z.enum(retentionKinds), id }),
    body: z.object({ months: z.number().int().min(1).max(600).nullable() }),
    status: 204,
  }),
  getSilence: route({
    method: 'GET',
    path: '/api/company/silence',
    summary: 'Whether this is a restored copy that sends nothing yet',
    for: 'administrator',
    status: 200,
    response: z.object({ since: instant.nullable() }),
  }),
  endSilence: route({
    method: 'DELETE',
    path: '/api/company/silence',
    summary: 'Let a restored copy send mail, push and webhooks',
    for: 'administrator',
    status: 204,
  }),
};
