// Who in the sample company may ask and serve what, and when they work. Choices of chance are made by the callers.
import type { Language } from '../../contract/shapes.ts';
import type { Ask, Cast, CastPerson, Team, Week } from './sample-ask.ts';
import { figuresAsks } from './sample-asks-en-figures.ts';
import { guestsAsks } from './sample-asks-en-guests.ts';
import { houseAsks } from './sample-asks-en-house.ts';
import { itAsks } from './sample-asks-en-it.ts';
import { peopleAsks } from './sample-asks-en-people.ts';
import { tableAsks } from './sample-asks-en-table.ts';
import { spanishHouseAsks } from './sample-asks-es-house.ts';
import { spanishOfficeAsks } from './sample-asks-es-office.ts';
import { finnishHouseAsks } from './sample-asks-fi-house.ts';
import { finnishOfficeAsks } from './sample-asks-fi-office.ts';
import { russianAsks } from './sample-asks-ru.ts';
import { type Clock, clockOf } from './sample-hours.ts';

export const asks: Record<Language, Ask[]> = {
  en: [...houseAsks, ...guestsAsks, ...tableAsks, ...itAsks, ...peopleAsks, ...figuresAsks],
  fi: [...finnishHouseAsks, ...finnishOfficeAsks],
  es: [...spanishOfficeAsks, ...spanishHouseAsks],
  ru: russianAsks,
};

/** Teams that never close do most of their work for colleagues by day. */
const byDay = (week: Week): Week =>
  Object.fromEntries(
    Object.entries(week).map(([day, spans]) => [
      day,
      spans.map((span) => (span[0] === '00:00' && span[1] === '24:00' ? (['07:00', '22:00'] as const) : span)),
    ]),
  );

export type Roles = ReturnType<typeof rolesOf>;

export function rolesOf(cast: Cast) {
  const people = new Map(cast.people.map((person) => [person.key, person]));
  const teams = new Map(cast.teams.map((team) => [team.key, team]));
  const clocks = new Map(cast.teams.map((team) => [team.key, clockOf(team.zone, byDay(team.week))]));
  const rounds = new Map(cast.teams.map((team) => [team.key, clockOf(team.zone, team.week)]));

  const person = (key: string): CastPerson => {
    const found = people.get(key);
    if (!found) throw new Error(`Nobody in the cast is called ${key}`);
    return found;
  };
  const team = (key: string) => {
    const found = teams.get(key);
    if (!found) throw new Error(`No team in the cast is called ${key}`);
    return found;
  };
  const clock = (key: string): Clock => {
    const found = clocks.get(key);
    if (!found) throw new Error(`No team in the cast is called ${key}`);
    return found;
  };
  const membersOf = (key: Team, language: Language) =>
    team(key)
      .members.map(person)
      .filter((member) => member.speaks.includes(language));
  const speakers = new Map<string, CastPerson[]>();

  return {
    person,
    team,
    clock,
    /** The hours a person keeps: those of the first team that they are in. */
    clockOf: (one: CastPerson) => clock(one.teams[0] ?? ''),
    /** Their hours with the nights, where there are night shifts. */
    roundOf: (one: CastPerson) => rounds.get(one.teams[0] ?? '') ?? clock(one.teams[0] ?? ''),
    /** Who may ask this in this language: never somebody of the team that serves it. */
    requesters: (ask: Ask, language: Language) =>
      cast.people.filter(
        (one) =>
          one.speaks.includes(language) &&
          one.teams.length > 0 &&
          !one.teams.includes(ask.to) &&
          (ask.from === 'anyone' || ask.from.some((key) => one.teams.includes(key))),
      ),
    providers: (key: Team, language: Language) => {
      const known = speakers.get(`${key} ${language}`) ?? membersOf(key, language);
      speakers.set(`${key} ${language}`, known);
      return known;
    },
  };
}
