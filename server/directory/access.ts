// Who may see and do what in the directory: pure. Everybody inside sees people and teams; changing them is for few.
import type { Company } from '../../contract/directory.ts';
import type { Person, PersonChange } from '../../contract/directory-people.ts';
import type { Team } from '../../contract/directory-teams.ts';
import { refused, type Refused } from '../platform/outcome.ts';
import { leads, type Who } from '../platform/who.ts';

export const companyCan = (who: Who | null): Company['can'] =>
  who?.administrator ? ['update', 'addPerson', 'addTeam'] : [];

/** `joined`: they have a way in; `lone`: they are the only active administrator. */
type Seen = Led & { photo_version: number; joined: boolean; lone: boolean; erased_at?: Date | null };
/** Whose word counts beside the person's own: the manager's, and that of the leads of their teams. */
type Led = { id: string; active: boolean; manager: { id: string } | null; teams: ReadonlyArray<{ id: string }> };

export function personCan(who: Who, person: Seen): Person['can'] {
  const absence: Person['can'] = maySetAbsence(who, person) ? ['setAbsence'] : [];
  return [...ownCan(who, person), ...absence];
}

/** Who may say that somebody is away: oneself, the manager, a lead of one of their teams, an administrator. */
export const maySetAbsence = (who: Who, person: Led): boolean =>
  person.active &&
  (mayUpdate(who, person) || person.manager?.id === who.id || person.teams.some((team) => leads(who, team.id)));

function ownCan(who: Who, person: Seen): Person['can'] {
  if (!mayUpdate(who, person)) return [];
  const photo: Person['can'] = person.photo_version > 0 ? ['setPhoto', 'removePhoto'] : ['setPhoto'];
  if (!who.administrator) return ['update', ...photo];
  if (!person.active) return ['update', 'govern', 'reactivate', 'erase', ...photo];
  const wayIn = person.joined ? 'reset' : 'invite';
  return ['update', 'govern', wayIn, ...(person.lone ? [] : (['deactivate'] as const)), ...photo];
}

/** Nobody changes what is left of a person who was erased. */
export const mayUpdate = (who: Who, person: { id: string; active: boolean; erased_at?: Date | null }): boolean =>
  (who.administrator && !person.erased_at) || (who.id === person.id && person.active);

/** Fields that only an administrator may change; people themselves change the rest. */
export const governed = [
  'email',
  'manager',
  'dotted',
  'administrator',
] as const satisfies readonly (keyof PersonChange)[];

/** Refuses `notAllowed`, with the field where it is only that field. */
export function checkChange(who: Who, person: { id: string; active: boolean }, change: PersonChange): Refused | null {
  if (!mayUpdate(who, person)) return refused('notAllowed');
  const field = who.administrator ? undefined : governed.find((name) => change[name] !== undefined);
  return field ? refused('notAllowed', { field }) : null;
}

/** Where mail to somebody who left would go is nobody's business but the administrators'. */
export const maySeeEmail = (who: Who, person: { active: boolean; erased_at?: Date | null }): boolean =>
  !person.erased_at && (person.active || who.administrator);

export function teamCan(who: Who, team: { id: string; archived: boolean }): Team['can'] {
  if (team.archived) return who.administrator ? ['restore'] : [];
  if (who.administrator) return ['update', 'archive', 'addMember', 'removeMember'];
  return leads(who, team.id) ? ['update', 'addMember', 'removeMember'] : [];
}
