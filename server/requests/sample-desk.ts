// The living desk of the sample company at its last moment: a full Today for those a visitor may be, and filled queues. Earlier requests are sample-script.ts's.
import type { Language } from '../../contract/shapes.ts';
import type { Ask, Cast, CastPerson, Step } from './sample-ask.ts';
import { type Chance, chance as chanceOf } from './sample-chance.ts';
import { sayable } from './sample-hours.ts';
import { asks, type Roles } from './sample-roles.ts';
import { openScene, type Scene } from './sample-scene.ts';
import { effort, stars } from './sample-story.ts';

/** Where a request stands when the visitor arrives. `minutes` are working minutes of the serving team before or after that moment. */
type Standing =
  | { is: 'unanswered'; minutes: number; byName?: true }
  | { is: 'countered' }
  | { is: 'promised'; minutes: number; words?: 'update' | 'note' }
  | { is: 'overdue'; minutes: number }
  | { is: 'newTimeAsked' }
  | { is: 'delivered'; minutes: number }
  | { is: 'thanked'; minutes: number };

type Part = 'provider' | 'requester';

// What each visitor finds: a word that is asked of them by name, four promises of their own, three that wait for their word, three that they wait for, three thanks.
const day: [Part, Standing][] = [
  ['provider', { is: 'unanswered', minutes: 25, byName: true }],
  ['provider', { is: 'promised', minutes: 70, words: 'note' }],
  ['provider', { is: 'promised', minutes: 210, words: 'update' }],
  ['provider', { is: 'promised', minutes: 600 }],
  ['provider', { is: 'promised', minutes: 1500 }],
  ['requester', { is: 'delivered', minutes: 45 }],
  ['requester', { is: 'delivered', minutes: 400 }],
  ['requester', { is: 'newTimeAsked' }],
  ['requester', { is: 'promised', minutes: 240 }],
  ['requester', { is: 'promised', minutes: 800, words: 'update' }],
  ['requester', { is: 'unanswered', minutes: 20 }],
  ['provider', { is: 'thanked', minutes: 150 }],
  ['provider', { is: 'thanked', minutes: 420 }],
  ['provider', { is: 'thanked', minutes: 700 }],
];

const fullQueue: Standing[] = [
  { is: 'unanswered', minutes: 15 },
  { is: 'unanswered', minutes: 30 },
  { is: 'unanswered', minutes: 350 },
  { is: 'unanswered', minutes: 520 },
  { is: 'countered' },
  { is: 'newTimeAsked' },
  { is: 'overdue', minutes: 60 },
  { is: 'promised', minutes: 100 },
  { is: 'promised', minutes: 500 },
  { is: 'delivered', minutes: 90 },
];
const lightQueue: Standing[] = [
  { is: 'unanswered', minutes: 12 },
  { is: 'promised', minutes: 180 },
  { is: 'delivered', minutes: 240 },
];

/** What happened lately, so that at `to` everybody finds something to do; every step lies before `to`. */
export function desk(seed: number, to: Date, cast: Cast, roles: Roles): Step[] {
  const used = new Set<Ask>();
  const steps: Step[] = [];
  for (const visitor of cast.visitors) {
    const person = roles.person(visitor);
    const mine = new Set<Ask>();
    for (const [index, [part, standing]] of day.entries()) {
      const chance = chanceOf(seed, `today ${visitor} ${index}`);
      const [language, ask] = choose(chance, person, [part, standing], [mine, used], roles);
      mine.add(ask);
      used.add(ask);
      const other = strangers(
        part === 'provider' ? roles.requesters(ask, language) : roles.providers(ask.to, language),
        cast,
      );
      const [provider, requester] = part === 'provider' ? [person, chance.pick(other)] : [chance.pick(other), person];
      steps.push(
        ...stand({
          key: `today-${visitor}-${index + 1}`,
          chance,
          language,
          ask,
          provider,
          requester,
          standing,
          to,
          roles,
        }),
      );
    }
  }
  for (const team of cast.teams) {
    const standings = team.key === 'it' || team.key === 'hr' ? fullQueue : lightQueue;
    for (const [index, standing] of standings.entries()) {
      const chance = chanceOf(seed, `queue ${team.key} ${index}`);
      const language = team.key === 'malaga' || chance.roll(0.15) ? 'es' : chance.weigh({ en: 70, fi: 30 });
      const toTeam = (tongue: Language) => asks[tongue].filter((ask) => ask.to === team.key);
      const speaking = toTeam(language).length > 0 ? language : 'en';
      const ask = freshest(chance, sized(toTeam(speaking), standing), used);
      used.add(ask);
      const requester = chance.pick(strangers(roles.requesters(ask, speaking), cast));
      const provider = chance.pick(strangers(roles.providers(ask.to, speaking), cast));
      steps.push(
        ...stand({
          key: `queue-${team.key}-${index + 1}`,
          chance,
          language: speaking,
          ask,
          provider,
          requester,
          standing,
          to,
          roles,
        }),
      );
    }
  }
  return steps;
}

/** What size of work may well stand there. */
function sizesFor(standing: Standing): readonly Ask['size'][] {
  if (standing.is === 'unanswered')
    return standing.minutes > 60 ? ['day', 'days', 'week'] : ['hour', 'day', 'days', 'week'];
  if (standing.is === 'promised')
    return standing.minutes < 300 ? ['hour', 'day'] : standing.minutes < 1000 ? ['day', 'days'] : ['days', 'week'];
  if (standing.is === 'delivered' || standing.is === 'thanked')
    return standing.minutes < 160 ? ['hour', 'day'] : ['day', 'days'];
  return ['day', 'days'];
}

