// Every operation on promises, wherever they were made. What a promise is: contract/promises.ts. Every move answers with the promise as it is then.
import { z } from 'zod';
import { DueChoice, MissReason, OriginSubject, PromiseRow, PromisesToday, PromiseWhole } from './promises.ts';
import { route } from './route.ts';
import { byId, id, instant, line, maybeText, page, pageQuery, text } from './shapes.ts';

const deliverable = line(500).meta({ description: 'What will be there, in words' });
const words = maybeText(1000).default('');
const reason = text(1000);
const missReason = MissReason.optional().meta({ description: 'Needed once the due time has passed' });

const move = <const P extends string, B extends z.ZodType>(path: P, summary: string, body: B) =>
  route({
    method: 'POST',
    path: `/api/promises/{id}/${path}`,
    summary,
    params: byId,
    body,
    ifMatch: 'optional',
    status: 200,
    response: PromiseWhole,
  });

export const promisesApi = {
  listPromises: route({
    method: 'GET',
    path: '/api/promises',
    summary: 'What I promised, or what was promised to me; open ones by their due time, ended ones newest first',
    query: z.object({
      ...pageQuery,
      side: z.enum(['made', 'given']).default('made').meta({ description: 'made: by me · given: to me' }),
      state: z.enum(['open', 'ended']).default('open'),
    }),
    status: 200,
    response: page(PromiseRow),
  }),
  getPromisesToday: route({
    method: 'GET',
    path: '/api/promises/today',
    summary: 'Promises outside of requests that concern me today',
    status: 200,
    response: PromisesToday,
  }),
  listPromiseDueChoices: route({
    method: 'GET',
    path: '/api/promises/due-choices',
    summary: 'Times to promise, explained in the working time of who promises',
    query: z.object({
      at: instant.optional().meta({ description: 'Explain this instant too' }),
      promise: id.optional().meta({ description: 'For a new time of this promise; left out: for one of my own' }),
    }),
    status: 200,
    response: z.object({ items: z.array(DueChoice) }),
  }),
  makePromise: route({
    method: 'POST',
    path: '/api/promises',
    summary: 'Promise a colleague something by a time',
    body: z.object({
      to: id.meta({ description: 'The colleague who is promised' }),
      deliverable,
      due: instant,
      dependsOn: id.optional().meta({ description: 'A promise that has to be kept first' }),
      origin: z.object({ subject: OriginSubject, id }).optional().meta({ description: 'What it grew out of' }),
    }),
    status: 201,
    response: PromiseWhole,
  }),
  getPromise: route({
    method: 'GET',
    path: '/api/promises/{id}',
    summary: 'One promise, with its history and what it waits for',
    params: byId,
    status: 200,
    response: PromiseWhole,
  }),
  acceptPromise: move('nod', 'Say that this is fine; a promise holds without it', z.object({ words })),
  counterPromise: move(
    'counter-offer',
    'Ask the promiser for another time, or something else',
    z.object({ due: instant, deliverable: deliverable.optional(), reason }),
  ),
  renegotiatePromise: move(
    'renegotiation',
    'Offer a new time for a promise',
    z.object({ due: instant, deliverable: deliverable.optional(), reason, missReason }),
  ),
  answerRenegotiation: move(
    'renegotiation/answer',
    'Accept the new time that the other side asked for, or hold to the old one',
    z.object({ answer: z.enum(['accept', 'hold']), words, missReason }),
  ),
  takeBackRenegotiation: route({
    method: 'DELETE',
    path: '/api/promises/{id}/renegotiation',
    summary: 'No longer ask for another time; what was promised stands',
    params: byId,
    ifMatch: 'optional',
    status: 200,
    response: PromiseWhole,
  }),
  keepPromise: move(
    'delivery',
    'Say that it is done',
    z.object({ done: text(4000), missReason: MissReason.optional().meta({ description: 'Needed when it is late' }) }),
  ),
  concludePromise: move('acceptance', 'Accept what was done, with thanks', z.object({ thanks: words })),
  returnPromise: move(
    'return',
    'Not right yet: say what is missing',
    z.object({
      missing: text(1000),
      due: instant
        .optional()
        .meta({ description: 'By when; default: the promised time, or the end of the next working day' }),
    }),
  ),
  missPromise: move(
    'miss',
    'Say that it will not be kept, and what got in the way',
    z.object({ missReason: MissReason, reason }),
  ),
  releasePromise: move('release', 'Let the promiser go; it counts neither way', z.object({ words })),
  chainPromise: route({
    method: 'PUT',
    path: '/api/promises/{id}/dependency',
    summary: 'Say which promise has to be kept first, or none',
    params: byId,
    body: z.object({ dependsOn: id.nullable() }),
    ifMatch: 'optional',
    status: 200,
    response: PromiseWhole,
  }),
};
