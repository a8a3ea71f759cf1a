// Being away: who is, until when, and who then stands in, through any number of stand-ins. Pure; the time is an argument.
import type { nobodyBecause } from '../../contract/directory-absences.ts';
import { refused, type Refused } from '../platform/outcome.ts';

/** Calendar days, both included, read on the clock where the person is. */
export type Span = { from: string; until: string };
export type Leave = Span & { standIn: string | null };
/** What decides whether somebody is there. */
export type Presence = { active: boolean; zone: string; leaves: readonly Leave[] };
export type StandIn = { standIn: string } | { nobody: (typeof nobodyBecause)[number] };

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The calendar day ('2026-12-24') that an instant falls on in a zone. */
export function dayIn(zone: string, at: Date): string {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, (clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })));
  return clock.format(at);
}

/** The absence that holds at an instant; undefined for somebody who is there. */
export function leaveAt<L extends Leave>(
  person: (Omit<Presence, 'leaves'> & { leaves: readonly L[] }) | undefined,
  at: Date,
): L | undefined {
  if (!person) return undefined;
  const today = dayIn(person.zone, at);
  return person.leaves.find(({ from, until }) => from <= today && today <= until);
}

/**
 * Who stands in for `person` at an instant: whoever was named, or who stands in for them, and so on. Null for somebody who
 * is there. `known` holds at least everybody along the way. Never somebody who is away or has left.
 */
export function standInFor(person: string, known: ReadonlyMap<string, Presence>, at: Date): StandIn | null {
  const leave = leaveAt(known.get(person), at);
  if (!leave) return null;
  const passed = new Set([person]);
  let next = leave.standIn;
  while (next !== null) {
    if (passed.has(next)) return { nobody: 'circle' };
    const named = known.get(next);
    if (!named?.active) break;
    const away = leaveAt(named, at);
    if (!away) return { standIn: next };
    passed.add(next);
    next = away.standIn;
  }
  return { nobody: passed.size === 1 ? 'unnamed' : 'alsoAway' };
}

/** Nobody is away longer than this in one go: three years, as the longest leaves by law. */
const longest = 3 * 366;
const dayMs = 86_400_000;
const lengthOf = ({ from, until }: Span) => (Date.parse(until) - Date.parse(from)) / dayMs + 1;

/** Refuses `endsBeforeItStarts`, `absencePast`, `absenceTooLong`, `standInYourself`, `absencesOverlap`; `others` are those that are not over. */
export function checkLeave(person: string, given: Leave, others: readonly Span[], today: string): Refused | null {
  if (given.until < given.from) return refused('endsBeforeItStarts', { field: 'until' });
  if (given.until < today) return refused('absencePast', { field: 'until' });
  if (lengthOf(given) > longest) return refused('absenceTooLong', { field: 'until' });
  if (given.standIn === person) return refused('standInYourself', { field: 'standIn' });
  const overlaps = others.some(({ from, until }) => from <= given.until && given.from <= until);
  return overlaps ? refused('absencesOverlap', { field: 'from' }) : null;
}

/** Every day of an absence. */
export const daysOf = (span: Span): string[] =>
  Array.from({ length: Math.max(0, lengthOf(span)) }, (_, day) =>
    new Date(Date.parse(span.from) + day * dayMs).toISOString().slice(0, 10),
  );

/** What is left of an absence for somebody who is back today: the days before, or nothing. */
export const endedOn = (span: Span, today: string): Span | null =>
  span.from < today ? { from: span.from, until: new Date(Date.parse(today) - dayMs).toISOString().slice(0, 10) } : null;
