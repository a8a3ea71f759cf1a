// The directory's part of the sample company: its people and teams, added through the front door.
import { demoRoles } from '../../contract/directory.ts';
import type { Week } from '../../contract/working-time.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { addPerson, addTeam, createCompany, enlist, offerAs } from './directory.ts';
import { changePerson } from './people.ts';
import { demoPeople, samplePeople } from './sample-people.ts';
import { sampleCompany, sampleTeams } from './sample-teams.ts';

/** Who everybody became: people as they act, teams by id; both by the keys of the sample. */
export type Cast = { people: ReadonlyMap<string, Who>; teams: ReadonlyMap<string, string> };

/** A refusal while the sample is made is a fault of the sample. */
export function sure<T>(outcome: Outcome<T> | null): Exclude<T, { refused: unknown }> {
  if (isRefused(outcome)) throw new Error(`The sample company was refused: ${outcome.refused} ${outcome.field ?? ''}`);
  return outcome as Exclude<T, { refused: unknown }>;
}

/** Creates the company with everybody in it, as of `now`. Managers stand before those whom they manage. */
export async function seedDirectory(tx: Db, now: Date): Promise<Cast> {
  const ids = new Map<string, string>();
  const boss = samplePeople.find((person) => person.key === demoPeople.administrator);
  if (!boss) throw new Error('The sample company has no administrator.');
  const { manager: above, administrator: _, ...first } = boss;
  const { administrator } = sure(await createCompany(tx, { ...sampleCompany, demo: true, administrator: first }, now));
  ids.set(boss.key, administrator);
  for (const person of byLine()) {
    if (ids.has(person.key)) continue;
    const manager = person.manager ? ids.get(person.manager) : undefined;
    const { id } = sure(await addPerson(tx, { ...person, manager }, now));
    ids.set(person.key, id);
  }
  const idOf = (key: string) => ids.get(key) ?? '';
  const asBoss = {
    id: administrator,
    session: '',
    administrator: true,
    language: boss.language,
    zone: boss.zone,
    teams: [],
  };
  if (above) sure(await changePerson(tx, asBoss, administrator, { manager: idOf(above) }, undefined, now));
  const teams = new Map<string, string>();
  for (const { key, leads, members, week, ...team } of sampleTeams) {
    const { id } = sure(await addTeam(tx, { ...team, week: week as unknown as Week }, now));
    teams.set(key, id);
    for (const member of members) sure(await enlist(tx, id, idOf(member), leads.includes(member)));
  }
  for (const role of demoRoles) await offerAs(tx, role, idOf(demoPeople[role]));
  return { people: new Map(samplePeople.map((person) => [person.key, whoOf(person)])), teams };

  function whoOf(person: (typeof samplePeople)[number]): Who {
    const own = sampleTeams.filter((team) => team.members.includes(person.key));
    return {
      id: idOf(person.key),
      session: '',
      administrator: person.administrator,
      language: person.language,
      zone: person.zone,
      teams: own.map((team) => ({ id: teams.get(team.key) ?? '', lead: team.leads.includes(person.key) })),
    };
  }
}

// Managers first: a line can only lead to somebody who is there.
function byLine() {
  const depth = (key: string | null): number => {
    const person = samplePeople.find((each) => each.key === key);
    return person ? 1 + depth(person.manager) : 0;
  };
  return samplePeople.toSorted((one, other) => depth(one.key) - depth(other.key));
}
