// What a row says once only.
import { expect, test } from 'vitest';
import { saysAlready } from './nearly-same.ts';

test.each([
  ['A shared mailbox for wedding enquiries with 2 readers', 'A shared mailbox for wedding enquiries'],
  ['5 tested key cards for the linen room on floor 4', '5 spare key cards for the linen room on floor 4'],
  ['Штора в зимнем саду: ни следа', 'Штора в зимнем саду'],
  ['the same', 'THE SAME!'],
])('“%s” says “%s” already', (said, other) => {
  expect(saysAlready(said, other)).toBe(true);
});

test.each([
  ['An answer on a late check-out of 211', 'Late check-out for Nakamura in 211'],
  ['The parcel found or traced', 'A parcel for Dubois should have come to the Helsinki desk'],
  ['Sviitti 506 valmiina', 'Huoneen 215 laskusta puuttuu viite'],
])('“%s” leaves “%s” to be said', (said, other) => {
  expect(saysAlready(said, other)).toBe(false);
});
