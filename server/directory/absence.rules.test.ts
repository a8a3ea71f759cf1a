// Being away: stand-ins of stand-ins, days in the person's own zone, and what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLeave, dayIn, daysOf, endedOn, leaveAt, standInFor, type Leave, type Presence } from './absence.rules.ts';

const noon = new Date('2026-11-24T12:00:00Z');
const here = (more: Partial<Presence> = {}): Presence => ({
  active: true,
  zone: 'Europe/Helsinki',
  leaves: [],
  ...more,
});
const away = (standIn: string | null, more: Partial<Leave> = {}): Presence =>
  here({ leaves: [{ from: '2026-11-23', until: '2026-11-26', standIn, ...more }] });
const company = (people: Record<string, Presence>) => new Map(Object.entries(people));

test('a day is read on the clock of the place', () => {
  expect(dayIn('Pacific/Kiritimati', noon)).toBe('2026-11-25');
  expect(dayIn('Europe/Helsinki', noon)).toBe('2026-11-24');
});

describe('who stands in', () => {
  test('nobody is needed for somebody who is here', () => {
    expect(standInFor('aino', company({ aino: here() }), noon)).toBeNull();
  });
  test('the colleague who was named', () => {
    expect(standInFor('aino', company({ aino: away('mika'), mika: here() }), noon)).toEqual({ standIn: 'mika' });
  });
  test('whoever stands in for them, when they are away too', () => {
    const people = company({ aino: away('mika'), mika: away('oleg'), oleg: away('carmen'), carmen: here() });
    expect(standInFor('aino', people, noon)).toEqual({ standIn: 'carmen' });
  });
  test('nobody, when nobody was named, or the one named has left', () => {
    expect(standInFor('aino', company({ aino: away(null) }), noon)).toEqual({ nobody: 'unnamed' });
    const left = company({ aino: away('mika'), mika: here({ active: false }) });
    expect(standInFor('aino', left, noon)).toEqual({ nobody: 'unnamed' });
  });
  test('nobody, when nobody knows the one who was named', () => {
    expect(standInFor('aino', company({ aino: away('mika') }), noon)).toEqual({ nobody: 'unnamed' });
    expect(leaveAt(undefined, noon)).toBeUndefined();
  });
  test('nobody yet, when the absence is still to come, and somebody from its first day', () => {
    const from = (day: string) =>
      standInFor('aino', company({ aino: away('mika', { from: day }), mika: here() }), noon);
    expect([from('2026-11-25'), from('2026-11-24')]).toEqual([null, { standIn: 'mika' }]);
  });
  test('nobody, when the one named is away and named nobody', () => {
    expect(standInFor('aino', company({ aino: away('mika'), mika: away(null) }), noon)).toEqual({ nobody: 'alsoAway' });
  });
  test('nobody, when they are all away and stand in for each other', () => {
    const people = company({ aino: away('mika'), mika: away('oleg'), oleg: away('mika') });
    expect(standInFor('aino', people, noon)).toEqual({ nobody: 'circle' });
  });
  test('it ends by itself after the last day, by the clock where the person is', () => {
    const people = company({ aino: away('mika', { until: '2026-11-26' }), mika: here() });
    expect(standInFor('aino', people, new Date('2026-11-26T21:59:00Z'))).toEqual({ standIn: 'mika' });
    expect(standInFor('aino', people, new Date('2026-11-26T22:00:00Z'))).toBeNull();
  });

  const ids = ['a', 'b', 'c', 'd', 'e'];
  const presence = fc.record({
    active: fc.boolean(),
    zone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'),
    leaves: fc.array(
      fc.record({
        from: fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25'),
        until: fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25', '2026-11-30'),
        standIn: fc.option(fc.constantFrom(...ids)),
      }),
      { maxLength: 2 },
    ),
  });
  test('whoever it is: the search ends, and finds somebody active who is there at that moment', () => {
    const companies = fc.record(Object.fromEntries(ids.map((id) => [id, presence])));
    const moments = fc.date({ min: new Date('2026-11-22'), max: new Date('2026-12-02'), noInvalidDate: true });
    fc.assert(
      fc.property(companies, moments, fc.constantFrom(...ids), (people, at, person) => {
        const known = company(people as Record<string, Presence>);
        const found = standInFor(person, known, at);
        const isAway = leaveAt(known.get(person), at) !== undefined;
        if (!isAway) return found === null;
        if (found === null) return false;
        if ('nobody' in found) return true;
        const named = known.get(found.standIn);
        return found.standIn !== person && named?.active === true && leaveAt(named, at) === undefined;
      }),
    );
  });
});

describe('an absence', () => {
  const given = { from: '2026-12-01', until: '2026-12-04', standIn: null };
  test('may not overlap another, not even by a day', () => {
    const other = [{ from: '2026-12-04', until: '2026-12-05' }];
    expect(checkLeave('me', given, other, '2026-11-24')).toEqual({ refused: 'absencesOverlap', field: 'from' });
    expect(checkLeave('me', { ...given, until: '2026-12-03' }, other, '2026-11-24')).toBeNull();
  });
  test('may begin in the past, not end there', () => {
    expect(checkLeave('me', given, [], '2026-12-04')).toBeNull();
    expect(checkLeave('me', given, [], '2026-12-05')).toEqual({ refused: 'absencePast', field: 'until' });
  });
  test.each([
    ['endsBeforeItStarts', 'until', { until: '2026-11-30' }],
    ['absenceTooLong', 'until', { until: '2029-12-03' }],
    ['standInYourself', 'standIn', { standIn: 'me' }],
  ])('is refused as %s', (code, field, more) => {
    expect(checkLeave('me', { ...given, ...more }, [], '2026-11-24')).toEqual({ refused: code, field });
  });
  test('may be of one day, or of three years', () => {
    for (const until of ['2026-12-01', '2029-12-02'])
      expect(checkLeave('me', { ...given, until }, [], '2026-11-24')).toBeNull();
  });
  test('may follow another at once, but not begin on its last day', () => {
    const ended = (until: string) => checkLeave('me', given, [{ from: '2026-11-20', until }], '2026-11-24');
    expect(ended('2026-11-30')).toBeNull();
    expect(ended('2026-12-01')).toEqual({ refused: 'absencesOverlap', field: 'from' });
  });
  test('counts its first and last day', () => {
    expect(daysOf({ from: '2026-12-31', until: '2027-01-02' })).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
  });
  test('ended today leaves the days before, one that begins today leaves nothing', () => {
    expect(endedOn({ from: '2026-12-01', until: '2026-12-09' }, '2026-12-03')).toEqual({
      from: '2026-12-01',
      until: '2026-12-02',
    });
    expect(endedOn({ from: '2026-12-03', until: '2026-12-09' }, '2026-12-03')).toBeNull();
  });
});
