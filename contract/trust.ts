// Trust: how promises were kept. Of a person for that person alone; of teams, services and pairs of teams only where no figure is one person's.
import { z } from 'zod';
import { MissReason } from './promises.ts';
import { route } from './route.ts';
import { id, instant, localDate, TeamRef } from './shapes.ts';

/**
 * A figure is shown only where it is nobody's own: of teams with so many members, over so many promises by so many people,
 * none of whom made more than this share of them.
 */
export const plenty = { members: 5, cases: 5, people: 3, share: 0.5 } as const;

const share = z.number().min(0).max(1);
export const TrustFigure = z
  .object({
    kept: z.number().int().meta({ description: 'As first promised' }),
    renegotiated: z.number().int().meta({ description: 'By a new time that was agreed before the old one had passed' }),
    repaired: z.number().int().meta({ description: 'By a new time that was agreed only after the old one had passed' }),
    missed: z.number().int().meta({ description: 'Late, or taken back' }),
    total: z.number().int().meta({ description: 'All four; what was released counts neither way' }),
    rate: share.meta({ description: 'Kept and kept after timely renegotiation, of all' }),
    low: share.meta({ description: 'Lower end of the 95 % interval of the rate (Wilson)' }),
    high: share,
  })
  .meta({ id: 'TrustFigure' });
export type TrustFigure = z.infer<typeof TrustFigure>;

const reasons = z
  .array(z.object({ reason: MissReason, count: z.number().int() }))
  .meta({ description: 'What got in the way of promises that were missed or repaired, the most frequent first' });

/** A stretch of days with its figure; null where there is none to show. */
const over = z.array(z.object({ from: localDate, to: localDate, figure: TrustFigure.nullable() }));

export const rhythms = ['week', 'month'] as const;

export const MyTrust = z
  .object({
    zone: z.string(),
    from: localDate,
    to: localDate,
    every: z.enum(rhythms),
    hides: z.enum(['ratesOff']).nullable().meta({ description: 'Why nothing is shown at all' }),
    figure: TrustFigure.nullable(),
    released: z.number().int().meta({ description: 'Let go by the other side; they count neither way' }),
    over,
    reasons,
    at: instant,
  })
  .meta({ id: 'MyTrust', description: 'Of the one who asks, and of nobody else' });
export type MyTrust = z.infer<typeof MyTrust>;

const hides = z.enum(['ratesOff', 'smallTeam', 'tooFew']).nullable().meta({
  description:
    'Why no figure is shown: switched off, a team this small, or so few promises that it would be somebody’s',
});
export type TrustHides = z.infer<typeof hides>;

export const TeamTrust = z
  .object({
    team: TeamRef,
    from: localDate,
    to: localDate.meta({ description: 'Whole months that have ended' }),
    hides,
    figure: TrustFigure.nullable(),
    inside: z
      .object({
        over,
        reasons,
        services: z.array(
          z.object({
            service: z.object({ id, name: z.string() }).nullable().meta({ description: 'Null for asks in free words' }),
            figure: TrustFigure,
          }),
        ),
        pairs: z
          .array(z.object({ team: TeamRef, figure: TrustFigure }))
          .meta({ description: 'By the team that was promised to; both have enough members' }),
      })
      .nullable()
      .meta({ description: 'For members of the team and administrators' }),
    at: instant,
  })
  .meta({ id: 'TeamTrust', description: 'Promises on private requests count for members of the team alone' });
export type TeamTrust = z.infer<typeof TeamTrust>;

export const ServiceTrust = z
  .object({
    service: z.object({ id, name: z.string() }),
    team: TeamRef,
    from: localDate,
    to: localDate,
    hides,
    figure: TrustFigure.nullable(),
    over,
    reasons: reasons.meta({ description: 'For members of the team and administrators; empty for others' }),
    at: instant,
  })
  .meta({ id: 'ServiceTrust' });
export type ServiceTrust = z.infer<typeof ServiceTrust>;

const byId = z.object({ id });

export const trustApi = {
  getMyTrust: route({
    method: 'GET',
    path: '/api/me/trust',
    summary: 'How I kept my promises; nobody else can ask for it',
    query: z.object({
      every: z.enum(rhythms).default('week').meta({ description: 'The last 13 weeks, or the last 12 months' }),
    }),
    status: 200,
    response: MyTrust,
  }),
  getTeamTrust: route({
    method: 'GET',
    path: '/api/teams/{id}/trust',
    summary: 'How a team kept its promises over the last twelve whole months',
    params: byId,
    status: 200,
    response: TeamTrust,
  }),
  getServiceTrust: route({
    method: 'GET',
    path: '/api/services/{id}/trust',
    summary: 'How the promises of a service were kept over the last twelve months, by two months',
    params: byId,
    status: 200,
    response: ServiceTrust,
  }),
};
