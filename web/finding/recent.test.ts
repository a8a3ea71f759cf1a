// What a person uses: what weighs how much, and what is kept of it.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { recent, noteUse, remember, visited } from './recent.ts';
import { used, weightOf, type Use } from './use.ts';

const id = (last: number) => `01a20006-db43-73f9-90a2-7a7b648f73${String(last).padStart(2, '0')}`;
const day = 86_400_000;
const now = Date.UTC(2026, 10, 24);
const keys = (person: string, at = now) => recent(person, at).map((one) => one.key);

beforeEach(() => localStorage.clear());

describe('weight', () => {
  test('of things used once, the newest stands first', () => {
    for (const last of [1, 2]) remember('me', `/requests/${id(last)}`, now + last);
    expect(keys('me')).toEqual([`/requests/${id(2)}`, `/requests/${id(1)}`]);
  });
  test('what is used often stands before what was used once since', () => {
    for (const days of [3, 2, 1]) noteUse('me', '/people', now - days * day);
    noteUse('me', 'theme-dark', now);
    expect(keys('me')).toEqual(['/people', 'theme-dark']);
  });
  test('habits fade: half a week by week', () => {
    const once: Use = { key: 'a', weight: 4, at: now };
    expect(weightOf(once, now + 7 * day)).toBeCloseTo(2);
    expect(weightOf(once, now + 14 * day)).toBeCloseTo(1);
    for (const days of [30, 29, 28]) noteUse('me', '/people', now - days * day);
    noteUse('me', 'theme-dark', now);
    expect(keys('me')[0]).toBe('theme-dark');
  });
  test('a clock that was set back makes nothing heavier', () => {
    expect(weightOf({ key: 'a', weight: 1, at: now + day }, now)).toBe(1);
  });
  test('whatever is used in whatever order, the list is short, in order, each once, the last one in it', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 * day })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(steps, (given) => {
        let at = now;
        let uses: Use[] = [];
        for (const [key, pause] of given) uses = used(uses, String(key), (at += pause));
        const weights = uses.map((one) => weightOf(one, at));
        expect(weights).toEqual(weights.toSorted((one, other) => other - one));
        expect(new Set(uses.map((one) => one.key)).size).toBe(uses.length);
        expect(uses.length).toBeLessThanOrEqual(40);
        expect(uses.some((one) => one.key === String(given.at(-1)?.[0]))).toBe(true);
      }),
    );
  });
});

test('on a shared computer each has their own', () => {
  remember('me', `/teams/${id(1)}`, now);
  expect(recent('other', now)).toEqual([]);
});
test('pages that are no thing are not remembered', () => {
  for (const path of ['/', '/people', '/requests/new', `/requests/${id(1)}/more`]) remember('me', path, now);
  expect(recent('me', now)).toEqual([]);
  expect(visited(`/teams/${id(1)}`)).toMatchObject({ kind: 'teams' });
  expect(visited(`/ask?service=${id(1)}`)).toMatchObject({ kind: 'services', id: id(1) });
});
test('whatever stands on the shelf, nothing breaks', () => {
  for (const kept of ['{"not":"a list"}', 'nonsense', '[1,null,["a"],["b","c","d"],[["e"],1,2]]']) {
    localStorage.setItem('goodturn.recent.me', kept);
    expect(recent('me', now)).toEqual([]);
  }
});
test('what was remembered as addresses alone keeps its order', () => {
  localStorage.setItem('goodturn.recent.me', JSON.stringify([`/people/${id(2)}`, `/people/${id(1)}`]));
  expect(keys('me')).toEqual([`/people/${id(2)}`, `/people/${id(1)}`]);
  remember('me', `/people/${id(3)}`, now);
  expect(keys('me')[0]).toBe(`/people/${id(3)}`);
});
