// What may be done with teams and who belongs to them: load, decide, save, announce. Entered through directory.ts.
import { z } from 'zod';
import type { AuditAct, AuditFacts } from '../../contract/audit.ts';
import type { NewTeam, Team, TeamChange, TeamItem, TeamsQuery } from '../../contract/directory-teams.ts';
import { readHours, readWeek } from '../../contract/working-time.ts';
import { audit, fieldsChanged } from '../platform/audit.ts';
import { announce } from '../platform/changes.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { teamCan } from './access.ts';
import { regionsOf } from './countries.ts';
import { checkVersion, wordsOf } from './people.ts';
import { findRefs, takeTurn } from './people.queries.ts';
import { findCompany } from './queries.ts';
import { refOf } from './refs.ts';
import { checkWeek, placeOf, usual } from './rules.ts';
import * as teams from './teams.queries.ts';

const itemOf = (who: Who, row: teams.TeamItemRow): TeamItem => ({
  id: row.id,
  name: row.name,
  does: row.does,
  zone: row.zone,
  archived: row.archived,
  leads: row.leads.map(refOf),
  size: row.size,
  mine: memberOf(who, row.id),
  version: row.version,
  can: teamCan(who, row),
});

const teamOf = (who: Who, row: teams.TeamRow): Team => ({
  id: row.id,
  name: row.name,
  does: row.does,
  zone: row.zone,
  country: row.country,
  region: row.region,
  week: readWeek(row.week) ?? usual.week,
  exceptions: row.exceptions.map((day) => ({ ...day, hours: readHours(day.hours) ?? [] })),
  greetingMinutes: row.greeting_minutes,
  closingMinutes: row.closing_minutes,
  archived: row.archived,
  members: row.members.map(({ person, does, lead }) => ({ person: refOf(person), does, lead })),
  mine: memberOf(who, row.id),
  version: row.version,
  can: teamCan(who, row),
});

const teamsKey = z.tuple([
  z
    .string()
    .max(400)
    .regex(/^[^\0]*$/),
  z.uuid(),
]);

export async function listTeams(db: Db, who: Who, query: TeamsQuery) {
  const key = keyIn<teams.TeamsKey>(query.cursor, teamsKey);
  if (isRefused(key)) return key;
  const filter = {
    words: wordsOf(query.q),
    archived: query.archived === 'true',
    member: query.mine === 'true' ? who.id : undefined,
  };
  const rows = await teams.pageTeams(db, filter, key, query.limit + 1);
  const { items, next } = paged(rows, query.limit, (row) => [row.folded, row.id]);
  return { items: items.map((row) => itemOf(who, row)), next };
}

export async function getTeam(db: Db, who: Who, id: string): Promise<Outcome<Team>> {
  const row = await teams.findTeam(db, id);
  return row ? teamOf(who, row) : refused('notFound');
}

/** Adds a team; what is not told is usual, or the company's. Refuses `nameTaken`, `noWorkingTime`, `unknownCountry`, `unknownRegion`. */
export async function addTeam(tx: Db, input: NewTeam, now: Date): Promise<Outcome<{ id: string }>> {
  await takeTurn(tx);
  const company = await findCompany(tx);
  if (!company) return refused('notFound');
  const place = placeOf(company, input, regionsOf);
  if (isRefused(place)) return place;
  const week = input.week ?? readWeek(company.week) ?? usual.week;
  const no = checkWeek(week) ?? (await checkName(tx, input.name, null));
  if (no) return no;
  const id = newId();
  const minutes = {
    greeting_minutes: input.greetingMinutes ?? usual.greetingMinutes,
    closing_minutes: input.closingMinutes ?? usual.closingMinutes,
  };
  const { name, does = '', zone = company.zone } = input;
  await teams.insertTeam(tx, id, { name, does, zone, ...place, week, ...minutes }, now);
  await teams.replaceExceptions(tx, id, input.exceptions ?? []);
  await announce(tx, { subject: 'team', id, kind: 'added' });
  return { id };
}

const checkName = async (tx: Db, name: string, except: string | null): Promise<Refused | null> =>
  (await teams.isNameTaken(tx, name, except)) ? refused('nameTaken', { field: 'name' }) : null;

