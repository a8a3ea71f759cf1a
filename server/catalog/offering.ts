// What may be done with services: load, decide, save, announce. Entered through catalog.ts.
import type { NewService, Service, ServiceChange, Services, ServicesQuery } from '../../contract/catalog.ts';
import { personRefs, teamRefs, team as teamOf } from '../directory/directory.ts';
import { audit } from '../platform/audit.ts';
import { announce } from '../platform/changes.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { mayManage, maySee, serviceCan, type Offered } from './access.ts';
import * as queries from './queries.ts';
import { checkOrder, isOtherForm } from './rules.ts';
import { itemOf, readForm, serviceOf } from './view.ts';
import * as writing from './writing.queries.ts';

/** What somebody typed, as up to six words to look for. */
export const wordsIn = (q = ''): string[] => q.split(/\s+/).filter(Boolean).slice(0, 6);

export async function listServices(db: Db, who: Who, query: ServicesQuery): Promise<Services> {
  const filter = { words: wordsIn(query.q), team: query.team, archived: query.archived === 'true' };
  const rows = await queries.findServices(db, who, filter);
  const teams = new Map<string, Services['teams'][number]>();
  for (const row of rows) {
    const group = teams.get(row.team) ?? {
      team: { id: row.team, name: row.team_name, does: row.team_does },
      services: [],
    };
    group.services.push(itemOf(who, row));
    teams.set(row.team, group);
  }
  return { teams: [...teams.values()], manages: await queries.findManaged(db, who) };
}

/** Refuses `notFound` to those who may not see it. */
export async function getService(db: Db, who: Who, id: string): Promise<Outcome<Service>> {
  const row = await queries.findService(db, id);
  if (!row || !maySee(who, row)) return refused('notFound');
  const people = row.approvers.flatMap((person) => person ?? []);
  return serviceOf(who, row, await personRefs(db, people));
}

/** Refuses `unknownTeam`, `leadsOnly`, `archivedTeam`, and what `createService` refuses. */
export async function offerService(tx: Db, who: Who, input: NewService, now: Date): Promise<Outcome<Service>> {
  const team = await teamOf(tx, input.team);
  if (!team) return refused('unknownTeam', { field: 'team' });
  if (!mayManage(who, team.id)) return refused('leadsOnly');
  if (team.archived) return refused('archivedTeam');
  const made = await createService(tx, input, now, (service) => maySee(who, service));
  if (isRefused(made)) return made;
  await audit(tx, {
    by: who,
    act: 'service.create',
    subject: { kind: 'service', id: made.id, name: input.name },
    at: now,
  });
  return getService(tx, who, made.id);
}

/**
 * Adds a service to a living team, as its last one, for those who need not ask: no rights are checked. `sees` tells which
 * services may be named as needed along with it. Refuses `serviceNameTaken`, `unknownTeam`, `unknownPerson`, `unknownService`.
 */
export async function createService(
  tx: Db,
  input: NewService,
  now: Date,
  sees: (service: Offered) => boolean = () => true,
): Promise<Outcome<{ id: string }>> {
  const { team, name, form = [], askers = 'everyone', approval = null, alsoNeeded = [] } = input;
  await writing.holdTeam(tx, team);
  if (await writing.isNameTaken(tx, team, name, null)) return refused('serviceNameTaken', { field: 'name' });
  const no = await checkNamed(tx, { askers, approval, alsoNeeded }, sees);
  if (no) return no;
  const id = newId();
  const fields: writing.ServiceFields = {
    name,
    description: input.description ?? '',
    sight: input.sight ?? 'usual',
    everyone: askers === 'everyone',
    form_version: 1,
    greeting_minutes: input.greetingMinutes ?? null,
    closing_minutes: input.closingMinutes ?? null,
    greeting_standard: input.greetingStandard ?? '',
    closing_standard: input.closingStandard ?? '',
    checklist: input.checklist ?? [],
    approval_mode: approval?.mode ?? null,
  };
  await writing.insertService(tx, id, team, fields, now);
  await writing.addForm(tx, id, 1, form, now);
  await writing.addAskers(tx, id, askers === 'everyone' ? [] : askers);
  await writing.addApprovers(tx, id, stepsOf(approval));
  await writing.addNeeded(tx, id, alsoNeeded);
  await announce(tx, { subject: 'service', id, kind: 'added' });
  return { id };
}

const stepsOf = (approval: ServiceChange['approval']) =>
  (approval?.steps ?? []).map((step) => ('person' in step ? step.person : null));

type Named = Pick<ServiceChange, 'askers' | 'approval' | 'alsoNeeded'>;

/** Whether all who are named are there: teams that may ask, people who must say yes, services that are needed as well. */
async function checkNamed(tx: Db, named: Named, sees: (service: Offered) => boolean): Promise<Refused | null> {
  const { askers, approval, alsoNeeded = [] } = named;
  if (askers && askers !== 'everyone') {
    const living = await queries.livingTeams(tx, askers);
    const at = askers.findIndex((id) => !living.has(id));
    if (at >= 0) return refused('unknownTeam', { field: `askers.${at}` });
  }
  const people = stepsOf(approval);
  if (people.some((person) => person !== null)) {
    const known = await personRefs(
      tx,
      people.flatMap((person) => person ?? []),
    );
    const at = people.findIndex((person) => person !== null && !known.get(person)?.active);
    if (at >= 0) return refused('unknownPerson', { field: `approval.steps.${at}.person` });
  }
  if (alsoNeeded.length === 0) return null;
  const seen = new Set((await queries.findOffered(tx, alsoNeeded)).filter(sees).map(({ id }) => id));
  const at = alsoNeeded.findIndex((id) => !seen.has(id));
  return at >= 0 ? refused('unknownService', { field: `alsoNeeded.${at}` }) : null;
}

