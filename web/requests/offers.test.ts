// Which act is the main one for whom.
import { expect, test } from 'vitest';
import { offersOf } from './offers.ts';

const calm = { atRisk: false, overdue: false };

test('whoever could serve is first offered to promise, and finds declining in the menu', () => {
  const offers = offersOf({ ...calm, can: ['message', 'note', 'greet', 'promise', 'counter', 'decline', 'handOver'] });
  expect(offers).toEqual({ main: 'promise', others: ['greet', 'counter'], rare: ['decline', 'handOver'] });
});

test('a promise that holds is first to be delivered, one at risk first to be renegotiated', () => {
  const can = ['renegotiate', 'revoke', 'deliver'] as const;
  expect(offersOf({ ...calm, can: [...can] }).main).toBe('deliver');
  expect(offersOf({ ...calm, atRisk: true, can: [...can] }).main).toBe('renegotiate');
  expect(offersOf({ atRisk: true, overdue: true, can: [...can] }).main).toBe('deliver');
});

test('a new time is answered with one of two buttons', () => {
  const offers = offersOf({ ...calm, can: ['answerRenegotiation', 'release', 'withdraw'] });
  expect(offers).toEqual({ main: 'acceptNewTime', others: ['holdToTime'], rare: ['release', 'withdraw'] });
});

test('taking a new time back is never the green button, nor the first thing to do', () => {
  const can = ['takeBackNewTime', 'revoke', 'deliver', 'handOver'] as const;
  expect(offersOf({ ...calm, can: [...can] })).toEqual({
    main: 'deliver',
    others: ['takeBackNewTime'],
    rare: ['handOver', 'revoke'],
  });
  expect(offersOf({ ...calm, can: ['takeBackNewTime'] }).main).toBeNull();
});

test('opening again and noting how the ask was are never the green button', () => {
  expect(offersOf({ ...calm, can: ['message', 'reopen', 'rateAsk'] })).toEqual({
    main: null,
    others: ['rateAsk', 'reopen'],
    rare: [],
  });
});

test('who may only read along is offered nothing', () => {
  expect(offersOf({ ...calm, can: ['message'] })).toEqual({ main: null, others: [], rare: [] });
});
