// Who may do what in the directory, case by case.
import { describe, expect, test } from 'vitest';
import type { Who } from '../platform/who.ts';
import { someone } from '../platform/who-for-tests.ts';
import { checkChange, companyCan, maySeeEmail, personCan, teamCan } from './access.ts';

const who = (more: Partial<Who> = {}): Who => someone('me', more);
const administrator = who({ id: 'boss', administrator: true });
const person = (more = {}) => ({
  id: 'me',
  active: true,
  photo_version: 0,
  joined: true,
  lone: false,
  manager: null,
  teams: [],
  ...more,
});

describe('the company', () => {
  test('is changed by administrators alone', () => {
    expect(companyCan(administrator)).toEqual(['update', 'addPerson', 'addTeam']);
    expect(companyCan(who())).toEqual([]);
    expect(companyCan(null)).toEqual([]);
  });
});

describe('a person', () => {
  test('may be changed by nobody but themselves and administrators', () => {
    expect(personCan(who({ id: 'other' }), person())).toEqual([]);
    expect(personCan(who(), person())).toEqual(['update', 'setPhoto', 'setAbsence']);
    expect(personCan(who(), person({ photo_version: 2 }))).toEqual(['update', 'setPhoto', 'removePhoto', 'setAbsence']);
  });
  test('who has a way in gets reset links, who has none gets invitations', () => {
    expect(personCan(administrator, person())).toEqual([
      'update',
      'govern',
      'reset',
      'deactivate',
      'setPhoto',
      'setAbsence',
    ]);
    expect(personCan(administrator, person({ joined: false }))).toEqual([
      'update',
      'govern',
      'invite',
      'deactivate',
      'setPhoto',
      'setAbsence',
    ]);
  });
  test('the only administrator cannot be let go', () => {
    expect(personCan(administrator, person({ lone: true }))).toEqual([
      'update',
      'govern',
      'reset',
      'setPhoto',
      'setAbsence',
    ]);
  });
  test('is said to be away by themselves, their manager, a lead of their team and administrators', () => {
    const theirs = person({ id: 'p', manager: { id: 'chief' }, teams: [{ id: 't' }] });
    expect(personCan(who({ id: 'chief' }), theirs)).toEqual(['setAbsence']);
    expect(personCan(who({ id: 'x', teams: [{ id: 't', lead: true }] }), theirs)).toEqual(['setAbsence']);
    expect(personCan(who({ id: 'x', teams: [{ id: 't', lead: false }] }), theirs)).toEqual([]);
    expect(personCan(who({ id: 'chief' }), { ...theirs, active: false })).toEqual([]);
  });
  test('who has left can be welcomed back', () => {
    expect(personCan(administrator, person({ active: false }))).toEqual([
      'update',
      'govern',
      'reactivate',
      'erase',
      'setPhoto',
    ]);
  });
  test.each(['email', 'manager', 'administrator'] as const)('does not change their own %s', (field) => {
    const change = { [field]: field === 'administrator' ? true : 'x' };
    expect(checkChange(who(), person(), change)).toEqual({ refused: 'notAllowed', field });
    expect(checkChange(administrator, person(), change)).toBeNull();
  });
  test('changes how they are called and what they do', () => {
    expect(
      checkChange(who(), person(), { name: 'A', said: 'B', does: 'C', place: 'D', zone: 'UTC', language: 'fi' }),
    ).toBeNull();
  });
  test('is not changed by a colleague', () => {
    expect(checkChange(who({ id: 'other' }), person(), { does: 'nothing' })).toEqual({ refused: 'notAllowed' });
  });
  test('who has left keeps their address to administrators', () => {
    expect(maySeeEmail(who(), { active: true })).toBe(true);
    expect(maySeeEmail(who(), { active: false })).toBe(false);
    expect(maySeeEmail(administrator, { active: false })).toBe(true);
  });
});

describe('a team', () => {
  const lead = who({ teams: [{ id: 't', lead: true }] });
  const member = who({ teams: [{ id: 't', lead: false }] });
  test('is changed by its leads and by administrators, archived by administrators', () => {
    expect(teamCan(administrator, { id: 't', archived: false })).toEqual([
      'update',
      'archive',
      'addMember',
      'removeMember',
    ]);
    expect(teamCan(lead, { id: 't', archived: false })).toEqual(['update', 'addMember', 'removeMember']);
    expect(teamCan(member, { id: 't', archived: false })).toEqual([]);
    expect(teamCan(lead, { id: 'u', archived: false })).toEqual([]);
  });
  test('at rest can only be brought back', () => {
    expect(teamCan(administrator, { id: 't', archived: true })).toEqual(['restore']);
    expect(teamCan(lead, { id: 't', archived: true })).toEqual([]);
  });
});
