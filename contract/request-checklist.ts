// The checklist of a request: what the serving team ticks off. Whoever sees the request sees it.
import { z } from 'zod';
import { Request } from './requests.ts';
import { route } from './route.ts';
import { byId, id, line } from './shapes.ts';

export const longestChecklist = 100;
const words = line(200).meta({ description: 'What is to be done' });
const one = z.object({ id, item: id });

export const checklistApi = {
  addChecklistItem: route({
    method: 'POST',
    path: '/api/requests/{id}/checklist',
    summary: 'Add something to tick off, as the last',
    params: byId,
    body: z.object({ words }),
    status: 201,
    response: Request,
  }),
  changeChecklistItem: route({
    method: 'PATCH',
    path: '/api/requests/{id}/checklist/{item}',
    summary: 'Tick it off, or say it in other words',
    params: one,
    body: z.object({ words: words.optional(), done: z.boolean().optional() }),
    ifMatch: 'optional',
    status: 200,
    response: Request,
  }),
  removeChecklistItem: route({
    method: 'DELETE',
    path: '/api/requests/{id}/checklist/{item}',
    summary: 'Take it off the list',
    params: one,
    status: 200,
    response: Request,
  }),
  orderChecklist: route({
    method: 'PUT',
    path: '/api/requests/{id}/checklist',
    summary: 'Put the list in another order: the ids of all its items',
    params: byId,
    body: z.object({ items: z.array(id).max(longestChecklist) }),
    status: 200,
    response: Request,
  }),
};
