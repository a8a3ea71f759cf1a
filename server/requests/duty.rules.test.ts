// Whose turn it is, over all that can be: never somebody away, never twice, never one who asks, the one least recently offered first.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, nextOnDuty, presentOf, type Offer } from './duty.rules.ts';

const noon = new Date('2026-11-24T12:00:00Z');
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const twoHours = (from: Date) => new Date(from.getTime() + 120 * 60_000);

const names = ['aino', 'mika', 'liisa', 'oleg', 'eeva'];
const some = fc.uniqueArray(fc.constantFrom(...names));
const team = fc.record({
  members: some,
  away: some,
  working: some,
  asking: some,
  had: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -9999, max: 0 })),
});
const lastOf = (had: Record<string, number>) => new Map(Object.entries(had).map(([who, at]) => [who, minutes(at)]));

describe('the next on duty', () => {
  it('are asked one after the other: each who is there and does not ask, once, and nobody else', () =>
    fc.assert(
      fc.property(team, ({ members, away, working, asking, had }) => {
        const present = presentOf(
          members,
          (person) => away.includes(person),
          (person) => working.includes(person),
        );
        const offers: Offer[] = [];
        for (;;) {
          const person = nextOnDuty(present, { asking, offers }, lastOf(had));
          if (person === null) break;
          expect(offers.map((offer) => offer.person)).not.toContain(person);
          offers.push({ person, at: noon });
        }
        const may = members.filter((each) => !away.includes(each) && working.includes(each) && !asking.includes(each));
        expect(offers.map(({ person }) => person).toSorted()).toEqual(may.toSorted());
      }),
    ));
  it('is whoever was offered anything the longest ago, and before them whoever never was', () =>
    fc.assert(
      fc.property(some, fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -9999, max: 0 })), (people, had) => {
        const next = nextOnDuty(people, { asking: [], offers: [] }, lastOf(had));
        const rank = (person: string) => had[person] ?? -Infinity;
        expect(next === null).toBe(people.length === 0);
        if (next !== null) expect(rank(next)).toBe(Math.min(...people.map(rank)));
      }),
    ));
});

describe('an ask', () => {
  const due = (offers: readonly number[], now: number) =>
    isDue({ greetBy: noon, offers: offers.map((at) => ({ person: 'mika', at: minutes(at) })) }, twoHours, minutes(now));
  it.each([
    ['not while its greeting time lasts', [], 0, false],
    ['when that is over', [], 1, true],
    ['not to the next within one more greeting time', [1], 121, false],
    ['to the next after it', [1], 122, true],
    ['by the last of its offers', [1, 122], 200, false],
    ['at once by those to whom it was handed over', [-30], 1, true],
  ])('is offered %s', (_, offers, now, expected) => expect(due(offers, now)).toBe(expected));
});
