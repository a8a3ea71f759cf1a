// The rules of the catalog by example and by property.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualWeek, type Week } from '../../contract/working-time.ts';
import { mayAsk, maySee, serviceCan, type Offered } from './access.ts';
import { checkOrder, dayMinutesOf, isOtherForm, usualOf } from './rules.ts';

describe('the usual time', () => {
  it.each([
    [1, 15, 'minutes'],
    [20, 30, 'minutes'],
    [60, 60, 'minutes'],
    [61, 2, 'hours'],
    [420, 7, 'hours'],
    [421, 1, 'days'],
    [480, 1, 'days'],
    [481, 2, 'days'],
  ])('of %i minutes is said as %i %s', (minutes, amount, unit) => {
    expect(usualOf({ deliveries: 5, minutes }, 480)).toEqual({ amount, unit, deliveries: 5 });
  });
  it('is never said shorter than it is, and never for fewer than five', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 60, max: 1440 }), fc.nat(9), (minutes, day, deliveries) => {
        const said = usualOf({ deliveries, minutes }, day);
        const length = { minutes: 1, hours: 60, days: day };
        expect(said === null).toBe(deliveries < 5);
        if (said) expect(said.amount * length[said.unit]).toBeGreaterThanOrEqual(minutes);
      }),
    );
  });
  it('counts days as long as the team works', () => {
    expect(dayMinutesOf(usualWeek)).toBe(480);
    expect(
      dayMinutesOf({
        ...usualWeek,
        6: [
          ['08:00', '12:00'],
          ['13:00', '24:00'],
        ],
      }),
    ).toBe(900);
    expect(dayMinutesOf({ ...usualWeek, 1: [['08:30', '16:45']] })).toBe(495);
    const never: Week = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    expect(dayMinutesOf(never)).toBe(1440);
  });
});

describe('an order', () => {
  it('names everything once', () => {
    expect(checkOrder(['a', 'b'], ['b', 'a'])).toBeNull();
    for (const wrong of [['a'], ['a', 'a'], ['a', 'b', 'a'], ['a', 'b', 'c'], ['a', 'c'], []])
      expect(checkOrder(['a', 'b'], wrong)).toEqual({ refused: 'notAllOfThem', field: 'services' });
  });
});

const offered = (more: Partial<Offered> = {}): Offered => ({
  team: 'hr',
  everyone: true,
  askers: [],
  archived: false,
  resting: false,
  ...more,
});
const someone = (teams: { id: string; lead: boolean }[] = [], administrator = false) =>
  ({ id: 'x', session: '', administrator, language: 'en', zone: 'UTC', teams }) as const;

it('a form is another one once anything in it would be asked otherwise', () => {
  const field = {
    key: 'room',
    kind: 'text' as const,
    label: 'Which room?',
    help: '',
    required: true,
    options: [],
    showIf: null,
  };
  expect(isOtherForm([field], [{ ...field }])).toBe(false);
  for (const other of [[], [{ ...field, required: false }]]) expect(isOtherForm([field], other)).toBe(true);
});

describe('who may do what', () => {
  it('whoever is in one of the teams that may ask, asks; nobody else sees it, but who manages it and its team', () => {
    const some = offered({ everyone: false, askers: ['it', 'kitchen'] });
    const inside = someone([{ id: 'kitchen', lead: false }]);
    expect([mayAsk(inside, some), mayAsk(someone(), some)]).toEqual([true, false]);
    const eyes = [someone(), someone([{ id: 'hr', lead: false }]), someone([], true)];
    expect(eyes.map((who) => maySee(who, some))).toEqual([false, true, true]);
  });
  it('whoever may ask may see; whoever manages may see', () => {
    const any = fc.record({
      everyone: fc.boolean(),
      askers: fc.subarray(['hr', 'kitchen', 'it']),
      archived: fc.boolean(),
      administrator: fc.boolean(),
      teams: fc.subarray(['hr', 'kitchen', 'it']),
      lead: fc.boolean(),
    });
    fc.assert(
      fc.property(any, ({ everyone, askers, archived, administrator, teams, lead }) => {
        const who = someone(
          teams.map((id) => ({ id, lead })),
          administrator,
        );
        const service = offered({ everyone, askers, archived, resting: archived });
        if (mayAsk(who, service)) expect(maySee(who, service)).toBe(true);
        if (serviceCan(who, service).length > 0) expect(maySee(who, service)).toBe(true);
        expect(serviceCan(who, service).includes('ask')).toBe(mayAsk(who, service));
      }),
    );
  });
  it('a lead changes what is offered and restores what rests; a member does neither', () => {
    const lead = someone([{ id: 'hr', lead: true }]);
    expect(serviceCan(lead, offered())).toEqual(['ask', 'update', 'archive']);
    expect(serviceCan(lead, offered({ archived: true, resting: true }))).toEqual(['restore']);
    expect(serviceCan(someone([{ id: 'hr', lead: false }]), offered())).toEqual(['ask']);
    expect(serviceCan(someone([{ id: 'hr', lead: false }]), offered({ everyone: false, askers: ['it'] }))).toEqual([]);
  });
});
