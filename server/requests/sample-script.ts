// The script of the sample company: every step of some three months of requests, in order of time. Pure; seed.ts plays it through the front doors.
import type { Language } from '../../contract/shapes.ts';
import type { Ask, Cast, CastPerson, Step, Team } from './sample-ask.ts';
import { type Chance, chance as chanceOf } from './sample-chance.ts';
import { desk } from './sample-desk.ts';
import { sayable } from './sample-hours.ts';
import { asks, type Roles, rolesOf } from './sample-roles.ts';
import { effort, type Fate, fates, type Plot, story } from './sample-story.ts';
import { fateIn } from './sample-strain.ts';

const dayMs = 86_400_000;

/** Requests on a day, Sunday first. */
const perDay = [15, 40, 38, 38, 37, 36, 20];
const tongues: Record<Language, number> = { en: 60, fi: 20, es: 12, ru: 8 };
const sizes: Record<Ask['size'], number> = { hour: 3, day: 2.5, days: 1.4, week: 0.7 };

// Where somebody asks first when they ask the wrong team.
const neighbours: Record<Team, Team[]> = {
  'front-desk': ['reservations', 'events'],
  housekeeping: ['maintenance', 'front-desk'],
  kitchen: ['restaurant'],
  restaurant: ['kitchen', 'events'],
  maintenance: ['it', 'housekeeping'],
  it: ['maintenance'],
  hr: ['finance'],
  purchasing: ['finance', 'kitchen'],
  events: ['reservations', 'restaurant'],
  reservations: ['front-desk', 'events'],
  finance: ['purchasing', 'hr'],
  legal: ['finance'],
  marketing: ['events', 'reservations'],
  malaga: ['reservations'],
};

/**
 * All steps from `from` to `to`, ordered by time; the steps of one request are at least a minute apart and nothing lies after `to`.
 * The same seed, times and cast give the same steps. At `to` the cast's visitors have a full day before them.
 */
export function script(seed: number, from: Date, to: Date, cast: Cast): Step[] {
  const roles = rolesOf(cast);
  const steps = desk(seed, to, cast, roles);
  let count = 0;
  for (let day = Math.floor(from.getTime() / dayMs); day * dayMs <= to.getTime(); day++) {
    const midnight = new Date(day * dayMs);
    const chance = chanceOf(seed, `day ${day}`);
    const many = Math.round((perDay[midnight.getUTCDay()] ?? 0) * chance.between(0.85, 1.15));
    for (let index = 0; index < many; index++) {
      const plot = plotOf(chanceOf(seed, `${day} ${index}`), `r${count + 1}`, midnight, cast, roles);
      if (plot.asked < from || plot.asked > to || intrudes(plot, to, cast)) continue;
      count++;
      steps.push(...story(plot));
    }
  }
  return steps.filter((step) => step.at <= to).sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The last days of the visitors are written by the desk alone. */
function intrudes({ asked, ask, requester, provider }: Plot, to: Date, cast: Cast): boolean {
  const long = ask.size === 'days' || ask.size === 'week';
  const quiet = asked.getTime() > to.getTime() - (long ? 14 : 5) * dayMs;
  return quiet && (cast.visitors.includes(requester.key) || cast.visitors.includes(provider.key));
}

function plotOf(chance: Chance, key: string, midnight: Date, cast: Cast, roles: Roles): Plot {
  const language = chance.weigh(tongues);
  const fate = chance.weigh(fates);
  // Offices are closed on some days: then somebody else asks something else.
  for (;;) {
    const size = chance.weigh(sizes);
    const ask = chance.pick(asks[language]);
    if (ask.size !== size || !possible(fate, ask)) continue;
    const requester = chance.pick(roles.requesters(ask, language));
    const asked = momentOf(chance, requester, midnight, roles);
    if (asked === null) continue;
    const serving = roles.clock(ask.to);
    const wanted = sayable(serving.zone, serving.ahead(asked, effort(chance, ask.size, serving)));
    // An hour's work is wanted the same day.
    if (ask.size === 'hour' && wanted.getTime() - asked.getTime() > 10 * 3_600_000) continue;
    return plotWith(chance, { key, language, fate, ask, requester, asked, wanted }, cast, roles);
  }
}

function momentOf(chance: Chance, requester: CastPerson, midnight: Date, roles: Roles): Date | null {
  const hours = roles.roundOf(requester).spans(new Date(midnight.getTime() + dayMs / 2));
  if (hours.length === 0) return null;
  const [opens, closes] = chance.pick(hours);
  const round = closes.getTime() - opens.getTime() >= dayMs;
  // Those who work round the clock ask mostly by day.
  const [first, last] = round && chance.roll(0.93) ? [7 / 24, 22 / 24] : [0.02, 0.98];
  return new Date(Math.round(opens.getTime() + (closes.getTime() - opens.getTime()) * chance.between(first, last)));
}

type Beginning = Pick<Plot, 'key' | 'language' | 'fate' | 'ask' | 'requester' | 'asked' | 'wanted'>;

function plotWith(chance: Chance, beginning: Beginning, cast: Cast, roles: Roles): Plot {
  const { language, fate, ask, requester } = beginning;
  const serving = roles.clock(ask.to);
  const team = roles.team(ask.to);
  const provider = chance.pick(roles.providers(ask.to, language));
  const others = roles.providers(ask.to, language).filter((one) => one !== provider);
  // What one asks of people and culture is one's own.
  const colleagues = cast.people.filter(
    (one) => ask.to !== 'hr' && one !== requester && one.teams[0] === requester.teams[0] && !one.teams.includes(ask.to),
  );
  const mistaken = fate === 'handedOver' ? wrongTeam(chance, ask, requester, language, roles) : null;
  const byName = mistaken === null && chance.roll(0.08);
  return {
    ...beginning,
    chance,
    provider,
    other: others.length > 0 ? chance.pick(others) : provider,
    teamName: team.name,
    to: byName ? { person: provider.key } : { team: mistaken?.team ?? ask.to },
    ...(colleagues.length > 0 && chance.roll(0.03) && { asker: chance.pick(colleagues) }),
    ...(colleagues.length > 0 && chance.roll(0.06) && { participants: [chance.pick(colleagues).key] }),
    fate: fateIn(ask.to, fate === 'handedOver' && mistaken === null ? 'kept' : fate, chance),
    serving,
    asking: roles.clockOf(requester),
    greetingMinutes: team.greetingMinutes,
    closingMinutes: team.closingMinutes,
    ...(mistaken !== null && { mistaken: { by: mistaken.by, clock: roles.clock(mistaken.team) } }),
  };
}

/** Whether there are words for that end. */
const possible = (fate: Fate, ask: Ask) =>
  (fate !== 'declined' || ask.no) &&
  (fate !== 'returned' || ask.missing) &&
  (fate !== 'revoked' || ask.size !== 'hour');

function wrongTeam(chance: Chance, ask: Ask, requester: CastPerson, language: Language, roles: Roles) {
  const teams = (ask.over ? [ask.over[0]] : neighbours[ask.to]).filter((team) => !requester.teams.includes(team));
  const both = teams.flatMap((team) =>
    roles
      .providers(team, language)
      .filter((by) => !by.teams.includes(ask.to))
      .map((by) => ({ team, by })),
  );
  return both.length > 0 ? chance.pick(both) : null;
}
