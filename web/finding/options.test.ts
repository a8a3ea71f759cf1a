// What the palette offers, and in which order.
import { expect, test } from 'vitest';
import en from './words/en.json' with { type: 'json' };
import platform from '../platform/words/en.json' with { type: 'json' };
import { speak } from '../platform/words.tsx';
import { optionsAtRest, optionsFor, type Found, type Option } from './options.ts';

const promising = {
  'promises.rail': 'Promises',
  'promises.above.me': 'You promised {to}',
  'promises.above.toMe': '{name} promised you',
  'promises.outcome.kept': 'Kept',
};
const words = speak('en', 'Europe/Helsinki', { ...platform, ...en, ...promising });
const now = new Date('2026-11-24T10:00:00Z');
const places = [
  { to: '/', label: 'Today', icon: 'today' },
  { to: '/people', label: 'People', icon: 'person' },
  { to: '/teams/1', label: 'Front desk', icon: 'team' },
] as const;
const mika = { id: 'p1', name: 'Mika Korhonen', photo: null, active: true };
const request: Found['requests'][number] = {
  id: 'r1',
  number: 12,
  title: 'The projector shows only green',
  state: 'promised',
  stage: 'serving',
  requester: { ...mika, id: 'p2', name: 'Aino Virtanen' },
  team: { id: 't1', name: 'IT' },
  person: null,
  provider: mika,
  greetedBy: mika,
  greetBy: '2026-11-24T08:00:00Z',
  ungreeted: false,
  due: '2026-11-24T14:00:00Z',
  atRisk: false,
  mayNotHold: false,
  overdue: false,
  proposedDue: null,
  proposedReason: null,
  deliveredAt: null,
  delivered: null,
  deliverable: null,
  thanks: null,
  createdAt: '2026-11-24T07:00:00Z',
  updatedAt: '2026-11-24T07:00:00Z',
  endedAt: null,
  sight: 'usual',
  waitsFor: [],
  checklist: null,
  version: 1,
  can: [],
};
const promise: Found['promises'][number] = {
  id: 'q1',
  by: mika,
  to: { ...mika, id: 'p2', name: 'Aino Virtanen' },
  deliverable: 'The figures of October',
  due: '2026-11-24T14:00:00Z',
  firstDue: '2026-11-24T14:00:00Z',
  zone: 'Europe/Helsinki',
  madeAt: '2026-11-23T07:00:00Z',
  deliveredAt: null,
  atRisk: false,
  overdue: false,
  renegotiations: 0,
  proposal: null,
  outcome: null,
  risk: null,
  suggestedDue: null,
  state: 'open',
  about: null,
  acceptedAt: null,
  closeBy: null,
  endedAt: null,
  version: 1,
  can: [],
};
const found: Found = {
  people: [{ ...mika, does: 'I mend what has a plug', place: '', teams: ['IT'] }],
  teams: [{ id: 't1', name: 'IT', does: '' }],
  articles: [],
  services: [{ id: 's1', name: 'New laptop', team: { id: 't1', name: 'IT' }, description: '' }],
  files: [],
  promises: [promise],
  requests: [request],
};
const plain = {
  filtered: false,
  unfinished: false,
  completions: [],
  weights: new Map<string, number>(),
  places,
  me: 'p1',
  now,
  words,
};
const groupsFor = (typed: string, more: object = {}) => optionsFor({ ...plain, typed, found, ...more });
const flat = (typed: string, answer: Found | null = found, more: object = {}): Option[] =>
  groupsFor(typed, { found: answer, ...more }).flatMap((group) => group.options);

