// The directory's part of the sample company: its people and teams, added through the front door.
import { demoRoles } from '../../contract/directory.ts';
import type { Week } from '../../contract/working-time.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { dayIn } from './absence.rules.ts';
import { addPerson, addTeam, createCompany, enlist, offerAs, setAbsence } from './directory.ts';
import { changePerson } from './people.ts';
import {
  moreLanguages,
  sampleAbsences,
  sampleDotted,
  samplePronouns,
  sampleSkills,
  shortWeeks,
} from './sample-belongings.ts';
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
  const { manager: above, administrator: _, ...plain } = boss;
  const first = { ...plain, ...broughtBy(boss) };
  const { administrator } = sure(await createCompany(tx, { ...sampleCompany, demo: true, administrator: first }, now));
  ids.set(boss.key, administrator);
  for (const person of byLine()) {
    if (ids.has(person.key)) continue;
    const manager = person.manager ? ids.get(person.manager) : undefined;
    const { id } = sure(await addPerson(tx, { ...person, ...broughtBy(person), manager }, now));
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
  for (const [person, ...managers] of sampleDotted)
    sure(await changePerson(tx, asBoss, idOf(person ?? ''), { dotted: managers.map(idOf) }, undefined, now));
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

/** What a person knows and speaks, when they work, and how to speak of them. */
const broughtBy = ({ key, speaks }: (typeof samplePeople)[number]) => ({
  languages: [...speaks, ...(moreLanguages[key] ?? [])],
  skills: sampleSkills[key] ?? [],
  pronouns: samplePronouns[key] ?? '',
  ...(shortWeeks[key] ? { week: shortWeeks[key] } : {}),
});

/** Who is away around `now`: some for the day, some for weeks, one whose stand-in is away too. */
export async function seedAbsences(tx: Db, cast: Cast, now: Date): Promise<void> {
  for (const [person, from, until, standIn, words] of sampleAbsences) {
    const who = cast.people.get(person);
    if (!who) throw new Error(`The sample company has no ${person}.`);
    const day = (away: number) => dayIn(who.zone, new Date(now.getTime() + away * 86_400_000));
    const named = standIn ? (cast.people.get(standIn)?.id ?? null) : null;
    sure(await setAbsence(tx, who, who.id, { from: day(from), until: day(until), words, standIn: named }, now));
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
