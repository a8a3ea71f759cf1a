// Service goals: how soon a team wants to be there for its colleagues, in its own words, and how it goes. Requests are told of only to who may see them.
import { z } from 'zod';
import { ServiceRef } from './catalog.ts';
import { MissReason } from './promises.ts';
import { route } from './route.ts';
import { byId, id, instant, line, localDate, page, pageQuery, PersonRef, TeamRef } from './shapes.ts';

/** What happens to a request, in this order: a clock starts at one of these and ends at a later one. */
export const goalMoments = ['asked', 'greeted', 'promised', 'delivered', 'closed'] as const;
export type GoalMoment = (typeof goalMoments)[number];
export const goalStarts = ['asked', 'greeted', 'promised'] as const;
export const goalEnds = ['greeted', 'promised', 'delivered', 'closed'] as const;
export const goalUnits = ['minutes', 'hours', 'days'] as const;
/** For how many days its figure is shown. */
export const goalPeriods = [7, 30, 90, 365] as const;

const minutesOf = { minutes: 1, hours: 60, days: 24 * 60 } as const;

/** How many minutes of its time a goal allows; `day` is how long the team's own working day is, in minutes. */
export const minutesIn = (within: Within, time: GoalTime, day: number): number =>
  within.count * (within.unit === 'days' && time === 'working' ? day : minutesOf[within.unit]);

const starts = z.enum(goalStarts).meta({ description: 'What starts the clock' });
const ends = z.enum(goalEnds).meta({ description: 'What ends it: later than what starts it' });
const time = z
  .enum(['working', 'wall'])
  .meta({ description: 'Working time of the team’s calendar, or time as it passes on the wall' });
export type GoalTime = z.infer<typeof time>;
export const Within = z
  .object({ count: z.number().int().min(1).max(1000), unit: z.enum(goalUnits) })
  .meta({ id: 'Within', description: 'A day of working time is as long as the team’s own' });
export type Within = z.infer<typeof Within>;
const share = z.number().int().min(1).max(100).meta({ description: 'Of a hundred, so many should be within the time' });
const days = z
  .union(goalPeriods.map((one) => z.literal(one)))
  .meta({ description: 'For how many days, today included, its figure is shown' });
const workingDay = z.number().int().meta({ description: 'Minutes of the team’s usual working day' });
const services = z.array(id).max(50);

const isLater = ({ starts: from, ends: to }: { starts?: GoalMoment | undefined; ends?: GoalMoment | undefined }) =>
  from === undefined || to === undefined || goalMoments.indexOf(to) > goalMoments.indexOf(from);
const inOrder = { path: ['ends'], params: { code: 'clockBackwards' } };

const fields = z.object({
  sentence: line(160).meta({ description: 'The goal in the team’s own words' }),
  every: z.boolean().meta({ description: 'It holds for whatever the team is asked; else for these services' }),
  services,
  starts,
  ends,
  time,
  within: Within,
  share,
  days,
});
export const NewGoal = fields
  .partial({ every: true, services: true, time: true, share: true, days: true })
  .refine(isLater, inOrder)
  .meta({ id: 'NewGoal' });
export type NewGoal = z.infer<typeof NewGoal>;
export const GoalChange = fields.partial().refine(isLater, inOrder).meta({ id: 'GoalChange' });
export type GoalChange = z.infer<typeof GoalChange>;

export const GoalFigure = z
  .object({
    met: z.number().int().meta({ description: 'Within the time' }),
    total: z.number().int().meta({ description: 'All whose clock was decided in the period' }),
    low: z.number().meta({ description: 'Lower end of the 95 % interval (Wilson), 0 to 1' }),
    high: z.number(),
  })
  .meta({ id: 'GoalFigure' });
export type GoalFigure = z.infer<typeof GoalFigure>;

export const goalActs = ['edit', 'archive', 'restore'] as const;
export const Goal = z
  .object({
    id,
    team: TeamRef,
    sentence: z.string(),
    every: z.boolean(),
    services: z.array(ServiceRef).meta({ description: 'Those of its services that the reader may know of' }),
    starts,
    ends,
    time,
    within: Within,
    share,
    days: z.number().int(),
    zone: z.string(),
    inside: z.boolean().meta({ description: 'A private service is among its own: only members of the team see it' }),
    archivedAt: instant.nullable(),
    day: workingDay,
    teamArchivedAt: instant
      .nullable()
      .meta({ description: 'Its team is archived: nothing counts since then, all as it stood' }),
    figure: GoalFigure.nullable().meta({ description: 'Null where it would be a few people’s own; see `hides`' }),
    hides: z
      .enum(['smallTeam', 'fewPeople', 'ratesOff'])
      .nullable()
      .meta({ description: 'Why neither share nor misses are shown' }),
    running: z.object({
      count: z.number().int().meta({ description: 'Clocks that run now' }),
      late: z.number().int().meta({ description: 'Of these, past their time' }),
    }),
    reckoning: z
      .object({ back: instant })
      .nullable()
      .meta({ description: 'Its history is still being reckoned, so far back to this instant' }),
    version: z.number().int(),
    can: z.array(z.enum(goalActs)),
  })
  .meta({ id: 'Goal', description: 'Private requests are counted for members of the team alone' });
