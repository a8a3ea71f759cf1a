// The fate of each row of an imported table of teams. Pure; what is there is an argument.
import { refused } from '../platform/outcome.ts';
import type { Cells, Decision, TeamCells } from './import.rules.ts';

export type TeamsRow = { line: number; fresh: string; cells: Cells<TeamCells> };
export type KnownTeam = {
  id: string;
  name: string;
  does: string;
  zone: string;
  country: string | null;
  greeting_minutes: number;
  closing_minutes: number;
};
export type TeamFacts = {
  /** Living teams by their folded names. */
  teams: ReadonlyMap<string, KnownTeam>;
  folded: (words: string) => string;
  isCountry: (code: string) => boolean;
};

/** One decision a row, in the order of the rows. A team is known by its name; an empty cell changes nothing. */
export function decideTeams(rows: readonly TeamsRow[], facts: TeamFacts): Decision<TeamCells>[] {
  const lines = new Map<string, number>();
  return rows.map(({ line, fresh, cells: { given, reasons: read } }) => {
    const folded = given.name === undefined ? undefined : facts.folded(given.name);
    const known = folded === undefined ? undefined : facts.teams.get(folded);
    const earlier = folded === undefined ? undefined : lines.get(folded);
    const reasons = [...read];
    if (earlier !== undefined) reasons.push(refused('twiceInFile', { field: 'name', params: { line: earlier } }));
    else if (folded !== undefined) lines.set(folded, line);
    if (given.country !== undefined && !facts.isCountry(given.country))
      reasons.push(refused('unknownCountry', { field: 'country' }));
    const common = { given, depth: 0 };
    if (reasons.length > 0) return { ...common, fate: 'refused', reasons, changes: [], subject: known?.id ?? null };
    if (!known) return { ...common, fate: 'added', reasons, changes: [], subject: fresh };
    const changes = changesOf(known, given);
    return { ...common, fate: changes.length > 0 ? 'changed' : 'unchanged', reasons, changes, subject: known.id };
  });
}

const changesOf = (known: KnownTeam, given: TeamCells): string[] => {
  const there: Required<Omit<TeamCells, 'country'>> & { country: string | null } = {
    name: known.name,
    does: known.does,
    zone: known.zone,
    country: known.country,
    greeting: known.greeting_minutes,
    closing: known.closing_minutes,
  };
  return (Object.keys(there) as (keyof TeamCells)[]).filter(
    (field) => given[field] !== undefined && given[field] !== there[field],
  );
};
