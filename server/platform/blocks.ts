// Which sums may be shown of months that follow each other, so that nobody's own can be reckoned from them. Pure; what is summed is the
// business of whoever sums.

/** How much of a sum is each person's. */
export type Shares = ReadonlyMap<string, number>;

export const sharesOf = (all: readonly Shares[]): Shares => {
  const shares = new Map<string, number>();
  for (const each of all) for (const [person, total] of each) shares.set(person, (shares.get(person) ?? 0) + total);
  return shares;
};

/** Enough of them, by enough people, none of whom made most. */
export const isOfMany = (shares: Shares, least: { cases: number; people: number; share: number }): boolean => {
  const total = [...shares.values()].reduce((sum, each) => sum + each, 0);
  return total >= least.cases && shares.size >= least.people && Math.max(...shares.values()) <= total * least.share;
};

export type Block<Cell> = { from: string; to: string; cell: Cell | null };
type Rules<Cell> = { together: (cells: readonly Cell[]) => Cell; isPlenty: (cell: Cell) => boolean };

/**
 * Months in their order as blocks: each takes in the months after it until it is plenty, and no block goes beyond its year. Where it
 * never is, there is nothing to show. Whatever is shown anywhere is a sum of such blocks, and a block stays as it is once its months
 * have ended: so whoever takes one figure from another, today's from last month's, is left with sums of blocks, each plenty by itself.
 */
export function inBlocks<Cell extends { shares: Shares }>(
  months: readonly (Cell & { month: string })[],
  { together, isPlenty }: Rules<Cell>,
): Block<Cell>[] {
  const blocks: Block<Cell>[] = [];
  let open: (Cell & { month: string })[] = [];
  const close = (shown: boolean) => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last) blocks.push({ from: first.month, to: last.month, cell: shown ? together(open) : null });
    open = [];
  };
  for (const month of months) {
    if (open[0] && open[0].month.slice(0, 4) !== month.month.slice(0, 4)) close(false);
    // A month without any stands by itself: it is nobody's.
    open.push(month);
    if (open.length === 1 && month.shares.size === 0) close(false);
    else if (isPlenty(together(open))) close(true);
  }
  close(false);
  return blocks;
}
