// How the queue is laid out and filtered.
import { expect, test } from 'vitest';
import type { QueuePart, RequestRow } from '../../contract/requests.ts';
import { groupsOf, rowsWith } from './queue-order.ts';
import { rowLike } from './row-for-tests.ts';

const zone = 'Europe/Helsinki';
const mika = { id: '01890000-0000-7000-8000-00000000aaaa', name: 'Mika Korhonen', photo: null, active: true };
const laidOut = (part: QueuePart, rows: RequestRow[]) =>
  groupsOf(part, rows, zone).map(({ name, rows: inside }) => [
    typeof name === 'string' ? name : name.day.slice(0, 10),
    inside.map((row) => row.title),
  ]);

test('asks that nobody greeted in time come first, then the fresh ones, then those already greeted; the oldest first in each', () => {
  const rows = [
    rowLike({ title: 'greeted', greetedBy: mika }),
    rowLike({ title: 'young', createdAt: '2026-11-24T08:00:00Z' }),
    rowLike({ title: 'old', createdAt: '2026-11-24T06:00:00Z' }),
    rowLike({ title: 'risen', ungreeted: true }),
  ];
  expect(laidOut('unanswered', rows)).toEqual([
    ['ungreeted', ['risen']],
    ['fresh', ['old', 'young']],
    ['greeted', ['greeted']],
  ]);
});

test('promises stand by the day they are due in the zone of the reader, those past their time first', () => {
  const promised = (title: string, due: string, overdue = false) => rowLike({ title, state: 'promised', due, overdue });
  const rows = [
    promised('after midnight in Helsinki', '2026-11-24T22:30:00Z'),
    promised('late today', '2026-11-24T14:00:00Z'),
    promised('early today', '2026-11-24T08:00:00Z'),
    promised('missed', '2026-11-23T08:00:00Z', true),
  ];
  expect(laidOut('promised', rows)).toEqual([
    ['overdue', ['missed']],
    ['2026-11-24', ['early today', 'late today']],
    ['2026-11-24', ['after midnight in Helsinki']],
  ]);
});

test('what waits for the other side is either an offer or a new time', () => {
  const rows = [
    rowLike({ title: 'later', state: 'promised', due: '2026-11-24T08:00:00Z', proposedDue: '2026-11-25T08:00:00Z' }),
    rowLike({ title: 'twelve chairs', state: 'countered', due: '2026-11-24T08:00:00Z' }),
  ];
  expect(laidOut('waiting', rows)).toEqual([
    ['countered', ['twelve chairs']],
    ['newTime', ['later']],
  ]);
});

test('of what was delivered the longest waiting is first, of what has ended the last', () => {
  const delivered = ['2026-11-24T08:00:00Z', '2026-11-23T08:00:00Z'].map((at) =>
    rowLike({ title: at, state: 'delivered', deliveredAt: at }),
  );
  expect(laidOut('delivered', delivered).map(([day]) => day)).toEqual(['2026-11-23', '2026-11-24']);
  const closed = ['2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'].map((at) =>
    rowLike({ title: at, state: 'closed', endedAt: at }),
  );
  expect(laidOut('ended', closed)).toEqual([
    ['2026-11-24', ['2026-11-24T09:00:00Z', '2026-11-24T08:00:00Z']],
    ['2026-11-23', ['2026-11-23T08:00:00Z']],
  ]);
});

test('words are found in titles, names and numbers, whatever their accents and order', () => {
  const tablet = rowLike({ title: 'A tablet for Sali Kävy' });
  const cable = rowLike({ title: 'Cable', provider: mika });
  const rows = [tablet, cable];
  expect(rowsWith('kavy TABLET', rows)).toEqual([tablet]);
  expect(rowsWith('mika', rows)).toEqual([cable]);
  expect(rowsWith(`#${tablet.number}`, rows)).toContain(tablet);
  expect(rowsWith('tablet mika', rows)).toEqual([]);
  expect(rowsWith('  ', rows)).toBe(rows);
});
