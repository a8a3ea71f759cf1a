// What is shown of counted answers, and hints from one's own history, by example and by property.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardInWords } from '../../contract/courtesy.ts';
import type { Form } from '../../contract/forms.ts';
import { shareOf } from './figures.ts';
import {
  addedTo,
  coarse,
  frequencyOf,
  isHabit,
  leftTime,
  missedOf,
  monthOf,
  monthsFrom,
  ownHints,
  sumOf,
  timesOf,
  wantedBy,
  type OwnAsk,
} from './rules.ts';

const tally = fc
  .integer({ min: 5, max: 400 })
  .chain((answers) => fc.record({ answers: fc.constant(answers), yes: fc.integer({ min: 0, max: answers }) }));

describe('a month', () => {
  it('is named by its first day, in UTC', () => {
    expect(monthOf(new Date('2026-11-30T23:59:59Z'))).toBe('2026-11-01');
    expect(monthsFrom('2026-01-01', -1)).toBe('2025-12-01');
    expect(monthsFrom('2026-11-01', 2)).toBe('2027-01-01');
  });
  it('moved there and back is the same', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: -90, max: 90 }),
        (at, by) => {
          expect(monthsFrom(monthsFrom(monthOf(at), by), -by)).toBe(monthOf(at));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what colleagues said', () => {
  it('is told in words so coarse that nobody can see whether all of them said the same', () => {
    fc.assert(
      fc.property(tally, ({ answers, yes }) => {
        const same = Array.from({ length: answers + 1 }, (_, each) => each).filter(
          (each) => frequencyOf({ answers, yes: each }) === frequencyOf({ answers, yes }),
        );
        const unanimous = yes === 0 || yes === answers;
        // There is another count, in which somebody said otherwise, that is told in the same word.
        if (unanimous) expect(same.length).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
  it('never gets worse by a yes', () => {
    const order = ['sometimes', 'often', 'mostly'];
    fc.assert(
      fc.property(tally, ({ answers, yes }) => {
        const more = frequencyOf({ answers, yes: Math.min(answers, yes + 1) });
        expect(order.indexOf(more)).toBeGreaterThanOrEqual(order.indexOf(frequencyOf({ answers, yes })));
      }),
      { numRuns: 300 },
    );
  });
  it('is mostly from eight of ten on, often from half on, and sometimes below', () => {
    const of = (answers: number, ...yes: number[]) => yes.map((each) => frequencyOf({ answers, yes: each }));
    expect(of(5, 0, 2, 3, 4, 5)).toEqual(['sometimes', 'sometimes', 'often', 'mostly', 'mostly']);
    expect(of(10, 4, 5, 7, 8)).toEqual(['sometimes', 'often', 'often', 'mostly']);
  });
  it('comes with a number that one more answer hardly ever moves', () => {
    expect([5, 6, 9, 10, 14].map(coarse)).toEqual([5, 5, 5, 10, 10]);
  });
  it('is a share with its interval for a team, and nothing where nothing was counted', () => {
    expect(shareOf(sumOf([]))).toBeNull();
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 12 }), (tallies) => {
        const share = shareOf(sumOf(tallies));
        if (!share) throw new Error('something was counted');
        expect(share.answers).toBe(tallies.reduce((sum, each) => sum + each.answers, 0));
        expect(0 <= share.low && share.low <= share.yes / share.answers).toBe(true);
        expect(share.yes / share.answers <= share.high && share.high <= 1).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what was missing', () => {
  it('is a hint when three or more said so, and three of ten', () => {
    expect(missedOf({ answers: 8, missing: { where: 5, picture: 3, when: 2 } })).toEqual([
      { thing: 'where', how: 'most' },
      { thing: 'picture', how: 'many' },
    ]);
    expect(missedOf({ answers: 20, missing: { where: 5 } })).toEqual([]);
    expect(missedOf({ answers: 5, missing: { where: 2, when: 2 } })).toEqual([]);
  });
  it('counts from exactly three of ten, and most from exactly half', () => {
    expect(missedOf({ answers: 10, missing: { where: 3 } })).toEqual([{ thing: 'where', how: 'many' }]);
    expect(missedOf({ answers: 10, missing: { where: 5 } })).toEqual([{ thing: 'where', how: 'most' }]);
  });
  it('begins with what was missing most often', () => {
    for (const [first, last] of [
      ['where', 'when'],
      ['when', 'where'],
    ] as const)
      expect(missedOf({ answers: 10, missing: { [last]: 3, [first]: 4 } }).map(({ thing }) => thing)).toEqual([
        first,
        last,
      ]);
  });
  it('is two things at most', () => {
    expect(missedOf({ answers: 9, missing: { where: 3, device: 3, when: 3 } })).toHaveLength(2);
  });
});

const ask = (more: Partial<OwnAsk>): OwnAsk => ({
  place: 'printers',
  closed: true,
  thanked: true,
  wantedIn: null,
  usual: 480,
  addedLater: [],
  ...more,
});
const room = [{ key: 'room', label: 'Which room?' }];

describe('one’s own history', () => {
  it('says nothing below five asks', () => {
    expect(timesOf([1, 2, 3, 4], () => true)).toBeNull();
    expect(ownHints([1, 2, 3, 4].map(() => ask({ addedLater: room, wantedIn: 10 })))).toEqual([]);
  });
  it('counts only what can be told', () => {
    expect(timesOf([true, true, false, true, false, undefined], (each) => each)).toEqual({ of: 5, times: 3 });
    expect(timesOf([true, true, false, true, undefined], (each) => each)).toBeNull();
  });
  it('is a habit from three of ten on', () => {
    const asks = (others: number) => [
      ...Array(3).fill(ask({ wantedIn: 60 })),
      ...Array(others).fill(ask({ wantedIn: 900 })),
    ];
    expect(ownHints(asks(7))).toHaveLength(1);
    expect(ownHints(asks(8))).toEqual([]);
    expect(isHabit(null)).toBe(false);
  });
  it('tells whether one left as much time as most deliveries take', () => {
    expect([479, 480, 481].map((wantedIn) => leftTime(ask({ wantedIn })))).toEqual([false, true, true]);
    expect([leftTime(ask({})), leftTime(ask({ wantedIn: 60, usual: null }))]).toEqual([undefined, undefined]);
  });
  it('says nothing of asks without a place, and of each question apart', () => {
    expect(ownHints(Array(6).fill(ask({ place: null, wantedIn: 60 })))).toEqual([]);
    const floor = [{ key: 'floor', label: 'Which floor?' }];
    const asks = [room, room, room, floor, []].map((addedLater) => ask({ addedLater }));
    expect(ownHints(asks)).toEqual([{ kind: 'addedLater', place: 'printers', field: 'Which room?', of: 5, times: 3 }]);
  });
  it('hints at what one often added afterwards', () => {
    const asks = [...[1, 2, 3].map(() => ask({ addedLater: room })), ask({}), ask({})];
    expect(ownHints(asks)).toEqual([{ kind: 'addedLater', place: 'printers', field: 'Which room?', of: 5, times: 3 }]);
  });
  it('hints at asking sooner than it takes, place by place', () => {
    const asks = [60, 60, 60, 900, 900].map((wantedIn) => ask({ wantedIn }));
    const others = [60, 60].map((wantedIn) => ask({ place: 'rooms', wantedIn }));
    expect(ownHints([...asks, ...others])).toEqual([{ kind: 'soon', place: 'printers', of: 5, times: 3 }]);
  });
  it('never hints at anything that happened less often than it did not, by more than said', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (added) => {
        const hints = ownHints(added.map((each) => ask({ addedLater: each ? room : [] })));
        const times = added.filter(Boolean).length;
        expect(hints.length).toBe(added.length >= 5 && times >= 3 && times >= added.length * 0.3 ? 1 : 0);
      }),
      { numRuns: 200 },
    );
  });
});

const field = (key: string, kind: Form[number]['kind']): Form[number] => ({
  key,
  kind,
  label: key,
  help: '',
  required: false,
  options: [],
  showIf: null,
});
const form = [field('since', 'dateTime'), field('by', 'date'), field('room', 'text')];
const askedAt = new Date('2026-11-24T08:00:00Z');
const endOf = (day: string) => new Date(`${day}T22:00:00Z`);

describe('by when it was wanted', () => {
  it('is the first day or moment ahead that the form names', () => {
    const answers = { since: { at: '2026-11-23T08:00:00Z', zone: 'UTC' }, by: '2026-11-26' };
    expect(wantedBy(form, answers, askedAt, endOf)).toEqual(endOf('2026-11-26'));
  });
  it('may be a moment, in the order of the form', () => {
    const since = { at: '2026-11-24T08:00:01Z', zone: 'UTC' };
    expect(wantedBy(form, { since, by: '2026-11-24' }, askedAt, endOf)).toEqual(new Date(since.at));
  });
  it('is nothing that begins as it is asked, and nothing that cannot be read', () => {
    expect(wantedBy(form, { since: { at: askedAt.toISOString(), zone: 'UTC' } }, askedAt, endOf)).toBeNull();
    for (const since of [null, '2026-11-26T08:00:00Z', 7, {}, ['at'], undefined])
      expect(wantedBy(form, { since }, askedAt, endOf)).toBeNull();
    expect(wantedBy([field('by', 'date')], { by: { at: '2026-11-26T08:00:00Z' } }, askedAt, endOf)).toBeNull();
    expect(wantedBy([field('room', 'text')], { room: { at: '2026-11-26T08:00:00Z' } }, askedAt, endOf)).toBeNull();
  });
  it('is not known where none is named, or only one that is over', () => {
    expect(wantedBy(form, { room: '2026-11-26' }, askedAt, endOf)).toBeNull();
    expect(wantedBy(form, { by: '2026-11-20' }, askedAt, endOf)).toBeNull();
  });
});

it('what was added later is what had no answer at first and has one in the end', () => {
  expect(addedTo(form, { by: '2026-11-26' }, { by: '2026-11-27', room: '12' })).toEqual([
    { key: 'room', label: 'room' },
  ]);
});

it('a standard is filled in with what is known, and the rest stays to be seen', () => {
  expect(standardInWords('Hello {name}, {me} here: {deliverable}', { name: 'Aino', me: 'Mika' })).toBe(
    'Hello Aino, Mika here: {deliverable}',
  );
  expect(standardInWords('{constructor} {name}', { name: '{me}', me: 'x' })).toContain('{me}');
});
