// The services of the sample company are good ones: their forms, and everything that they name.
import { describe, expect, it } from 'vitest';
import { NewService } from '../../contract/catalog.ts';
import { samplePeople } from '../directory/sample-people.ts';
import { sampleTeams } from '../directory/sample-teams.ts';
import { newId } from '../platform/db.ts';
import { sampleServices } from '../catalog/seed.ts';

const teams = new Set(sampleTeams.map(({ key }) => key));
const people = new Set(samplePeople.map(({ key }) => key));
const keys = sampleServices.map(({ key }) => key);

it('there are forty-six of them, of every team', () => {
  expect(new Set(keys).size).toBe(46);
  expect(new Set(sampleServices.map(({ team }) => team))).toEqual(teams);
});

it('some are private, some open, some for a few teams, some need a yes', () => {
  expect(new Set(sampleServices.map(({ sight }) => sight))).toEqual(new Set(['private', 'open', undefined]));
  expect(sampleServices.filter(({ askers }) => askers).length).toBeGreaterThan(5);
  expect(sampleServices.filter(({ approval }) => approval).length).toBeGreaterThan(8);
});

describe.each(sampleServices)('$key', (service) => {
  it('can be offered as it stands, and names nobody who is not there', () => {
    const { name, description, form, checklist } = service;
    const input = { team: newId(), name, description, form, checklist, greetingStandard: service.hello };
    expect(NewService.safeParse(input).error?.issues ?? []).toEqual([]);
    expect((service.askers ?? []).filter((team) => !teams.has(team))).toEqual([]);
    expect((service.approval ?? []).filter((key) => key !== 'manager' && !people.has(key))).toEqual([]);
    expect((service.also ?? []).filter((key) => !keys.includes(key) || key === service.key)).toEqual([]);
  });
});
