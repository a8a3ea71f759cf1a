// Where a person was lately.
import { beforeEach, expect, test } from 'vitest';
import { recent, remember, visited } from './recent.ts';

const id = (last: number) => `01a20006-db43-73f9-90a2-7a7b648f73${String(last).padStart(2, '0')}`;

beforeEach(() => localStorage.clear());

test('the newest stands first, once', () => {
  for (const last of [1, 2, 1]) remember('me', `/requests/${id(last)}`);
  expect(recent('me').map((one) => one.id)).toEqual([id(1), id(2)]);
});
test('six are enough', () => {
  for (let last = 0; last < 9; last++) remember('me', `/people/${id(last)}`);
  expect(recent('me')).toHaveLength(6);
});
test('on a shared computer each has their own', () => {
  remember('me', `/teams/${id(1)}`);
  expect(recent('other')).toEqual([]);
});
test('pages that are no thing are not remembered', () => {
  for (const path of ['/', '/people', '/requests/new', `/requests/${id(1)}/more`]) remember('me', path);
  expect(recent('me')).toEqual([]);
  expect(visited(`/teams/${id(1)}`)).toMatchObject({ kind: 'teams' });
});
test('whatever stands on the shelf, nothing breaks', () => {
  localStorage.setItem('goodturn.recent.me', '{"not":"a list"}');
  expect(recent('me')).toEqual([]);
  localStorage.setItem('goodturn.recent.me', 'nonsense');
  expect(recent('me')).toEqual([]);
});