/** Refuses `notFound`, `leadsOnly`, `archivedTeam`, `changedMeanwhile`, and what `addTeam` refuses. */
export async function changeTeam(
  tx: Db,
  who: Who,
  id: string,
  change: TeamChange,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Team>> {
  await takeTurn(tx);
  const team = await heldFor(tx, who, id, 'update');
  if (isRefused(team)) return team;
  const place = placeOf(team, change, regionsOf);
  if (isRefused(place)) return place;
  const no =
    checkVersion(team.version, expected) ??
    (change.week ? checkWeek(change.week) : null) ??
    (change.name === undefined ? null : await checkName(tx, change.name, id));
  if (no) return no;
  const before = await getTeam(tx, who, id);
  await teams.saveTeam(tx, id, {
    name: change.name ?? team.name,
    does: change.does ?? team.does,
    zone: change.zone ?? team.zone,
    ...place,
    week: change.week ?? team.week,
    greeting_minutes: change.greetingMinutes ?? team.greeting_minutes,
    closing_minutes: change.closingMinutes ?? team.closing_minutes,
  });
  if (change.exceptions) await teams.replaceExceptions(tx, id, change.exceptions);
  const outcome = await changed(tx, who, id);
  if (isRefused(before) || isRefused(outcome)) return outcome;
  const fields = fieldsChanged(before, outcome).filter((field) => field in change);
  await auditTeam(tx, who, 'team.update', outcome, now, { facts: { fields } });
  return outcome;
}

type Held = NonNullable<Awaited<ReturnType<typeof teams.lockTeam>>>;

/** The team, held until the transaction ends, if the one who asks may do this with it. */
async function heldFor(tx: Db, who: Who, id: string, act: Team['can'][number]): Promise<Held | Refused> {
  const team = await teams.lockTeam(tx, id);
  if (!team) return refused('notFound');
  const archived = team.archived_at !== null;
  if (teamCan(who, { id, archived }).includes(act)) return team;
  const couldIfLiving = archived && teamCan(who, { id, archived: false }).includes(act);
  return refused(couldIfLiving ? 'archivedTeam' : 'leadsOnly');
}

type More = { person?: string; facts?: AuditFacts };

const auditTeam = (tx: Db, who: Who, act: AuditAct, team: { id: string; name: string }, at: Date, more: More = {}) =>
  audit(tx, { by: who, act, subject: { kind: 'team', id: team.id, name: team.name }, ...more, at });

async function changed(tx: Db, who: Who, id: string): Promise<Outcome<Team>> {
  await announce(tx, { subject: 'team', id, kind: 'changed' });
  return getTeam(tx, who, id);
}

/** Puts a team to rest or brings it back. Twice is as good as once. Refuses `notFound`, `changedMeanwhile`, `nameTaken`. */
export async function setTeamArchived(
  tx: Db,
  who: Who,
  id: string,
  archived: boolean,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Team>> {
  await takeTurn(tx);
  const team = await teams.lockTeam(tx, id);
  if (!team) return refused('notFound');
  const no = checkVersion(team.version, expected) ?? (archived ? null : await checkName(tx, team.name, id));
  if (no) return no;
  if ((team.archived_at !== null) === archived) return getTeam(tx, who, id);
  await teams.setArchived(tx, id, archived ? now : null);
  await auditTeam(tx, who, archived ? 'team.archive' : 'team.restore', team, now);
  return changed(tx, who, id);
}

/** Adds a member or changes whether they lead. Refuses `notFound`, `leadsOnly`, `archivedTeam`, `inactivePerson`. */
export async function setMember(
  tx: Db,
  who: Who,
  id: string,
  person: string,
  lead: boolean,
  now: Date,
): Promise<Outcome<Team>> {
  const team = await heldFor(tx, who, id, 'addMember');
  if (isRefused(team)) return team;
  const before = await teams.findLead(tx, id, person);
  const no = await enlist(tx, id, person, lead);
  if (no) return no;
  if (before === undefined) await auditTeam(tx, who, 'member.add', team, now, { person, facts: { lead } });
  else if (before !== lead) await auditTeam(tx, who, lead ? 'member.lead' : 'member.unlead', team, now, { person });
  return changed(tx, who, id);
}

/** The effect of `setMember` alone, for those who need not ask: no rights are checked, nothing is announced. */
export async function enlist(tx: Db, team: string, person: string, lead: boolean): Promise<Refused | null> {
  const [found] = await findRefs(tx, [person]);
  if (!found) return refused('notFound');
  if (!found.active) return refused('inactivePerson');
  await teams.saveMember(tx, team, person, lead);
  await teams.touchTeam(tx, team);
  return null;
}

/** Refuses `notFound` (also when they are not in it), `leadsOnly`, `archivedTeam`. */
export async function removeMember(tx: Db, who: Who, id: string, person: string, now: Date): Promise<Outcome<Team>> {
  const team = await heldFor(tx, who, id, 'removeMember');
  if (isRefused(team)) return team;
  if (!(await teams.deleteMember(tx, id, person))) return refused('notFound');
  await teams.touchTeam(tx, id);
  await auditTeam(tx, who, 'member.remove', team, now, { person });
  return changed(tx, who, id);
}
