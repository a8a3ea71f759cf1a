// The sample company holds together: one line of managers, unique keys, teams that can serve. What happens in it is tested in requests.
import { expect, test } from 'vitest';
import { languages } from '../../contract/shapes.ts';
import { demoPeople, samplePeople } from './sample-people.ts';
import { sampleTeams } from './sample-teams.ts';

const keys = samplePeople.map((person) => person.key);

test('about 150 people, each with words of their own', () => {
  expect(samplePeople.length).toBeGreaterThanOrEqual(145);
  expect(samplePeople.length).toBeLessThanOrEqual(160);
  for (const field of ['key', 'name', 'email', 'does'] as const) {
    const values = samplePeople.map((person) => person[field]);
    expect(new Set(values).size, field).toBe(values.length);
    expect(values.every((value) => value.length > 1 && value.length <= 200)).toBe(true);
  }
  expect(samplePeople.filter((person) => person.said.length < 4)).toEqual([]);
});

test('everybody stands after the person they report to, under one director', () => {
  expect(samplePeople.filter((person) => person.manager === null).map((person) => person.key)).toEqual(['ilona']);
  for (const [index, person] of samplePeople.entries()) {
    if (person.manager !== null) expect(keys.slice(0, index)).toContain(person.manager);
  }
});

test('all four languages are somebody’s own, and every Russian speaker has a name in Cyrillic', () => {
  for (const language of languages) {
    expect(samplePeople.filter((person) => person.language === language).length).toBeGreaterThan(10);
  }
  expect(samplePeople.flatMap((person) => person.speaks).filter((one) => !languages.includes(one))).toEqual([]);
  for (const person of samplePeople.filter((one) => one.speaks.includes('ru'))) {
    expect(person.calledInRussian).toMatch(/^[А-ЯЁ][а-яё]+$/);
  }
});

test('fourteen teams with known leads, everybody but the director in at least one', () => {
  expect(sampleTeams).toHaveLength(14);
  const teams = sampleTeams.map((team) => team.key);
  for (const team of sampleTeams) {
    expect(team.leads.filter((lead) => !team.members.includes(lead))).toEqual([]);
    expect(team.members.length).toBeGreaterThanOrEqual(4);
  }
  for (const person of samplePeople) {
    expect(person.teams.filter((team) => !teams.includes(team))).toEqual([]);
    if (person.key !== 'ilona') expect(person.teams.length).toBeGreaterThan(0);
  }
});

test('the seven visitors are known people; the manager leads several; one is the administrator', () => {
  const seven = Object.values(demoPeople);
  expect(new Set(seven).size).toBe(7);
  expect(seven.filter((key) => !keys.includes(key))).toEqual([]);
  expect(samplePeople.filter((person) => person.manager === demoPeople.manager).length).toBeGreaterThan(3);
  expect(samplePeople.filter((person) => person.administrator).map((person) => person.key)).toEqual(['jussi']);
});