const strangers = (people: readonly CastPerson[], cast: Cast) => {
  const others = people.filter((one) => !cast.visitors.includes(one.key));
  return others.length > 0 ? others : people;
};

/** An ask that the person can give or take, in their own language while there are new ones, then in the others they speak. */
function choose(
  chance: Chance,
  person: CastPerson,
  [part, standing]: [Part, Standing],
  used: [Set<Ask>, Set<Ask>],
  roles: Roles,
): [Language, Ask] {
  const fits = (language: Language) => (ask: Ask) =>
    part === 'provider'
      ? person.teams.includes(ask.to) && roles.requesters(ask, language).length > 0
      : roles.requesters(ask, language).includes(person) && roles.providers(ask.to, language).length > 0;
  for (const language of person.speaks) {
    const fresh = asks[language].filter(fits(language)).filter((ask) => !used[0].has(ask));
    if (fresh.length > 0) return [language, freshest(chance, sized(fresh, standing), used[1])];
  }
  const [language = 'en'] = person.speaks;
  return [language, chance.pick(asks[language].filter(fits(language)))];
}

function sized(from: readonly Ask[], standing: Standing): readonly Ask[] {
  const fitting = from.filter((ask) => sizesFor(standing).includes(ask.size));
  return fitting.length > 0 ? fitting : from;
}

function freshest(chance: Chance, from: readonly Ask[], used: Set<Ask>): Ask {
  const fresh = from.filter((ask) => !used.has(ask));
  return chance.pick(fresh.length > 0 ? fresh : from);
}

type Stand = {
  key: string;
  chance: Chance;
  language: Language;
  ask: Ask;
  provider: CastPerson;
  requester: CastPerson;
  standing: Standing;
  to: Date;
  roles: Roles;
};

function stand({ standing, to, ...given }: Stand): Step[] {
  const { chance, roles, ask, provider } = given;
  const serving = roles.clock(ask.to);
  const moments = opening({ standing, to, ...given });
  const others = roles.providers(ask.to, given.language).filter((one) => one !== provider);
  const scene: Scene = openScene({
    ...given,
    other: others.length > 0 ? chance.pick(others) : provider,
    teamName: roles.team(ask.to).name,
    asked: moments.asked,
    wanted: moments.due,
    to: 'byName' in standing ? { person: provider.key } : { team: ask.to },
  });
  const ago = (minutes: number) => serving.back(to, minutes);
  if (standing.is === 'unanswered') return scene.steps;

  const begun = serving.ahead(moments.asked, chance.whole(6, 18));
  if (standing.is === 'countered') {
    scene.greet(begun);
    scene.counter(serving.ahead(begun, chance.whole(4, 10)), sayable(serving.zone, serving.ahead(moments.due, 300)));
    return scene.steps;
  }
  if (chance.roll(0.5)) scene.greet(begun);
  scene.promise(serving.ahead(begun, chance.whole(4, 12)), moments.due);
  if (standing.is === 'promised' && standing.words === 'note') scene.note(serving.ahead(scene.last(), 5), true);
  if (standing.is === 'promised' && standing.words === 'update')
    scene.update(serving.back(halfway(scene.last(), to), 0));
  if (standing.is === 'newTimeAsked')
    scene.renegotiate(
      ago(chance.whole(15, 40)),
      sayable(serving.zone, serving.ahead(moments.due, chance.whole(60, 400))),
    );
  if (standing.is === 'delivered') scene.deliver(ago(standing.minutes));
  if (standing.is === 'thanked') {
    scene.deliver(ago(standing.minutes));
    scene.accept(ago(standing.minutes - chance.whole(20, 90)), stars(chance, 'kept'), 'gladly');
  }
  return scene.steps;
}

const halfway = (from: Date, to: Date) => new Date((from.getTime() + to.getTime()) / 2);

/** When it was asked, and the due time it was or would be promised for. */
function opening({ standing, to, chance, roles, ask, requester }: Stand): { asked: Date; due: Date } {
  const serving = roles.clock(ask.to);
  const asking = roles.clockOf(requester);
  const size = effort(chance, ask.size, serving);
  // How long before its delivery it was asked.
  const lead = ask.size === 'hour' ? chance.whole(80, 150) : Math.min(size, 700);
  const soon = (minutes: number) => sayable(serving.zone, serving.ahead(to, minutes));
  const before = (minutes: number) => asking.back(serving.back(to, minutes), chance.whole(1, 4));
  switch (standing.is) {
    case 'unanswered':
      return { asked: before(standing.minutes), due: soon(Math.max(120, size)) };
    case 'countered':
      return { asked: before(150), due: soon(90) };
    case 'newTimeAsked':
      return { asked: before(500), due: soon(100) };
    case 'promised':
      return {
        asked: before(ask.size === 'hour' ? chance.whole(50, 110) : Math.min(600, 120 + size * 0.4)),
        due: soon(standing.minutes),
      };
    case 'overdue':
      return { asked: before(700), due: sayable(serving.zone, serving.back(to, standing.minutes + 60)) };
    case 'delivered':
    case 'thanked':
      return {
        asked: before(standing.minutes + lead),
        due: sayable(serving.zone, serving.back(to, Math.max(5, standing.minutes - 40))),
      };
  }
}
