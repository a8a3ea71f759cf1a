// What is shown of how colleagues rated a team: whole months that have ended, and of these only what is nobody's own. Pure.
import { plenty } from '../../contract/trust.ts';
import type { Ratings } from '../../contract/overview.ts';
import { inBlocks, isOfMany, sharesOf, type Shares } from '../platform/blocks.ts';
import { addDays, startOf } from '../platform/stretches.ts';

export const sides = ['timing', 'quality', 'accuracy'] as const;
export type Side = (typeof sides)[number];

/** Answers of one month: what they add up to, and whose work how many of them were about. */
export type Answers = { sum: number; shares: Shares };
export type RatedMonth = { month: string; private: boolean } & Record<Side, Answers> & { rated: Answers };

const countOf = (shares: Shares) => [...shares.values()].reduce((sum, each) => sum + each, 0);

const rules = {
  together: (cells: readonly Answers[]): Answers => ({
    sum: cells.reduce((all, { sum }) => all + sum, 0),
    shares: sharesOf(cells.map(({ shares }) => shares)),
  }),
  // Where all said the least, what each said would be told; that all said the most tells it, too, and nobody minds.
  isPlenty: ({ sum, shares }: Answers) => isOfMany(shares, plenty) && sum > countOf(shares),
};

/** What is plenty by itself, of what is open and of what is private apart: so neither remains when one is taken from both. */
const shownOf = (months: readonly RatedMonth[], part: Side | 'rated') =>
  [false, true].flatMap((hidden) =>
    inBlocks(
      months.filter((month) => month.private === hidden).map(({ month, [part]: answers }) => ({ month, ...answers })),
      rules,
    ).flatMap(({ from, to, cell }) => (cell ? [{ from, to, cell }] : [])),
  );

function ratedOf(cells: Record<Side | 'rated', readonly Answers[]>): Ratings | null {
  const count = cells.rated.reduce((sum, { shares }) => sum + countOf(shares), 0);
  const mean = (side: Side) => {
    const { sum, shares } = rules.together(cells[side]);
    return shares.size > 0 ? sum / countOf(shares) : null;
  };
  return count > 0 ? { count, timing: mean('timing'), quality: mean('quality'), accuracy: mean('accuracy') } : null;
}

/** Of the months from `first` on, as a whole and each by itself. The months given begin with a year: blocks do. */
export function ratedFrom(months: readonly RatedMonth[], first: string) {
  const parts = ['rated', ...sides] as const;
  const shown = parts.map((part) => [part, shownOf(months, part).filter(({ from }) => from >= first)] as const);
  const pick = (which: (block: { from: string; to: string }) => boolean) =>
    ratedOf(
      Object.fromEntries(shown.map(([part, blocks]) => [part, blocks.filter(which).map(({ cell }) => cell)])) as Record<
        Side | 'rated',
        Answers[]
      >,
    );
  const alone = [...new Set(months.map(({ month }) => month))].flatMap((month) => {
    const rated = pick(({ from, to }) => from === month && to === month);
    return rated ? [[month, rated] as const] : [];
  });
  return { whole: pick(() => true), months: new Map(alone) };
}

/** Further back nothing is told. */
const mostMonths = 48;

/**
 * The first days of the whole months between two days that have ended by `today`, with those before them in the same year; `first` is
 * the first of the period itself. A month has ended once a day more has passed, when nothing can be on its way any more.
 */
export function monthsFor(from: string, to: string, today: string): { first: string; months: string[] } {
  const after = (month: string) => startOf(addDays(month, 32), 'month');
  const first = from.endsWith('-01') ? from : after(startOf(from, 'month'));
  const running = startOf(addDays(today, -1), 'month');
  const until = startOf(addDays(to, 1), 'month') < running ? startOf(addDays(to, 1), 'month') : running;
  const months: string[] = [];
  if (first < until)
    for (let month = `${first.slice(0, 4)}-01-01`; month < until; month = after(month)) months.push(month);
  const oldest = startOf(addDays(running, -mostMonths * 30), 'month').slice(0, 4);
  return { first, months: months.filter((month) => month.slice(0, 4) > oldest) };
}
