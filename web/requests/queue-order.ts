// How a team's queue is laid out: its parts in groups that say what they need, and the filter by words. Pure.
import type { QueuePart, RequestRow } from '../../contract/requests.ts';
import { dayNumber } from '../platform/time.ts';

/** What a group is called: a word of its own, or the day of an instant. */
export type GroupName = 'ungreeted' | 'fresh' | 'greeted' | 'overdue' | 'countered' | 'newTime' | { day: string };
export type Group = { key: string; name: GroupName; rows: RequestRow[] };

type Placed = { name: GroupName; rank: number; at: string };

// One order a part: which group a row is in, the group's rank, and the instant that orders the rows inside.
const places: Record<QueuePart, (row: RequestRow, zone: string) => Placed> = {
  unanswered: (row) => {
    if (row.ungreeted) return { name: 'ungreeted', rank: 0, at: row.createdAt };
    return row.greetedBy
      ? { name: 'greeted', rank: 2, at: row.createdAt }
      : { name: 'fresh', rank: 1, at: row.createdAt };
  },
  promised: byDue,
  atRisk: byDue,
  waiting: (row) =>
    row.state === 'countered'
      ? { name: 'countered', rank: 0, at: row.due ?? row.updatedAt }
      : { name: 'newTime', rank: 1, at: row.proposedDue ?? row.updatedAt },
  delivered: (row, zone) => onDay(row.deliveredAt ?? row.updatedAt, zone, 1),
  ended: (row, zone) => onDay(row.endedAt ?? row.updatedAt, zone, -1),
};

function byDue(row: RequestRow, zone: string): Placed {
  const at = row.due ?? row.updatedAt;
  return row.overdue ? { name: 'overdue', rank: -1, at } : onDay(at, zone, 1);
}

// Days in order, or with `way` -1 the last day first.
const onDay = (at: string, zone: string, way: 1 | -1): Placed => ({
  name: { day: at },
  rank: way * dayNumber(new Date(at), zone),
  at,
});

/** A part in its groups, what presses most first; inside a group the oldest or nearest first, of what has ended the last. */
export function groupsOf(part: QueuePart, rows: readonly RequestRow[], zone: string): Group[] {
  const place = places[part];
  const way = part === 'ended' ? -1 : 1;
  const placed = rows
    .map((row) => ({ row, ...place(row, zone) }))
    .toSorted((a, b) => a.rank - b.rank || way * a.at.localeCompare(b.at) || a.row.number - b.row.number);
  const groups = new Map<number, Group>();
  for (const { row, name, rank } of placed) {
    const group = groups.get(rank) ?? { key: `${part} ${rank}`, name, rows: [] };
    group.rows.push(row);
    groups.set(rank, group);
  }
  return [...groups.values()];
}

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** The rows in which every word occurs somewhere: title, deliverable, what was done, names, number. Accents do not matter. */
export function rowsWith(words: string, rows: readonly RequestRow[]): readonly RequestRow[] {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const people = [row.requester, row.provider, row.person, row.greetedBy].map((person) => person?.name);
    const text = folded(
      [row.title, row.deliverable, row.delivered, ...people, `#${row.number}`].filter(Boolean).join(' '),
    );
    return wanted.every((word) => text.includes(word));
  });
}
