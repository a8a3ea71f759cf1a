// What one ended promise adds to which sums, in which order; and which of a few sums may be shown, by example.
import { describe, expect, it } from 'vitest';
import { reasonsOf, type Counts } from './figures.rules.ts';
import { blocksOf, cellOf, isPlenty, shownAmong, type Cell } from './shown.rules.ts';
import { none, talliesOf, type Counted } from './tally.rules.ts';

const counts = (kept = 0, missed = 0): Counts => ({ kept, renegotiated: 0, repaired: 0, missed });
const cell = (sums: Counts, ...shares: number[]): Cell => ({
  counts: sums,
  shares: new Map(shares.map((total, index) => [`person ${index}`, total])),
});
const promise = (more: Partial<Counted> = {}): Counted => ({
  team: 'rooms',
  service: 'lamps',
  askingTeam: 'bar',
  promiser: 'mika',
  outcome: 'missed',
  reason: 'supply',
  endedAt: new Date('2026-11-24T08:00:00Z'),
  private: false,
  ...more,
});
const tallied = (...promises: Counted[]) => talliesOf(promises, new Map());

describe('an ended promise', () => {
  const about = (kind: string, what: string) => ({
    team_id: 'rooms',
    kind,
    period: '2026-11-01',
    about: what,
    private: false,
  });
  it('adds to its team, its service and the team that asked; what got in the way is told of the first two', () => {
    const keys = [about('pair', 'bar'), about('service', 'lamps'), about('team', 'rooms')];
    expect(tallied(promise(), promise())).toEqual({
      tallies: keys.map((key) => ({ ...key, ...counts(0, 2) })),
      shares: keys.map((key) => ({ ...key, promiser_id: 'mika', total: 2 })),
      reasons: keys.slice(1).map((key) => ({ ...key, miss_reason: 'supply', total: 2 })),
    });
  });
  it('without a service or an asking team is counted as of none', () => {
    const { tallies } = tallied(promise({ service: null, askingTeam: null }));
    expect(tallies.map((row) => row.about)).toEqual([none, none, 'rooms']);
    expect(none).toBe('00000000-0000-0000-0000-000000000000');
  });
  it('tells what got in the way of a miss and of a repair, not of a word kept', () => {
    const told = (more: Partial<Counted>) => tallied(promise(more)).reasons.length;
    expect([told({}), told({ outcome: 'revoked' }), told({ outcome: 'repaired' })]).toEqual([2, 2, 2]);
    expect([told({ outcome: 'kept' }), told({ outcome: 'keptRenegotiated' }), told({ reason: null })]).toEqual([
      0, 0, 0,
    ]);
  });
  it('is written in one order, whatever order they come in', () => {
    const promises = ['c', 'a', 'd', 'b'].map((team) => promise({ team, askingTeam: team, service: team }));
    const once = tallied(...promises);
    expect(tallied(...promises.toReversed())).toEqual(once);
    expect(once.shares.map((row) => row.team_id)).toEqual(['a', 'b', 'c', 'd'].flatMap((team) => [team, team, team]));
  });
});

it('what got in the way is told by how often, then by name', () => {
  const found = (['supply', 'forgot', 'absence', 'supply', 'other', 'other', 'other'] as const).map((reason) => ({
    reason,
    count: 1,
  }));
  expect(reasonsOf(found).map(({ reason, count }) => `${reason} ${count}`)).toEqual([
    'other 3',
    'supply 2',
    'absence 1',
    'forgot 1',
  ]);
});

describe('months', () => {
  const [few, many, empty] = [cell(counts(2), 1, 1), cell(counts(5), 2, 2, 1), cell(counts())];
  const blocks = (first: string, ...cells: Cell[]) =>
    blocksOf(
      cells.map((each, index) => ({
        ...each,
        month: new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5)) - 1 + index, 1))
          .toISOString()
          .slice(0, 10),
      })),
    ).map(({ from, to, cell: shown }) => `${from.slice(0, 7)} ${to.slice(0, 7)} ${shown ? 'shown' : 'hidden'}`);
  it('never make a block beyond their year', () => {
    expect(blocks('2025-12', few, many)).toEqual(['2025-12 2025-12 hidden', '2026-01 2026-01 shown']);
  });
  it('without any promise stand by themselves, unless others wait already', () => {
    expect(blocks('2026-01', empty, many)).toEqual(['2026-01 2026-01 hidden', '2026-02 2026-02 shown']);
    expect(blocks('2026-01', few, empty, many)).toEqual(['2026-01 2026-03 shown']);
  });
});

describe('what may be shown', () => {
  it('is what the sums say, with who is behind it', () => {
    expect(cellOf({ ...counts(4, 1), shares: { mika: 3, liisa: 2 } })).toEqual({
      counts: counts(4, 1),
      shares: new Map([
        ['mika', 3],
        ['liisa', 2],
      ]),
    });
  });
  it('may be half by one person', () => {
    expect([isPlenty(cell(counts(6), 3, 2, 1)), isPlenty(cell(counts(6), 4, 1, 1))]).toEqual([true, false]);
  });
  it('is every part where each is plenty, and what is empty hides nothing', () => {
    const [one, other] = [cell(counts(6), 2, 2, 2), cell(counts(8), 3, 3, 2)];
    expect(
      [
        ...shownAmong(
          new Map([
            ['b', one],
            ['a', other],
            ['empty', cell(counts())],
          ]),
        ),
      ].toSorted(),
    ).toEqual(['a', 'b']);
  });
  it('leaves out the smallest beside what must be hidden, and of two as small the first by name', () => {
    const little = ['little', cell(counts(1), 1)] as const;
    const of = (...parts: Array<readonly [string, Cell]>) => [...shownAmong(new Map([...parts, little]))];
    const same = cell(counts(6), 2, 2, 2);
    expect(of(['b', same], ['a', same])).toEqual(['b']);
    expect(of(['a', same], ['b', same])).toEqual(['b']);
    expect(of(['a', cell(counts(8), 3, 3, 2)], ['b', same])).toEqual(['a']);
  });
});