export type Goal = z.infer<typeof Goal>;

export const goalWhys = [
  'handedOver',
  'neededYes',
  'notGreeted',
  'rePromised',
  'notRight',
  'takenBack',
  'declined',
  'withdrawn',
  'reopened',
] as const;
export type GoalWhy = (typeof goalWhys)[number];

const minutes = z.number().meta({ description: 'Minutes of the goal’s time' });
export const GoalClock = z
  .object({
    request: z
      .object({ id, number: z.number().int(), title: z.string(), asker: PersonRef })
      .nullable()
      .meta({ description: 'Null for who may not see it' }),
    service: ServiceRef.nullable().meta({ description: 'Where the reader may know of it' }),
    startedAt: instant,
    due: instant,
    endedAt: instant.nullable().meta({ description: 'Null while it runs' }),
    left: minutes.nullable().meta({ description: 'Until it is due, negative when that has passed; null when ended' }),
    took: minutes.nullable(),
    whys: z.array(z.enum(goalWhys)).meta({ description: 'What its history tells of why it took that long' }),
    reason: MissReason.nullable().meta({ description: 'What the promiser said got in the way' }),
  })
  .meta({ id: 'GoalClock' });
export type GoalClock = z.infer<typeof GoalClock>;

export const GoalPage = Goal.extend({
  median: minutes.nullable().meta({ description: 'Half of the decided took no longer; to within some five percent' }),
  weeks: z
    .array(z.object({ from: localDate, to: localDate, figure: GoalFigure.nullable() }))
    .meta({ description: 'From Monday to Sunday in the team’s zone, the last one still going on' }),
  ahead: z.array(GoalClock).meta({ description: 'Running with time left, the most pressing first; at most 20' }),
  late: z.array(GoalClock).meta({ description: 'Running past their time, the latest to pass first; at most 20' }),
  at: instant,
}).meta({ id: 'GoalPage' });
export type GoalPage = z.infer<typeof GoalPage>;

export const RequestGoal = z
  .object({ goal: z.object({ id, sentence: z.string() }), time, due: instant, left: minutes })
  .meta({
    id: 'RequestGoal',
    description: 'A goal by which a request’s clock runs; `left` is negative when its time has passed',
  });
export type RequestGoal = z.infer<typeof RequestGoal>;

export const goalsApi = {
  listGoals: route({
    method: 'GET',
    path: '/api/teams/{id}/goals',
    summary: 'A team’s goals with their figures; at most 20 stand, of those put away the latest 50 are told',
    params: byId,
    query: z.object({ archived: z.enum(['true', 'false']).default('false') }),
    status: 200,
    response: z.object({ team: TeamRef, day: workingDay, items: z.array(Goal), can: z.array(z.enum(['create'])) }),
  }),
  createGoal: route({
    method: 'POST',
    path: '/api/teams/{id}/goals',
    summary: 'Set a goal for a team that one leads',
    params: byId,
    body: NewGoal,
    status: 201,
    response: Goal,
  }),
  getGoal: route({
    method: 'GET',
    path: '/api/goals/{id}',
    summary: 'A goal: its figure, its weeks, and whose clock runs now',
    params: byId,
    status: 200,
    response: GoalPage,
  }),
  listGoalMisses: route({
    method: 'GET',
    path: '/api/goals/{id}/misses',
    summary: 'What was not within the time in its period, the latest first, and why',
    params: byId,
    query: z.object(pageQuery),
    status: 200,
    response: page(GoalClock),
  }),
  listRequestGoals: route({
    method: 'GET',
    path: '/api/requests/{id}/goals',
    summary:
      'By which goals of my team the clock of a request runs, the most pressing first; for members of the team that has it',
    params: byId,
    status: 200,
    response: z.object({ items: z.array(RequestGoal) }),
  }),
  editGoal: route({
    method: 'PATCH',
    path: '/api/goals/{id}',
    summary: 'Change a goal; where it counts otherwise from now on, its history is reckoned anew',
    params: byId,
    body: GoalChange,
    status: 200,
    response: Goal,
    ifMatch: 'required',
  }),
  archiveGoal: route({
    method: 'POST',
    path: '/api/goals/{id}/archival',
    summary: 'Put a goal away: no clock runs for it any more',
    params: byId,
    status: 200,
    response: Goal,
    ifMatch: 'optional',
  }),
  restoreGoal: route({
    method: 'DELETE',
    path: '/api/goals/{id}/archival',
    summary: 'Bring a goal back; its history is reckoned anew',
    params: byId,
    status: 200,
    response: Goal,
    ifMatch: 'optional',
  }),
};
