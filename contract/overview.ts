// Overview: how a team's work goes, in figures that never point at a person.
import { z } from 'zod';
import { Kept, MissReason } from './promises.ts';
import { route } from './route.ts';
import { id, instant, localDate, TeamRef } from './shapes.ts';

/** Figures below these numbers are not shown: they would be somebody's, not the team's. */
export const fewest = { members: 5, cases: 5, people: 3 } as const;

const minutes = z.number().meta({ description: 'Minutes of the team’s working time' });

export const Greeting = z
  .object({
    count: z.number().int().meta({ description: 'Asks that were greeted, or should have been' }),
    inTime: z.number().int().meta({ description: 'Of these, greeted within the time that the team holds itself to' }),
    median: minutes.nullable(),
    most: minutes.nullable().meta({ description: 'Nine of ten were greeted within' }),
  })
  .meta({ id: 'GreetingFigures' });

export const Delivering = z
  .object({
    count: z.number().int(),
    median: minutes.meta({ description: 'From the promise to the delivery' }),
    most: minutes.meta({ description: 'Nine of ten were delivered within' }),
    offered: minutes.meta({ description: 'What was promised at first, the median' }),
    fromAsk: minutes.meta({ description: 'From the ask to the delivery, the median' }),
  })
  .meta({ id: 'DeliveringFigures' });

const mean = z.number().nullable().meta({ description: 'From 1 to 5; null where nobody said' });
export const Rated = z
  .object({ count: z.number().int(), timing: mean, quality: mean, accuracy: mean })
  .meta({ id: 'RatedFigures' });
export type Ratings = z.infer<typeof Rated>;

export const Figures = z
  .object({
    asked: z.number().int(),
    delivered: z.number().int(),
    returned: z.number().int().meta({ description: 'Of the delivered, “not right yet” at least once' }),
    reopened: z.number().int().meta({ description: 'Of the delivered, opened again after closing' }),
    closed: z.number().int(),
    silent: z.number().int().meta({ description: 'Of the closed, by silence' }),
    declined: z.number().int(),
    withdrawn: z.number().int(),
    revoked: z.number().int(),
    greeting: Greeting.nullable(),
    delivering: Delivering.nullable(),
    kept: Kept.nullable().meta({
      description:
        'Of the whole months in the period that have ended, as in TeamTrust; of no single week and no service',
    }),
    rated: Rated.nullable().meta({
      description: 'Of the whole months in the period that have ended, added up once; of no single week and no service',
    }),
  })
  .meta({
    id: 'Figures',
    description: 'A part is null where there is nothing to say, or where so few are behind it that it would be theirs',
  });
export type Figures = z.infer<typeof Figures>;

export const TeamReport = z
  .object({
    team: TeamRef,
    zone: z.string(),
    from: localDate,
    to: localDate,
    every: z.enum(['week', 'month']),
    hides: z
      .enum(['smallTeam', 'ratesOff'])
      .nullable()
      .meta({ description: 'Why rates and times are not shown at all' }),
    whole: Figures,
    over: z.array(z.object({ from: localDate, to: localDate, figures: Figures })),
    services: z.array(
      z.object({
        service: z.object({ id, name: z.string() }).nullable().meta({ description: 'Null for asks in free words' }),
        figures: Figures,
      }),
    ),
    reasons: z.array(z.object({ reason: MissReason, count: z.number().int() })).meta({
      description:
        'Why promises were missed, repaired or taken back, the most frequent first; of the same months as what was kept',
    }),
    at: instant,
  })
  .meta({ id: 'TeamReport', description: 'Private requests are counted for members of the team alone' });
export type TeamReport = z.infer<typeof TeamReport>;

export const sheetFormats = ['csv', 'xlsx'] as const;
const format = z.enum(sheetFormats).default('csv');

const period = {
  from: localDate.optional().meta({ description: 'First day, in the team’s zone; default: 12 weeks before the last' }),
  to: localDate.optional().meta({ description: 'Last day, included; default: today' }),
};
const byTeam = z.object({ id });
const sheets = 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const overviewApi = {
  getTeamReport: route({
    method: 'GET',
    path: '/api/teams/{id}/report',
    summary: 'How a team’s work goes: volume, greeting, delivery, promises kept, ratings',
    params: byTeam,
    query: z.object(period),
    status: 200,
    response: TeamReport,
  }),
  exportTeamReport: route({
    method: 'GET',
    path: '/api/teams/{id}/report/sheet',
    summary: 'The same figures as a table, CSV or XLSX',
    params: byTeam,
    query: z.object({ ...period, format }),
    status: 200,
    produces: sheets,
  }),
  exportRequests: route({
    method: 'GET',
    path: '/api/teams/{id}/requests/sheet',
    summary: 'A team’s requests as a table, CSV or XLSX; who served stands in no row',
    params: byTeam,
    query: z.object({ ...period, format }),
    status: 200,
    produces: sheets,
  }),
};
