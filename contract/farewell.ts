// Letting somebody go together with what rests on them: who needs what, who takes it, and all of it done in one go.
import { z } from 'zod';
import { Person } from './directory-people.ts';
import { route } from './route.ts';
import { byId, id, PersonRef, TeamRef, text } from './shapes.ts';

const count = z.number().int();
const some = z
  .object({ count, people: z.array(PersonRef).meta({ description: 'At most 50 of them, by name' }) })
  .meta({ id: 'Some', description: 'How many, and who' });

/** Counts only: what the requests are about is nobody's business but of those who see them. */
export const HeldShare = z
  .object({
    team: TeamRef.nullable().meta({ description: 'Null: asked of the person alone' }),
    promised: count.meta({ description: 'Open promises' }),
    overdue: count.meta({ description: 'Of these, past their time' }),
    countered: count.meta({ description: 'Offers that wait for an answer' }),
    byName: count.meta({ description: 'Asked of them by name, not yet answered' }),
    greeted: count.meta({ description: 'Asked of the team; they said hello and nobody has promised' }),
    delivered: count.meta({ description: 'Reported as done: these wait for the other side and stay as they are' }),
    members: z.array(PersonRef).meta({ description: 'Who may take them over; empty where it may be any colleague' }),
    lead: PersonRef.nullable().meta({ description: 'Who leads the team besides' }),
  })
  .meta({ id: 'HeldShare', description: 'What somebody holds in one team' });
export type HeldShare = z.infer<typeof HeldShare>;

/** As with requests, counts only. What is delivered waits for a word or for silence, and stays as it is. */
export const HeldPromises = z
  .object({
    made: count.meta({ description: 'Open promises that they made' }),
    overdue: count.meta({ description: 'Of these, past their time' }),
    given: count.meta({ description: 'Open promises made to them' }),
  })
  .meta({ id: 'HeldPromises', description: 'Promises outside of requests' });
export type HeldPromises = z.infer<typeof HeldPromises>;

export const Ties = z
  .object({
    leads: z
      .array(z.object({ team: TeamRef, members: z.array(PersonRef) }))
      .meta({ description: 'Teams that nobody else leads' }),
    reports: some.meta({ description: 'Whose manager they are' }),
    dotted: some.meta({ description: 'Who reports to them besides' }),
    standsIn: some.meta({ description: 'For whom they stand in, now or later' }),
    manager: PersonRef.nullable(),
  })
  .meta({ id: 'Ties', description: 'Who counts on somebody in the directory' });
export type Ties = z.infer<typeof Ties>;

export const Held = z
  .object({
    shares: z.array(HeldShare),
    approvals: count.meta({ description: 'Requests that wait for their yes' }),
    promises: HeldPromises,
    appointments: count.meta({ description: 'Arranged with them' }),
    ties: Ties,
  })
  .meta({ id: 'Held', description: 'What rests on a person; in counts and names, never in words of requests' });
export type Held = z.infer<typeof Held>;

export const Leaving = z.object({
  shares: z
    .array(
      z.object({
        team: id.nullable(),
        to: id.nullable().meta({ description: 'Null: back to the whole team; what has no team is declined' }),
      }),
    )
    .max(500)
    .refine((shares) => new Set(shares.map(({ team }) => team)).size === shares.length, {
      params: { code: 'twiceTheSame' },
    })
    .default([])
    .meta({ description: 'Teams left out get theirs back; what has no team and is left out stays where it is' }),
  context: text(4000).optional().meta({ description: 'Told to those who asked; needed where something changes hands' }),
  promiseWords: text(1000).optional().meta({
    description: 'Told to those whom they promised something outside of requests; needed where there are such',
  }),
  askInstead: id.optional().meta({ description: 'Whom those may ask instead' }),
  manager: id.optional().meta({ description: 'The new manager of those whose manager they are' }),
  leads: z
    .array(z.object({ team: id, person: id }))
    .max(500)
    .default([])
    .meta({ description: 'Members who lead from now on' }),
});
export type Leaving = z.infer<typeof Leaving>;

export const Left = z
  .object({
    person: Person,
    handedOver: count.meta({ description: 'To a colleague, or back to a team' }),
    declined: count,
    letGo: count.meta({ description: 'Promises outside of requests, made by them or to them; they count neither way' }),
    calledOff: count.meta({ description: 'Appointments with them' }),
    remaining: z.array(HeldShare).meta({ description: 'What could not change hands as chosen: choose again' }),
  })
  .meta({ id: 'Left' });
export type Left = z.infer<typeof Left>;

export const farewellApi = {
  getHeld: route({
    method: 'GET',
    path: '/api/people/{id}/held',
    summary: 'What rests on a person: promises, asks and lines, in counts and names',
    for: 'administrator',
    params: byId,
    status: 200,
    response: Held,
  }),
  leavePerson: route({
    method: 'POST',
    path: '/api/people/{id}/farewell',
    summary: 'Let a person go and hand over what rests on them, in one go; again for what remains',
    for: 'administrator',
    params: byId,
    body: Leaving,
    status: 200,
    response: Left,
    ifMatch: 'optional',
  }),
};
