// The fate of each row of an imported table of people: added, changed, unchanged, or refused and why. Pure; what is there is an argument.
import type { ImportFate } from '../../contract/directory-imports.ts';
import { refused, type Refused } from '../platform/outcome.ts';
import type { Language } from '../../contract/shapes.ts';

/** What the cells of a row say; an empty cell says nothing. Addresses stand for people, names for teams. */
export type PersonCells = {
  name?: string;
  said?: string;
  pronouns?: string;
  email?: string;
  language?: Language;
  languages?: string[];
  place?: string;
  zone?: string;
  does?: string;
  manager?: string;
  dotted?: string[];
  skills?: string[];
  teams?: Array<{ name: string; lead: boolean }>;
};
export type TeamCells = {
  name?: string;
  does?: string;
  zone?: string;
  country?: string;
  greeting?: number;
  closing?: number;
};
export type Cells<T> = { given: T; reasons: Refused[] };

/** A row as it was read; `fresh` is the id of the person if there is none yet. */
export type PeopleRow = { line: number; fresh: string; cells: Cells<PersonCells> };

/** Somebody who is there; skills and teams as they are told apart, in folded letters. */
export type Known = Required<Omit<PersonCells, 'manager' | 'dotted' | 'skills' | 'teams'>> & {
  id: string;
  active: boolean;
  manager: string | null;
  dotted: readonly string[];
  skills: readonly string[];
  teams: ReadonlyArray<{ folded: string; lead: boolean }>;
};

export type Facts = {
  /** By address. */
  people: ReadonlyMap<string, Known>;
  /** Everybody who has a manager, by id. */
  lines: ReadonlyMap<string, string>;
  /** Living teams, in folded letters. */
  teams: ReadonlySet<string>;
  folded: (words: string) => string;
  createTeams: boolean;
};

/** What is written, with ids in place of addresses. */
export type Given = Omit<PersonCells, 'manager' | 'dotted'> & { manager?: string; dotted?: string[] };
export type Decision<G extends object = Given> = {
  fate: ImportFate;
  reasons: Refused[];
  changes: string[];
  subject: string | null;
  given: G;
  /** How many stand above: who has fewer is written earlier, so that no line ever leads to nobody or in a circle. */
  depth: number;
};

type Draft = { row: PeopleRow; known: Known | undefined; id: string; reasons: Refused[]; given: Given };

/** One decision a row, in the order of the rows. */
export function decidePeople(rows: readonly PeopleRow[], facts: Facts): Decision[] {
  const drafts = rows.map((row) => draftOf(row, facts));
  const byEmail = new Map<string, Draft>();
  for (const draft of drafts) {
    const email = draft.row.cells.given.email;
    const first = email === undefined ? undefined : byEmail.get(email);
    if (first) draft.reasons.push(refused('twiceInFile', { field: 'email', params: { line: first.row.line } }));
    else if (email !== undefined) byEmail.set(email, draft);
  }
  for (const draft of drafts) if (draft.reasons.length === 0) pointUpwards(draft, byEmail, facts);
  refuseFollowers(drafts, byEmail, facts);
  while (refuseCircles(drafts, facts)) refuseFollowers(drafts, byEmail, facts);
  const depths = depthsOf(linesAfter(drafts, facts));
  return drafts.map((draft) => decisionOf(draft, facts, depths.get(draft.id) ?? 0));
}

function draftOf(row: PeopleRow, facts: Facts): Draft {
  const { manager: _, dotted: __, ...given } = row.cells.given;
  const known = given.email === undefined ? undefined : facts.people.get(given.email);
  const reasons = [...row.cells.reasons];
  if (known && !known.active) reasons.push(refused('hasLeft', { field: 'email' }));
  if (!known && given.name === undefined && !reasons.some(({ field }) => field === 'name'))
    reasons.push(refused('required', { field: 'name' }));
  const strange = facts.createTeams ? undefined : given.teams?.find(({ name }) => !facts.teams.has(facts.folded(name)));
  if (strange) reasons.push(refused('teamNotFound', { field: 'teams', params: { name: strange.name } }));
  return { row, known, id: known?.id ?? row.fresh, reasons, given };
}

/** Whom an address means after the import: somebody there, or in a row that is not refused. */
function personAt(email: string, byEmail: ReadonlyMap<string, Draft>, facts: Facts): string | undefined {
  const known = facts.people.get(email);
  if (known) return known.active ? known.id : undefined;
  const draft = byEmail.get(email);
  return draft?.reasons.length === 0 ? draft.id : undefined;
}

const notFound = (field: string, email: string) => refused('managerNotFound', { field, params: { email } });

