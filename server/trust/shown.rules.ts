// Which figures may be shown: none from which one person's could be reckoned, neither from one nor by taking one from another. Pure.
import { plenty } from '../../contract/trust.ts';
import { inBlocks, isOfMany, sharesOf, type Block as BlockOf, type Shares } from '../platform/blocks.ts';
import { keptOf, sumOf, totalOf, type Counts } from './figures.rules.ts';

/** A sum with who is behind it: how many promises each person made, not how they were kept. */
export type Cell = { counts: Counts; shares: Shares };

/** As the sums are stored. */
export const cellOf = ({ shares, ...counts }: Counts & { shares: Readonly<Record<string, number>> }): Cell => ({
  counts,
  shares: new Map(Object.entries(shares)),
});

export const together = (cells: readonly Cell[]): Cell => ({
  counts: sumOf(cells.map(({ counts }) => counts)),
  shares: sharesOf(cells.map(({ shares }) => shares)),
});

/**
 * Enough promises by enough people, none of whom made most of them; and some were kept: if none was, everybody's rate would be told.
 * That all were kept tells everybody's too, and nobody minds.
 */
export const isPlenty = ({ counts, shares }: Cell): boolean => isOfMany(shares, plenty) && keptOf(counts) > 0;

export type Block = BlockOf<Cell>;

/** The months of a team as what may be shown of them. */
export const blocksOf = (months: readonly (Cell & { month: string })[]): Block[] =>
  inBlocks(months, { together, isPlenty });

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
