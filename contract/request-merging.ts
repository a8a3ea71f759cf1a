// Several people who need the same: asking together, and putting two requests of one team together.
import { z } from 'zod';
import { Request } from './requests.ts';
import { route } from './route.ts';
import { byId, id, text } from './shapes.ts';

const both = z.object({ id, person: id });

export const mergingApi = {
  addCoRequester: route({
    method: 'PUT',
    path: '/api/requests/{id}/co-requesters/{person}',
    summary: 'Say that a colleague needs it as well, and answers for it like the requester',
    params: both,
    status: 200,
    response: Request,
  }),
  removeCoRequester: route({
    method: 'DELETE',
    path: '/api/requests/{id}/co-requesters/{person}',
    summary: 'A colleague, or oneself, no longer asks along',
    params: both,
    status: 204,
  }),
  mergeRequests: route({
    method: 'POST',
    path: '/api/requests/{id}/merging',
    summary: 'Let it go on in another request of the same team: whoever needs this one then asks along there',
    params: byId,
    body: z.object({
      into: id.meta({ description: 'The request that goes on' }),
      reason: text(1000).meta({ description: 'Said to those whom this one concerns' }),
    }),
    ifMatch: 'optional',
    status: 200,
    response: Request,
  }),
};
