// The script of the sample company is lawful and full: what it tells can be played through the doors, and nobody finds an empty day.
import { expect, test } from 'vitest';
import type { Deed, Step } from './sample-ask.ts';
import { sampleCast } from './sample-cast.ts';
import { asks, rolesOf } from './sample-roles.ts';
import { script } from './sample-script.ts';

const to = new Date('2026-11-24T09:30:00Z');
const from = new Date(to.getTime() - 92 * 86_400_000);
const steps = script(7, from, to, sampleCast);
const roles = rolesOf(sampleCast);

type Opening = Step & { do: 'ask' };
const asked = steps.filter((step): step is Opening => step.do === 'ask');
const histories = Map.groupBy(steps, (step) => step.request);
const share = (count: number) => count / asked.length;
const having = (deed: Step['do']) =>
  [...histories.values()].filter((history) => history.some((step) => step.do === deed)).length;

/** The requester, who need not be the one who asked. */
const requesterOf = (opening: Opening) => opening.onBehalfOf ?? opening.by;

type State =
  | 'asked'
  | 'countered'
  | 'promised'
  | 'proposed'
  | 'delivered'
  | 'closed'
  | 'declined'
  | 'withdrawn'
  | 'revoked';
const next: Record<State, Partial<Record<Deed['do'] | 'silence', State>>> = {
  asked: {
    message: 'asked',
    note: 'asked',
    greet: 'asked',
    promise: 'promised',
    counter: 'countered',
    decline: 'declined',
    handOver: 'asked',
    withdraw: 'withdrawn',
  },
  countered: { message: 'countered', acceptCounter: 'promised', withdraw: 'withdrawn' },
  promised: {
    message: 'promised',
    note: 'promised',
    renegotiate: 'proposed',
    deliver: 'delivered',
    revoke: 'revoked',
    withdraw: 'withdrawn',
  },
  proposed: { answerRenegotiation: 'promised' },
  delivered: { accept: 'closed', return: 'promised', silence: 'closed' },
  closed: { rateAsk: 'closed' },
  declined: {},
  withdrawn: {},
  revoked: {},
};

/** Where a request stands after its steps, or the sentence that says which step was not lawful. */
function follow(history: readonly Step[]) {
  let state: State = 'asked';
  let due: Date | null = null;
  let offered: Date | null = null;
  let greeted = false;
  let provider: string | null = null;
  const [opening, ...rest] = history as [Opening, ...Step[]];
  let serving = 'team' in opening.to ? roles.team(opening.to.team).members : [opening.to.person];
  const requester = requesterOf(opening);
  for (const [index, step] of rest.entries()) {
    const wrong = (what: string) => `${step.request}: ${step.do} at ${step.at.toISOString()} ${what}`;
    if (step.at.getTime() < (history[index]?.at.getTime() ?? 0) + 60_000) return wrong('follows too soon');
    const then: State | undefined = next[state][step.do === 'ask' ? 'message' : step.do];
    if (step.do === 'ask' || !then) return wrong(`does not exist in ${state}`);
    const byRequester = ['acceptCounter', 'answerRenegotiation', 'accept', 'return', 'withdraw'].includes(step.do);
    if (byRequester && step.by !== requester) return wrong('is the requester’s');
    const byServing = [
      'greet',
      'promise',
      'counter',
      'decline',
      'handOver',
      'note',
      'deliver',
      'renegotiate',
      'revoke',
      'rateAsk',
    ].includes(step.do);
    if (byServing && (!serving.includes(step.by ?? '') || step.by === requester)) return wrong('is the serving side’s');
    if (['deliver', 'renegotiate', 'revoke', 'rateAsk'].includes(step.do) && step.by !== provider)
      return wrong('is the promiser’s');
    if (step.do === 'note' && 'person' in opening.to) return wrong('has no team to read it');
    if (step.do === 'greet' && greeted) return wrong('comes twice');
    if (step.do === 'greet' || step.do === 'promise' || step.do === 'counter') greeted = true;
    if (step.do === 'promise' || step.do === 'counter') [provider, due] = [step.by, step.due];
    if (step.do === 'handOver') serving = roles.team(step.team).members;
    if ('due' in step && step.due <= step.at) return wrong('is due in the past');
    if (step.do === 'acceptCounter' && due && due <= step.at) return wrong('comes after the offered time');
    if (step.do === 'renegotiate') {
      if (step.due.getTime() === due?.getTime()) return wrong('offers the same time');
      if ((step.missReason !== null) !== (due !== null && step.at > due))
        return wrong('needs its reason exactly when late');
      offered = step.due;
    }
    if (step.do === 'answerRenegotiation' && step.answer === 'accept') due = offered;
    if (step.do === 'deliver' && (step.missReason !== null) !== (due !== null && step.at > due))
      return wrong('needs its reason exactly when late');
    if (step.do === 'return' && due && due <= step.at) return wrong('comes after the due time');
    state = then;
  }
  return { state, due, provider, requester, opening, last: history.at(-1) };
}

