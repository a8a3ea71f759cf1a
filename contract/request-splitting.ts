// Making a part of a running request a request of its own.
import { z } from 'zod';
import { Request } from './requests.ts';
import { route } from './route.ts';
import { byId, id, line, maybeText } from './shapes.ts';

export const splittingApi = {
  splitRequest: route({
    method: 'POST',
    path: '/api/requests/{id}/split',
    summary: 'Make a part of it a request of its own, for the same requester, in words of its own; both are linked',
    params: byId,
    body: z.object({
      title: line(200).meta({ description: 'The part, in a sentence' }),
      details: maybeText(20_000).default(''),
      service: id.optional().meta({ description: 'The service asked for; or else `team` or `person`' }),
      team: id.optional().meta({ description: 'The team asked; left out with the others, who serves the whole' }),
      person: id.optional().meta({ description: 'The colleague asked' }),
    }),
    status: 201,
    response: Request,
  }),
};
