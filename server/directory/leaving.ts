// What the directory does when somebody leaves: who counts on them, and whom they get instead. Their promises are the requests' affair.
import type { Leaving, Ties } from '../../contract/farewell.ts';
import type { Person } from '../../contract/directory-people.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { auditAll } from '../platform/audit.ts';
import { announceAll } from '../platform/changes.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { findCandidates, findTies, moveReports, type Some } from './leaving.queries.ts';
import { findRefs, lineAbove, lockPerson } from './people.queries.ts';
import { setPersonActive } from './people.ts';
import { refOf } from './refs.ts';
import { setMember } from './teams.ts';
import { findLead } from './teams.queries.ts';

/** Who could take over in each of these teams: active members but this person, leads first; and who leads it besides. */
export async function candidatesFor(db: Db, teams: readonly string[], except: string) {
  const found = new Map<string, { members: PersonRef[]; lead: PersonRef | null }>();
  for (const { team, lead, person } of await findCandidates(db, teams, except)) {
    const ref = refOf(person);
    const one = found.get(team) ?? { members: [], lead: lead ? ref : null };
    one.members.push(ref);
    found.set(team, one);
  }
  return found;
}

const someOf = ({ count, people }: Some) => ({ count, people: people.map(refOf) });

/** Who counts on a person in the directory. Refuses `notFound`. */
export async function tiesOf(db: Db, person: string, now: Date): Promise<Outcome<Ties>> {
  const row = await findTies(db, person, now);
  if (!row) return refused('notFound');
  const candidates = await candidatesFor(
    db,
    row.alone.map(({ id }) => id),
    person,
  );
  return {
    leads: row.alone.map((team) => ({ team, members: candidates.get(team.id)?.members ?? [] })),
    reports: someOf(row.reports),
    dotted: someOf(row.dotted),
    standsIn: someOf(row.stands_in),
    manager: row.manager && refOf(row.manager),
  };
}

/**
 * Lets a person go; others lead their teams and manage their people, where that is said. Refuses `unknownPerson` and whatever
 * `setPersonActive` and `setMember` refuse.
 */
export async function letGo(
  tx: Db,
  who: Who,
  id: string,
  { manager, leads }: Pick<Leaving, 'manager' | 'leads'>,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Person>> {
  const person = await setPersonActive(tx, who, id, false, expected, now);
  if (isRefused(person)) return person;
  const no =
    (await giveLeads(tx, who, leads, now)) ??
    (manager === undefined ? null : await giveReports(tx, who, id, manager, now));
  return no ?? person;
}

async function giveLeads(tx: Db, who: Who, leads: Leaving['leads'], now: Date): Promise<Refused | null> {
  for (const { team, person } of leads) {
    const member = (await findLead(tx, team, person)) !== undefined;
    if (!member) return refused('unknownPerson', { field: 'leads' });
    const led = await setMember(tx, who, team, person, true, now);
    if (isRefused(led)) return { ...led, field: 'leads' };
  }
  return null;
}

/** The line stays a line: whoever would be above their own new manager gets the manager of the one who leaves. */
async function giveReports(tx: Db, who: Who, id: string, manager: string, now: Date): Promise<Refused | null> {
  const [found] = await findRefs(tx, [manager]);
  if (!found?.active) return refused('unknownPerson', { field: 'manager' });
  const line = await lineAbove(tx, manager);
  const branch = line[line.indexOf(id) - 1] ?? null;
  const above = (await lockPerson(tx, id))?.manager_id ?? null;
  const moved = await moveReports(tx, id, { manager, branch, above });
  await announceAll(
    tx,
    moved.map((person) => ({ subject: 'person', id: person, kind: 'changed' })),
  );
  const entries = moved.map((person) => ({
    by: who,
    act: 'person.update' as const,
    subject: { kind: 'person' as const, id: person },
    facts: { fields: ['manager'] },
    at: now,
  }));
  await auditAll(tx, entries);
  return null;
}