const ends = [...histories.values()].map(follow);
const standing = ends.filter((end) => typeof end !== 'string');

test('every step is lawful, by somebody who may take it, in time', () => {
  expect(ends.filter((end) => typeof end === 'string')).toEqual([]);
});

test('the same seed tells the same, another seed tells something else', () => {
  expect(script(7, from, to, sampleCast)).toEqual(steps);
  expect(script(8, from, to, sampleCast)).not.toEqual(steps);
});

test('about three thousand requests, in order of time, none after the end', () => {
  expect(asked.length).toBeGreaterThan(2800);
  expect(asked.length).toBeLessThan(3300);
  expect(new Set(asked.map((step) => step.request)).size).toBe(asked.length);
  expect(steps.every((step, index) => step.at <= to && step.at >= (steps[index - 1]?.at ?? step.at))).toBe(true);
});

test('three languages beside English, each in its share', () => {
  const part = (language: string) => share(asked.filter((step) => step.language === language).length);
  expect(part('en')).toBeCloseTo(0.6, 1);
  expect(part('fi')).toBeCloseTo(0.2, 1);
  expect(part('es')).toBeCloseTo(0.12, 1);
  expect(part('ru')).toBeCloseTo(0.08, 1);
});

test('both sides of a request speak its language', () => {
  const mute = [...histories.values()].filter(([opening, ...rest]) => {
    const language = opening?.do === 'ask' ? opening.language : 'en';
    return rest.some(({ by }) => by !== null && by !== opening?.by && !roles.person(by).speaks.includes(language));
  });
  expect(mute).toEqual([]);
});

test('most promises are kept; some are missed with a reason; some asks end otherwise', () => {
  const missed = steps.filter((step) => step.do === 'deliver' && step.missReason !== null);
  expect(new Set(missed.map((step) => (step.do === 'deliver' ? step.missReason : null))).size).toBe(8);
  expect(share(missed.length)).toBeGreaterThan(0.06);
  expect(share(missed.length)).toBeLessThan(0.12);
  for (const [deed, least] of [
    ['decline', 10],
    ['withdraw', 40],
    ['counter', 80],
    ['handOver', 60],
    ['renegotiate', 150],
    ['return', 40],
    ['silence', 80],
    ['revoke', 5],
    ['note', 200],
    ['rateAsk', 600],
  ] as const)
    expect(having(deed), deed).toBeGreaterThan(least);
  expect(share(having('accept'))).toBeGreaterThan(0.78);
});

test('teams differ in how much slips, and none is all well or all lost', () => {
  const byTeam = Map.groupBy(
    [...histories.values()].filter((history) => history.some(({ do: deed }) => deed === 'deliver')),
    ([opening]) => (opening?.do === 'ask' && 'team' in opening.to ? opening.to.team : 'a person'),
  );
  const late = [...byTeam.values()]
    .filter((served) => served.length > 50)
    .map((served) => {
      const slipped = served.filter((history) => history.some((step) => step.do === 'deliver' && step.missReason));
      return slipped.length / served.length;
    });
  expect(Math.min(...late)).toBeGreaterThan(0.02);
  expect(Math.min(...late)).toBeLessThan(0.08);
  expect(Math.max(...late)).toBeGreaterThan(0.14);
  expect(Math.max(...late)).toBeLessThan(0.28);
});

