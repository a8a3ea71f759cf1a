// Which figures may be shown: none from which one person's could be reckoned, neither from one nor by taking one from another. Pure.
import { plenty } from '../../contract/trust.ts';
import { keptOf, sumOf, totalOf, type Counts } from './figures.rules.ts';

/** A sum with who is behind it: how many promises each person made, not how they were kept. */
export type Cell = { counts: Counts; shares: ReadonlyMap<string, number> };

/** As the sums are stored. */
export const cellOf = ({ shares, ...counts }: Counts & { shares: Readonly<Record<string, number>> }): Cell => ({
  counts,
  shares: new Map(Object.entries(shares)),
});

export const together = (cells: readonly Cell[]): Cell => {
  const shares = new Map<string, number>();
  for (const cell of cells)
    for (const [person, total] of cell.shares) shares.set(person, (shares.get(person) ?? 0) + total);
  return { counts: sumOf(cells.map(({ counts }) => counts)), shares };
};

/**
 * Enough promises by enough people, none of whom made most of them; and some were kept: if none was, everybody's rate would be told.
 * That all were kept tells everybody's too, and nobody minds.
 */
export function isPlenty({ counts, shares }: Cell): boolean {
  const total = totalOf(counts);
  return (
    total >= plenty.cases &&
    shares.size >= plenty.people &&
    Math.max(...shares.values()) <= total * plenty.share &&
    keptOf(counts) > 0
  );
}

export type Block = { from: string; to: string; cell: Cell | null };

/**
 * Months in their order as blocks: each takes in the months after it until it is plenty, and no block goes beyond its year. Where it
 * never is, there is nothing to show. Whatever is shown anywhere is a sum of such blocks, and a block stays as it is once its months
 * have ended: so whoever takes one figure from another, today's from last month's, is left with sums of blocks, each plenty by itself.
 */
export function blocksOf(months: readonly (Cell & { month: string })[]): Block[] {
  const blocks: Block[] = [];
  let open: (Cell & { month: string })[] = [];
  const close = (shown: boolean) => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last) blocks.push({ from: first.month, to: last.month, cell: shown ? together(open) : null });
    open = [];
  };
  for (const month of months) {
    if (open[0] && open[0].month.slice(0, 4) !== month.month.slice(0, 4)) close(false);
    // A month without any promise stands by itself: it is nobody's.
    open.push(month);
    if (open.length === 1 && month.shares.size === 0) close(false);
    else if (isPlenty(together(open))) close(true);
  }
  close(false);
  return blocks;
}

/**
 * The keys of those parts of a whole that may stand beside it. Whoever knows the whole and what is shown knows what all that is hidden
 * comes to: so that must be plenty, too, or nothing at all; until it is, the smallest of the others is hidden as well.
 */
export function shownAmong(parts: ReadonlyMap<string, Cell>): Set<string> {
  const filled = [...parts].filter(([, { counts }]) => totalOf(counts) > 0);
  const hidden = filled.filter(([, cell]) => !isPlenty(cell));
  const shown = filled
    .filter(([, cell]) => isPlenty(cell))
    .toSorted(([a, one], [b, other]) => totalOf(one.counts) - totalOf(other.counts) || (a < b ? -1 : 1));
  while (hidden.length > 0 && shown.length > 0 && !isPlenty(together(hidden.map(([, cell]) => cell))))
    hidden.push(...shown.splice(0, 1));
  return new Set(shown.map(([key]) => key));
}