function pointUpwards(draft: Draft, byEmail: ReadonlyMap<string, Draft>, facts: Facts): void {
  const { manager, dotted } = draft.row.cells.given;
  const find = (field: string, email: string): string | undefined => {
    const id = personAt(email, byEmail, facts);
    if (id === undefined) draft.reasons.push(notFound(field, email));
    if (id === draft.id) draft.reasons.push(refused('managerCycle', { field }));
    return id;
  };
  const above = manager === undefined ? undefined : find('manager', manager);
  if (above !== undefined) draft.given.manager = above;
  const besides = dotted?.map((email) => find('dotted', email)).filter((id) => id !== undefined);
  if (besides) draft.given.dotted = besides;
}

/** Who names somebody new whose own row is refused is refused as well, and so on downwards. */
function refuseFollowers(drafts: readonly Draft[], byEmail: ReadonlyMap<string, Draft>, facts: Facts): void {
  const followers = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { manager, dotted = [] } = draft.row.cells.given;
    for (const email of manager === undefined ? dotted : [manager, ...dotted]) {
      if (facts.people.has(email)) continue;
      const those = followers.get(email);
      if (those) those.push(draft);
      else followers.set(email, [draft]);
    }
  }
  const gone = [...byEmail].flatMap(([email, { reasons }]) => (reasons.length > 0 ? [email] : []));
  for (let email = gone.pop(); email !== undefined; email = gone.pop())
    for (const draft of followers.get(email) ?? []) {
      if (draft.reasons.length > 0) continue;
      draft.reasons.push(notFound(draft.row.cells.given.manager === email ? 'manager' : 'dotted', email));
      if (draft.row.cells.given.email !== undefined) gone.push(draft.row.cells.given.email);
    }
}

/** Who would stand under whom, by id. */
function linesAfter(drafts: readonly Draft[], facts: Facts): Map<string, string> {
  const lines = new Map(facts.lines);
  for (const { id, reasons, given } of drafts)
    if (reasons.length === 0 && given.manager !== undefined) lines.set(id, given.manager);
  return lines;
}

/** Refuses the rows that would close a circle; whether there were any. */
function refuseCircles(drafts: readonly Draft[], facts: Facts): boolean {
  const lines = linesAfter(drafts, facts);
  const circling = new Set<string>();
  const settled = new Set<string>();
  for (const { id: from } of drafts) {
    const way: string[] = [];
    const on = new Set<string>();
    let at: string | undefined = from;
    for (; at !== undefined && !settled.has(at) && !on.has(at); at = lines.get(at)) {
      way.push(at);
      on.add(at);
    }
    if (at !== undefined && on.has(at)) for (const id of way.slice(way.indexOf(at))) circling.add(id);
    for (const id of way) settled.add(id);
  }
  const closing = drafts.filter(
    ({ id, reasons, given }) => circling.has(id) && reasons.length === 0 && given.manager !== undefined,
  );
  for (const { reasons } of closing) reasons.push(refused('managerCycle', { field: 'manager' }));
  return closing.length > 0;
}

function depthsOf(lines: ReadonlyMap<string, string>): Map<string, number> {
  const depths = new Map<string, number>();
  for (const from of lines.keys()) {
    const way: string[] = [];
    let at: string | undefined = from;
    for (; at !== undefined && !depths.has(at); at = lines.get(at)) way.push(at);
    let depth = at === undefined ? -1 : (depths.get(at) ?? 0);
    for (const id of way.toReversed()) depths.set(id, (depth += 1));
  }
  return depths;
}

function decisionOf({ row, known, id, reasons, given }: Draft, facts: Facts, depth: number): Decision {
  if (reasons.length > 0)
    return { fate: 'refused', reasons, changes: [], subject: known?.id ?? null, given: row.cells.given, depth };
  if (!known) return { fate: 'added', reasons, changes: [], subject: id, given, depth };
  const changes = changesOf(known, given, facts);
  return { fate: changes.length > 0 ? 'changed' : 'unchanged', reasons, changes, subject: id, given, depth };
}

const plain = ['name', 'said', 'pronouns', 'language', 'place', 'zone', 'does', 'manager'] as const;
const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each, index) => each === other[index]);
const asSet = (values: readonly string[]) => [...new Set(values)].toSorted();

/** The fields that would be other than they are. An empty cell changes nothing; teams are joined, never left. */
export function changesOf(known: Known, given: Given, { folded }: Pick<Facts, 'folded'>): string[] {
  const changes: string[] = plain.filter((field) => given[field] !== undefined && given[field] !== known[field]);
  if (given.languages && !same(given.languages, known.languages)) changes.push('languages');
  if (given.dotted && !same(asSet(given.dotted), asSet(known.dotted))) changes.push('dotted');
  if (given.skills && !same(asSet(given.skills.map(folded)), asSet(known.skills))) changes.push('skills');
  const joins = given.teams?.some(({ name, lead }) => {
    const there = known.teams.find((team) => team.folded === folded(name));
    return !there || (lead && !there.lead);
  });
  return joins ? [...changes, 'teams'] : changes;
}