test('whatever was typed can be asked, at once and before any answer', () => {
  expect(flat('The projector is green', null)[0]).toMatchObject({
    label: 'Ask: “The projector is green”',
    act: { to: '/ask?title=The+projector+is+green' },
  });
});
test('an answer that arrives does not change what Enter does', () => {
  for (const typed of ['mika', 'projector', '#12', 'to', 'people'])
    expect(flat(typed, null)[0]?.id).toBe(flat(typed)[0]?.id);
});
test('the beginning of a place goes there', () => {
  expect(flat('tod')[0]).toMatchObject({ act: { to: '/' } });
  expect(flat('front')[0]).toMatchObject({ act: { to: '/teams/1' } });
});
test('a word inside a place is offered, after the ask', () => {
  expect(flat('desk').map((one) => one.id)).toEqual(expect.arrayContaining(['ask', 'place-/teams/1']));
  expect(flat('desk')[0]?.id).toBe('ask');
});
test('a request tells who promised it by when', () => {
  expect(flat('projector').find((one) => one.id === 'request-r1')?.sub).toBe(
    '#12 · Mika Korhonen promised it by today 16:00',
  );
});
test('a promise tells whose it is and by when, or how it ended', () => {
  const one = (of: Found['promises'][number], me: string) =>
    flat('figures', { ...found, promises: [of] }, { me }).find(({ id }) => id === 'promise-q1');
  expect(one(promise, 'p1')).toMatchObject({
    label: 'The figures of October',
    sub: 'You promised Aino Virtanen · today 16:00',
    act: { to: '/promises/q1' },
  });
  expect(one({ ...promise, state: 'ended', outcome: 'kept' }, 'p2')?.sub).toBe('Mika Korhonen promised you · Kept');
});
test('a number goes to its request, whether or not the answer is there', () => {
  expect(flat('#12', null)[0]?.act).toEqual({ number: 12 });
  expect(flat('#12')[0]?.act).toEqual({ to: '/requests/r1' });
  expect(flat('#12').filter((one) => one.label === request.title)).toEqual([]);
});
test('languages and looks are found by their names', () => {
  expect(flat('suomi').some((one) => 'language' in one.act && one.act.language === 'fi')).toBe(true);
  expect(flat('dark').some((one) => 'theme' in one.act && one.act.theme === 'dark')).toBe(true);
});
test('at rest stands what one uses, then the other places', () => {
  const used: Option[] = [
    { id: 'request-r1', label: 'The projector', act: { to: '/requests/r1' } },
    { id: 'place-/people', label: 'People', act: { to: '/people' } },
  ];
  const groups = optionsAtRest({ places, recent: used, words });
  expect(groups.map((group) => group.id)).toEqual(['recent', 'ask', 'places']);
  const ids = groups.flatMap((group) => group.options.map((one) => one.id));
  expect(new Set(ids).size).toBe(ids.length);
});
test('what one uses comes first among its kind', () => {
  const other = { ...request, id: 'r2', number: 13 };
  const weights = new Map([
    ['/requests/r2', 1],
    ['theme-dark', 2],
  ]);
  const ids = flat('projector', { ...found, requests: [request, other] }, { weights }).map((one) => one.id);
  expect(ids.indexOf('request-r2')).toBeLessThan(ids.indexOf('request-r1'));
  expect(flat('appearance', null, { weights }).find((one) => 'theme' in one.act)?.id).toBe('theme-dark');
});
test('a service is chosen to ask for it', () => {
  expect(flat('laptop').find((one) => one.id === 'service-s1')?.act).toEqual({ to: '/ask?service=s1' });
});
test('what narrows a search is never asked as a need: Enter shows what is found', () => {
  const completion: Option = { id: 'complete-is', label: 'is:', act: { text: 'is:' } };
  const ids = flat('from:aino', found, { filtered: true, completions: [completion] }).map((one) => one.id);
  expect(ids.slice(0, 2)).toEqual(['all', 'complete-is']);
  expect(ids).not.toContain('ask');
  const begun = flat('is:pr', found, { filtered: true, unfinished: true, completions: [completion] });
  expect(begun[0]?.id).toBe('complete-is');
});
test('every option stands once', () => {
  for (const typed of ['mika', 'people', 'to', '#12', 's']) {
    const ids = flat(typed).map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
