// Moving along the queue, selecting many, and keeping one's place.
import { describe, expect, test } from 'vitest';
import { extend, keepPlace, nothingSelected, reach, step, toggle, type Selection } from './queue-selection.ts';

const ids = ['a', 'b', 'c', 'd'];
const on = (at: string | null, ...picked: string[]): Selection => ({ at, from: null, picked: new Set(picked) });
const pickedIn = ({ picked }: Selection) => [...picked].toSorted().join('');

describe('moving', () => {
  test('begins at the first row, or from below at the last', () => {
    expect(step(nothingSelected, ids, 1).at).toBe('a');
    expect(step(nothingSelected, ids, -1).at).toBe('d');
  });

  test('stays inside the list', () => {
    expect(step(on('a'), ids, -1).at).toBe('a');
    expect(step(on('d'), ids, 1).at).toBe('d');
    expect(step(nothingSelected, [], 1).at).toBeNull();
  });

  test('leaves what is selected alone', () => {
    expect(pickedIn(step(on('a', 'c'), ids, 1))).toBe('c');
  });
});

describe('selecting', () => {
  test('a row is selected and let go', () => {
    const once = toggle(nothingSelected, 'b');
    expect(pickedIn(once)).toBe('b');
    expect(pickedIn(toggle(once, 'b'))).toBe('');
  });

  test('extending selects from the row it began on, each further row too', () => {
    const twice = extend(extend(on('b'), ids, 1), ids, 1);
    expect(twice.at).toBe('d');
    expect(pickedIn(twice)).toBe('bcd');
  });

  test('a reach takes everything from the row last touched, in either direction', () => {
    expect(pickedIn(reach(toggle(nothingSelected, 'a'), ids, 'c'))).toBe('abc');
    expect(pickedIn(reach(toggle(nothingSelected, 'd'), ids, 'c'))).toBe('cd');
    expect(pickedIn(reach(nothingSelected, ids, 'c'))).toBe('c');
  });
});

describe('keeping one’s place', () => {
  test('the row stays the same when it only moved', () => {
    expect(keepPlace(on('b', 'b'), ids, ['d', 'b', 'a'])).toEqual(on('b', 'b'));
  });

  test('when the row has gone, the next one that stayed is taken, else the one before', () => {
    expect(keepPlace(on('b'), ids, ['a', 'd']).at).toBe('d');
    expect(keepPlace(on('d'), ids, ['a', 'b']).at).toBe('b');
    expect(keepPlace(on('d'), ids, []).at).toBeNull();
  });

  test('what has gone is selected no more', () => {
    expect(pickedIn(keepPlace(on('a', 'a', 'b'), ids, ['b', 'c']))).toBe('b');
  });
});
