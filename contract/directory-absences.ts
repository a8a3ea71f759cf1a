// Being away: from a day to a day, and who stands in. Gathered with the rest of the directory in directory.ts.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, localDate, maybeLine, PersonRef } from './shapes.ts';

/**
 * unnamed: nobody was named · alsoAway: who was named is away too, and nobody stands in for them ·
 * circle: the stand-ins are all away and stand in for each other.
 */
export const nobodyBecause = ['unnamed', 'alsoAway', 'circle'] as const;

export const Away = z
  .object({
    until: localDate.meta({ description: 'The last day away, where they are' }),
    words: z.string(),
    standIn: PersonRef.nullable().meta({
      description: 'Who is here in their place: whoever stands in for a stand-in who is away too',
    }),
    nobody: z.enum(nobodyBecause).nullable().meta({ description: 'Why nobody stands in' }),
  })
  .meta({ id: 'Away' });
export type Away = z.infer<typeof Away>;

export const Absence = z
  .object({
    id,
    from: localDate,
    until: localDate.meta({ description: 'The last day away' }),
    words: z.string().meta({ description: 'A few words that colleagues see' }),
    standIn: PersonRef.nullable().meta({ description: 'Who was named' }),
    now: z.boolean(),
    can: z.array(z.enum(['end'])),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof Absence>;

export const NewAbsence = z.object({
  from: localDate,
  until: localDate.meta({ description: 'The last day away' }),
  words: maybeLine(120).default(''),
  standIn: id.nullable().default(null),
});
export type NewAbsence = z.infer<typeof NewAbsence>;

export const absencesApi = {
  listAbsences: route({
    method: 'GET',
    path: '/api/people/{id}/absences',
    summary: 'When a person is away, now and to come',
    params: byId,
    status: 200,
    response: z.object({ items: z.array(Absence) }),
  }),
  setAbsence: route({
    method: 'POST',
    path: '/api/people/{id}/absences',
    summary: 'Be away from a day to a day: oneself, or a person whom one leads',
    params: byId,
    body: NewAbsence,
    status: 201,
    response: Absence,
  }),
  endAbsence: route({
    method: 'DELETE',
    path: '/api/absences/{id}',
    summary: 'Be back: an absence that has begun ends yesterday, one to come is taken back',
    params: byId,
    status: 204,
  }),
};
