// What of a team's figures may be shown, and over which stretches of time: pure. A person is never a row.
import { fewest, type Figures } from '../../contract/overview.ts';
import { refused } from '../platform/outcome.ts';
import { addDays, daysBetween } from '../platform/stretches.ts';

/** A part of a report as it was counted, with how many people's work is behind what could point at them. */
export type Counted = { figures: Figures; servers: Record<Hidable, number> };

/**
 * Parts of any days that say how somebody did; how much there was to do says nothing of anybody. What was kept and how it was rated is
 * told of whole months alone, and nowhere here.
 */
export type Hidable = 'greeting' | 'delivering';
export const nobody: Record<Hidable, number> = { greeting: 0, delivering: 0 };
const hidable: readonly Hidable[] = ['greeting', 'delivering'];

const sizeOf = (figures: Figures, part: Hidable): number => figures[part]?.count ?? 0;

const mayStand = ({ figures, servers }: Counted, part: Hidable): boolean =>
  sizeOf(figures, part) >= fewest.cases && servers[part] >= fewest.people;

/** A total standing alone: what few are behind is left out. */
export const hideFew = (counted: Counted): Figures => without(counted.figures, (part) => !mayStand(counted, part));

/** All of it is somebody's in a team this small. */
export const hideAll = (figures: Figures): Figures => without(figures, () => true);

/**
 * The cells of a whole that is shown beside them. What few are behind is left out; and where that is one cell alone, the
 * smallest of the others goes too, since the whole minus the rest would tell it.
 */
export function hideAmong(cells: readonly Counted[]): Figures[] {
  const hidden = new Map(hidable.map((part) => [part, hiddenIn(cells, part)]));
  return cells.map(({ figures }, index) => without(figures, (part) => hidden.get(part)?.has(index) ?? false));
}

function hiddenIn(cells: readonly Counted[], part: Hidable): Set<number> {
  const filled = cells
    .map((cell, index) => ({ cell, index, size: sizeOf(cell.figures, part) }))
    .filter((one) => one.size);
  const hidden = filled.filter(({ cell }) => !mayStand(cell, part));
  if (hidden.length !== 1) return new Set(hidden.map(({ index }) => index));
  const [next] = filled.filter((one) => one !== hidden[0]).toSorted((a, b) => a.size - b.size);
  return new Set([...hidden, ...(next ? [next] : [])].map(({ index }) => index));
}

const without = (figures: Figures, drop: (part: Hidable) => boolean): Figures => ({
  ...figures,
  ...Object.fromEntries(hidable.filter(drop).map((part) => [part, null])),
});

/** Up to half a year by weeks (from Monday), beyond it by months. */
export const rhythmOf = (from: string, to: string): 'week' | 'month' =>
  daysBetween(from, to) > 184 ? 'month' : 'week';

const usualDays = 84;
const mostDays = 731;
/** Before it there are no days in our contract. */
const firstDay = '1900-01-01';

/** The period asked for, ending today and twelve weeks long where nothing else was said. Refuses `wrongPeriod`. */
export function periodOf(asked: { from?: string | undefined; to?: string | undefined }, today: string) {
  const to = asked.to ?? today;
  const usual = addDays(to, 1 - usualDays);
  const from = asked.from ?? (usual < firstDay ? firstDay : usual);
  if (from > to || daysBetween(from, to) > mostDays) return refused('wrongPeriod', { field: 'to' });
  return { from, to, every: rhythmOf(from, to) };
}