/** The service, held until the transaction ends, if the one who asks may edit it. */
async function heldFor(
  tx: Db,
  who: Who,
  id: string,
  expected: number | undefined,
): Promise<Outcome<queries.ServiceRow>> {
  const held = await writing.lockService(tx, id);
  const row = held && (await queries.findService(tx, id));
  if (!row || !maySee(who, row)) return refused('notFound');
  if (!mayManage(who, row.team)) return refused('leadsOnly');
  return expected === undefined || expected === row.version ? row : refused('changedMeanwhile');
}

/** Refuses `notFound`, `leadsOnly`, `archivedService`, `changedMeanwhile`, `needsItself`, and what `createService` refuses. */
export async function changeService(
  tx: Db,
  who: Who,
  id: string,
  change: ServiceChange,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Service>> {
  const row = await heldFor(tx, who, id, expected);
  if (isRefused(row)) return row;
  if (!serviceCan(who, row).includes('update')) return refused('archivedService');
  const no = await checkRenamed(tx, row, change.name);
  if (no) return no;
  const itself = change.alsoNeeded?.indexOf(id) ?? -1;
  if (itself >= 0) return refused('needsItself', { field: `alsoNeeded.${itself}` });
  const missing = await checkNamed(tx, change, (service) => maySee(who, service));
  if (missing) return missing;
  const before = readForm(row.form);
  const form = change.form && isOtherForm(before, change.form) ? change.form : null;
  await writing.saveService(tx, id, fieldsOf(row, change, row.form_version + (form ? 1 : 0)));
  if (form) await writing.addForm(tx, id, row.form_version + 1, form, now);
  if (change.askers) {
    await writing.replaceAskers(tx, id, change.askers === 'everyone' ? [] : change.askers);
    await tellEverybody(tx, row.team);
  }
  if (change.approval !== undefined) await writing.replaceApprovers(tx, id, stepsOf(change.approval));
  if (change.alsoNeeded) await writing.replaceNeeded(tx, id, [...change.alsoNeeded, ...unseenIn(who, row)]);
  const facts = { fields: Object.keys(change).toSorted() };
  await audit(tx, { by: who, act: 'service.update', subject: subjectOf(row), facts, at: now });
  return changed(tx, who, id);
}

const subjectOf = ({ id, name }: queries.ServiceRow) => ({ kind: 'service' as const, id, name });

/** Whoever no longer sees a service hears nothing of it any more, and still has it on the page: they hear that its team changed. */
const tellEverybody = (tx: Db, team: string) => announce(tx, { subject: 'team', id: team, kind: 'changed' });

/** What somebody cannot see is not theirs to take away. */
const unseenIn = (who: Who, row: queries.ServiceRow) =>
  row.needed.filter((each) => each.resting || !maySee(who, each)).map(({ id }) => id);

async function checkRenamed(tx: Db, row: queries.ServiceRow, name: string | undefined): Promise<Refused | null> {
  if (name === undefined) return null;
  await writing.holdTeam(tx, row.team);
  return (await writing.isNameTaken(tx, row.team, name, row.id))
    ? refused('serviceNameTaken', { field: 'name' })
    : null;
}

function fieldsOf(row: queries.ServiceRow, change: ServiceChange, version: number): writing.ServiceFields {
  const or = <T>(value: T | undefined, old: T): T => (value === undefined ? old : value);
  return {
    name: or(change.name, row.name),
    description: or(change.description, row.description),
    sight: or(change.sight, row.sight),
    everyone: change.askers === undefined ? row.everyone : change.askers === 'everyone',
    form_version: version,
    greeting_minutes: or(change.greetingMinutes, row.greeting_minutes),
    closing_minutes: or(change.closingMinutes, row.closing_minutes),
    greeting_standard: or(change.greetingStandard, row.greeting_standard),
    closing_standard: or(change.closingStandard, row.closing_standard),
    checklist: or(change.checklist, row.checklist),
    approval_mode: change.approval === undefined ? row.approval_mode : (change.approval?.mode ?? null),
  };
}

async function changed(tx: Db, who: Who, id: string): Promise<Outcome<Service>> {
  await announce(tx, { subject: 'service', id, kind: 'changed' });
  return getService(tx, who, id);
}

/** Puts a service to rest or offers it again. Twice is as good as once. Refuses `notFound`, `leadsOnly`, `changedMeanwhile`, `serviceNameTaken`. */
export async function setServiceArchived(
  tx: Db,
  who: Who,
  id: string,
  archived: boolean,
  expected: number | undefined,
  now: Date,
): Promise<Outcome<Service>> {
  const row = await heldFor(tx, who, id, expected);
  if (isRefused(row)) return row;
  if (row.archived === archived) return getService(tx, who, id);
  const no = archived ? null : await checkRenamed(tx, row, row.name);
  if (no) return no;
  await writing.setArchived(tx, id, archived ? now : null);
  await tellEverybody(tx, row.team);
  const act = archived ? 'service.archive' : 'service.restore';
  await audit(tx, { by: who, act, subject: subjectOf(row), at: now });
  return changed(tx, who, id);
}

/** Refuses `notFound`, `leadsOnly`, `notAllOfThem`. */
export async function orderServices(
  tx: Db,
  who: Who,
  team: string,
  services: readonly string[],
): Promise<Refused | void> {
  if (!(await teamRefs(tx, [team])).has(team)) return refused('notFound');
  if (!mayManage(who, team)) return refused('leadsOnly');
  await writing.holdTeam(tx, team);
  const no = checkOrder(await queries.findOrder(tx, team), services);
  if (no) return no;
  await writing.saveOrder(tx, services);
  await announce(tx, { subject: 'team', id: team, kind: 'ordered' });
}
