// Who may see a promise and who may do what with it: every person in every state, and why not.
import { describe, expect, it } from 'vitest';
import { promiseMoves } from '../../contract/promises.ts';
import { can, isParty, sees, whyNot, type Standing } from './access.ts';

const standing = (more: Partial<Standing> = {}): Standing => ({
  state: 'open',
  promiser: 'mika',
  promisee: 'aino',
  proposedBy: null,
  nodded: false,
  ...more,
});
const people = ['mika', 'aino', 'eeva'] as const;

describe('a promise is seen', () => {
  it('by its two sides, and by those who see what it is about', () => {
    expect(people.map((who) => sees(who, standing(), false))).toEqual([true, true, false]);
    expect(people.map((who) => sees(who, standing(), true))).toEqual([true, true, true]);
    expect(people.map((who) => isParty(who, standing()))).toEqual([true, true, false]);
  });
});

describe('what may be done with a promise', () => {
  const cases: Array<[string, Standing, mika: string, aino: string]> = [
    ['that is open', standing(), 'renegotiate keep miss chain', 'accept counter release'],
    ['that was nodded to', standing({ nodded: true }), 'renegotiate keep miss chain', 'counter release'],
    [
      'whose promiser asks for a new time',
      standing({ proposedBy: 'mika' }),
      'keep miss chain takeBack',
      'answer release',
    ],
    [
      'whose other side asks for a new time',
      standing({ proposedBy: 'aino' }),
      'answer keep miss chain',
      'release takeBack',
    ],
    ['that is delivered', standing({ state: 'delivered' }), '', 'conclude return'],
    ['that has ended', standing({ state: 'ended' }), '', ''],
  ];
  const words = (moves: string) => moves.split(' ').filter(Boolean).toSorted();
  it.each(cases)('%s', (_, promise, mika, aino) => {
    expect(can('mika', promise).toSorted()).toEqual(words(mika));
    expect(can('aino', promise).toSorted()).toEqual(words(aino));
    expect(can('eeva', promise)).toEqual([]);
  });
  it('comes in the order of the contract', () => {
    const moves = can('mika', standing());
    expect(moves).toEqual(promiseMoves.filter((move) => moves.includes(move)));
  });
});

describe('a move is refused', () => {
  it('that does not exist in this state, whoever asks', () => {
    const ended = standing({ state: 'ended' });
    for (const who of people) for (const move of promiseMoves) expect(whyNot(move, who, ended)).toBe('notFromHere');
    expect(whyNot('keep', 'mika', standing({ state: 'delivered' }))).toBe('notFromHere');
    expect(whyNot('conclude', 'aino', standing())).toBe('notFromHere');
  });
  it('that is somebody else’s', () => {
    for (const move of ['accept', 'counter', 'renegotiate', 'answer', 'keep', 'miss', 'release', 'chain'] as const)
      expect(whyNot(move, 'eeva', standing({ proposedBy: 'mika', nodded: true }))).toBe('notYours');
    expect(whyNot('accept', 'mika', standing({ nodded: true }))).toBe('notYours');
    expect(whyNot('counter', 'mika', standing({ proposedBy: 'aino' }))).toBe('notYours');
    expect(whyNot('renegotiate', 'aino', standing({ proposedBy: 'aino' }))).toBe('notYours');
    expect(whyNot('answer', 'eeva', standing())).toBe('notYours');
    expect(whyNot('release', 'mika', standing())).toBe('notYours');
  });
  it('that waits for an answer to be given first', () => {
    const waiting = standing({ proposedBy: 'mika' });
    expect(whyNot('accept', 'aino', waiting)).toBe('alreadyProposed');
    expect(whyNot('counter', 'aino', waiting)).toBe('alreadyProposed');
    expect(whyNot('renegotiate', 'mika', waiting)).toBe('alreadyProposed');
    expect(whyNot('accept', 'aino', standing({ nodded: true }))).toBe('alreadyNodded');
  });
  it('that answers what nobody proposed, or what one proposed oneself', () => {
    expect(whyNot('answer', 'mika', standing())).toBe('nothingProposed');
    expect(whyNot('answer', 'aino', standing())).toBe('nothingProposed');
    expect(whyNot('takeBack', 'aino', standing())).toBe('nothingProposed');
    expect(whyNot('takeBack', 'eeva', standing())).toBe('notYours');
    expect(whyNot('takeBack', 'aino', standing({ proposedBy: 'mika' }))).toBe('notYours');
    expect(whyNot('takeBack', 'eeva', standing({ proposedBy: 'eeva' }))).toBe('notYours');
    expect(can('eeva', standing({ proposedBy: 'eeva' }))).toEqual([]);
    expect(whyNot('answer', 'mika', standing({ proposedBy: 'mika' }))).toBe('notYours');
  });
});
