// Requests put together and taken apart never widen who sees them; and within how long most of a kind are delivered.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sight } from '../../contract/catalog.ts';
import { mayMerge } from './merging.rules.ts';
import type { Request } from './rules.ts';
import { sightOfPart } from './splitting.rules.ts';
import { fewest, mostWithin } from './usual.rules.ts';

const sights: Sight[] = ['private', 'usual', 'open'];
/** What of a request decides about merging. */
const request = (more: Partial<Request> = {}) =>
  ({ id: 'one', state: 'asked', team: 'hr', requester: 'aino', sight: 'usual', ...more }) as Request;

describe('a request may go on in another one', () => {
  const other = (more: Partial<Request> = {}) => request({ id: 'other', ...more });
  const inOther = (refusal: string) => ({ refused: refusal, field: 'into' });
  it('of the same team that is seen in the same way, whoever asked it', () => {
    for (const sight of ['usual', 'open'] as const)
      expect(mayMerge(request({ sight }), other({ sight, requester: 'eeva', state: 'delivered' }))).toBe(true);
  });
  it('but not in itself', () => {
    expect(mayMerge(request(), request())).toEqual(inOther('mergeIntoItself'));
  });
  it('but not in one that has ended', () => {
    for (const state of ['closed', 'declined', 'withdrawn', 'revoked'] as const)
      expect(mayMerge(request(), other({ state } as Partial<Request>))).toEqual(inOther('notFromHere'));
  });
  it('but not in one of another team, or of none', () => {
    expect(mayMerge(request(), other({ team: 'it' }))).toEqual(inOther('otherTeam'));
    expect(mayMerge(request({ team: null }), other({ team: null }))).toEqual(inOther('otherTeam'));
  });
  it('but not in one that others see', () => {
    for (const sight of ['private', 'open'] as const)
      expect(mayMerge(request(), other({ sight }))).toEqual(inOther('otherSight'));
  });
  it('but not where somebody would learn who else asked something private', () => {
    const apart = other({ sight: 'private', requester: 'eeva' });
    expect(mayMerge(request({ sight: 'private' }), apart)).toEqual(inOther('privateApart'));
    expect(mayMerge(request({ sight: 'private' }), other({ sight: 'private' }))).toBe(true);
  });
});

describe('a part of a request', () => {
  it('is never seen more widely than the whole, nor than what it asks for', () => {
    const sight = fc.constantFrom(...sights);
    fc.assert(
      fc.property(sight, fc.option(sight, { nil: undefined }), (whole, part) => {
        const found = sightOfPart({ team: 'hr', sight: whole }, { team: 'hr', person: null, sight: part });
        expect(sights.indexOf(found as Sight)).toBe(
          Math.min(...[whole, part ?? whole].map((one) => sights.indexOf(one))),
        );
      }),
    );
  });
  it('stays with the team when the whole is private', () => {
    const whole = { team: 'hr', sight: 'private' } as const;
    const part = (team: string | null, person: string | null) => sightOfPart(whole, { team, person, sight: 'open' });
    expect(part('it', null)).toEqual({ refused: 'privateStays', field: 'team' });
    expect(part(null, 'mika')).toEqual({ refused: 'privateStays', field: 'person' });
    expect(sightOfPart({ team: null, sight: 'private' }, { team: null, person: 'mika', sight: 'open' })).toEqual({
      refused: 'privateStays',
      field: 'person',
    });
    expect(part('hr', 'mika')).toBe('private');
  });
  it('of what is not private goes to anybody', () => {
    expect(sightOfPart({ team: 'hr', sight: 'usual' }, { team: null, person: 'mika', sight: undefined })).toBe('usual');
  });
});

describe('the time within which three in four were delivered', () => {
  it('is the nearest that was one of them, in whatever order they came', () => {
    expect(mostWithin([300, 20, 100, 4])).toBe(100);
    expect(mostWithin([9, 100, 20, 3, 5])).toBe(20);
    expect(mostWithin([7])).toBe(7);
    expect(mostWithin([])).toBeNull();
  });
  it('is told from five deliveries up', () => expect(fewest).toBe(5));
});
