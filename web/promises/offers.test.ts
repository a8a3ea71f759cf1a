// Of what one may do, the next act comes first: an answer before everything, and what is rare only when asked for.
import { expect, it } from 'vitest';
import { offersOf, waitsForMe } from './offers.ts';

it('offers the promiser to say that it is done, then a new time', () => {
  expect(offersOf({ can: ['renegotiate', 'keep', 'miss', 'chain'], overdue: false })).toEqual({
    main: 'keep',
    others: ['renegotiate'],
    rare: ['miss', 'chain'],
  });
});
it('offers the other side a nod, and letting go only when asked for', () => {
  expect(offersOf({ can: ['accept', 'counter', 'release'], overdue: false })).toEqual({
    main: 'accept',
    others: ['counter'],
    rare: ['release'],
  });
});
it('offers no nod to a time that has passed', () => {
  expect(offersOf({ can: ['accept', 'counter', 'release'], overdue: true })).toEqual({
    main: null,
    others: ['counter'],
    rare: ['release'],
  });
});
it('asks for the answer to a new time before anything else', () => {
  const can = ['answer', 'release'] as const;
  expect(offersOf({ can: [...can], overdue: false })).toEqual({ main: 'fine', others: ['hold'], rare: ['release'] });
  expect(waitsForMe({ can: [...can] })).toBe(true);
});
it('offers whoever asked for a new time to take that back', () => {
  expect(offersOf({ can: ['takeBack', 'keep', 'miss', 'chain'], overdue: false })).toEqual({
    main: 'keep',
    others: ['takeBack'],
    rare: ['miss', 'chain'],
  });
});
it('offers nothing where nothing may be done', () => {
  expect(offersOf({ can: [], overdue: false })).toEqual({ main: null, others: [], rare: [] });
});
