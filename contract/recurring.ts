// Asks that come round by themselves: the same ask, in its owner's name, on the days of a rule.
import { z } from 'zod';
import { Recurrence } from './recurrence.ts';
import { route } from './route.ts';
import { byId, id, instant, line, localDate, maybeText, page, pageQuery, PersonRef, TeamRef, zone } from './shapes.ts';

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'On the wall clock of `zone`, e.g. 08:30' });

export const recurringActs = ['update', 'remove'] as const;
export const Recurring = z
  .object({
    id,
    title: z.string(),
    details: z.string(),
    team: TeamRef.nullable(),
    person: PersonRef.nullable(),
    participants: z.array(PersonRef),
    recurrence: Recurrence,
    from: localDate,
    until: localDate.nullable().meta({ description: 'The last possible day' }),
    time: clockTime,
    zone,
    workdays: z.boolean().meta({ description: 'Moved to the next working day where those asked are closed' }),
    paused: z.boolean(),
    next: instant.nullable().meta({ description: 'When it is asked next; null when paused or over' }),
    last: z.object({ request: id, at: instant }).nullable(),
    trouble: z
      .string()
      .nullable()
      .meta({ description: 'Why the last one could not be asked, in the reader’s language' }),
    version: z.number().int(),
    can: z.array(z.enum(recurringActs)),
  })
  .meta({ id: 'Recurring', description: 'An ask that comes round by itself; seen by its owner alone' });
export type Recurring = z.infer<typeof Recurring>;

const given = {
  title: line(200),
  details: maybeText(20_000).default(''),
  team: id.optional().meta({ description: 'The team asked; or else `person`' }),
  person: id.optional(),
  participants: z.array(id).max(50).default([]),
  recurrence: Recurrence,
  from: localDate.meta({ description: 'The first possible day' }),
  until: localDate.nullable().default(null),
  time: clockTime,
  zone: zone.optional().meta({ description: 'Default: the zone of the asking person' }),
  workdays: z.boolean().default(true),
};
export const NewRecurring = z.object(given);
export type NewRecurring = z.infer<typeof NewRecurring>;

export const recurringApi = {
  listRecurring: route({
    method: 'GET',
    path: '/api/recurring',
    summary: 'My asks that come round by themselves, the next one first',
    query: z.object(pageQuery),
    status: 200,
    response: page(Recurring),
  }),
  createRecurring: route({
    method: 'POST',
    path: '/api/recurring',
    summary: 'Let an ask come round by itself',
    body: NewRecurring,
    status: 201,
    response: Recurring,
  }),
  getRecurring: route({
    method: 'GET',
    path: '/api/recurring/{id}',
    summary: 'One of my asks that come round',
    params: byId,
    status: 200,
    response: Recurring,
  }),
  updateRecurring: route({
    method: 'PATCH',
    path: '/api/recurring/{id}',
    summary: 'Change it, pause it or let it go on; the days follow from the new rule',
    params: byId,
    ifMatch: 'required',
    body: z
      .object({ ...given, paused: z.boolean() })
      .partial()
      .omit({ zone: true })
      .extend({ zone: zone.optional() }),
    status: 200,
    response: Recurring,
  }),
  removeRecurring: route({
    method: 'DELETE',
    path: '/api/recurring/{id}',
    summary: 'Let it come no more; what was asked stays',
    params: byId,
    status: 204,
  }),
};