test('no slot is left open, every text fits, every sentence begins with a capital or a figure', () => {
  for (const step of steps) {
    for (const [field, text] of Object.entries(step)) {
      if (
        typeof text !== 'string' ||
        ['by', 'do', 'request', 'language', 'team', 'missReason', 'onBehalfOf', 'answer'].includes(field)
      )
        continue;
      expect(text).not.toMatch(/[{}|]|undefined|\s\s|NaN/);
      expect(text.length).toBeLessThanOrEqual(field === 'title' ? 200 : field === 'deliverable' ? 500 : 1000);
      if (['title', 'details', 'body', 'done', 'deliverable', 'missing'].includes(field))
        expect(text.length).toBeGreaterThan(3);
      expect(text).toMatch(/^$|^[\p{Lu}\d¿¡«“.]/u);
    }
    if (step.do === 'decline') expect([step.reason, step.instead].every((words) => words.length > 8)).toBe(true);
  }
});

test('nobody asks their own team, and everybody asked can answer in their language', () => {
  for (const opening of asked) {
    const team = 'team' in opening.to ? opening.to.team : null;
    if (team) expect(roles.person(requesterOf(opening)).teams).not.toContain(team);
  }
  for (const [language, known] of Object.entries(asks))
    for (const ask of known) {
      const speaks = (one: { speaks: readonly string[] }) => one.speaks.includes(language);
      expect(roles.team(ask.to).members.map(roles.person).some(speaks), `${language}: ${ask.title}`).toBe(true);
    }
});

test('at least 140 different things are asked', () => {
  const titles = Object.values(asks).flatMap((known) => known.map((ask) => ask.title));
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThanOrEqual(140);
});

test.each(sampleCast.visitors)('%s finds a full day', (visitor) => {
  const promised = standing.filter((end) => end.provider === visitor && end.state === 'promised');
  const theirs = standing.filter((end) => end.requester === visitor);
  const word = theirs.filter((end) => ['delivered', 'countered', 'proposed'].includes(end.state));
  const waits = theirs.filter((end) => end.state === 'asked' || end.state === 'promised');
  const recent = new Date(to.getTime() - 5 * 86_400_000);
  const thanks = standing.filter(
    (end) => end.provider === visitor && end.last?.do === 'accept' && end.last.thanks && end.last.at > recent,
  );
  for (const [what, many, least, most] of [
    ['promised', promised, 3, 5],
    ['word', word, 2, 3],
    ['waits', waits, 2, 4],
    ['thanks', thanks, 2, 6],
  ] as const) {
    expect(many.length, what).toBeGreaterThanOrEqual(least);
    expect(many.length, what).toBeLessThanOrEqual(most);
  }
  expect(promised.filter((end) => end.due && end.due < to)).toEqual([]);
});

test.each(['it', 'hr'])('the queue of %s has something of everything', (key) => {
  const queue = standing.filter((end) => 'team' in end.opening.to && end.opening.to.team === key);
  const many = (state: State) => queue.filter((end) => end.state === state).length;
  expect(many('asked')).toBeGreaterThanOrEqual(4);
  expect(many('promised')).toBeGreaterThanOrEqual(6);
  expect(many('delivered')).toBeGreaterThanOrEqual(1);
  expect(many('countered')).toBeGreaterThanOrEqual(1);
  expect(many('proposed')).toBeGreaterThanOrEqual(1);
  const { greetingMinutes } = roles.team(key);
  const waited = queue.filter(
    (end) => end.state === 'asked' && roles.clock(key).ahead(end.opening.at, greetingMinutes) < to,
  );
  expect(waited.length).toBeGreaterThanOrEqual(2);
});

test.each(['2026-11-22T01:00:00Z', '2026-03-29T22:15:00Z', '2027-01-01T12:00:00Z', '2026-07-06T05:00:00Z'])(
  'a visit at %s finds a lawful and full company too',
  (now) => {
    const until = new Date(now);
    const told = script(7, new Date(until.getTime() - 30 * 86_400_000), until, sampleCast);
    const followed = [...Map.groupBy(told, (step) => step.request).values()].map(follow);
    expect(followed.filter((end) => typeof end === 'string')).toEqual([]);
    for (const visitor of sampleCast.visitors) {
      const open = followed.filter(
        (end) => typeof end !== 'string' && end.provider === visitor && end.state === 'promised',
      );
      expect(open.length).toBeGreaterThanOrEqual(3);
    }
  },
);
