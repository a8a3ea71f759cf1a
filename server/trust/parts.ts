// What a team's services and those it promised to come to, beside each other: only those from which nobody's own could be reckoned.
import type { TrustFigure } from '../../contract/trust.ts';
import type { Db } from '../platform/db.ts';
import { figureOf, reasonsOf, totalOf, type ReasonCount } from './figures.rules.ts';
import { endOf, periodsOf, windowOf } from './periods.rules.ts';
import { readCells, type CellRow, type ReasonRow } from './queries.ts';
import { cellOf, shownAmong, together, type Cell } from './shown.rules.ts';

export type Part = {
  about: string;
  figure: TrustFigure;
  over: { from: string; to: string; figure: TrustFigure | null }[];
};
export type PartReading = { team: string; kind: 'service' | 'pair'; inside: boolean };

/** The parts that may be shown over the last year, the one with most promises first; `today` in the team's zone. */
export async function readParts(db: Db, { team, kind, inside }: PartReading, today: string): Promise<Part[]> {
  const window = windowOf(kind, today);
  return partsOf(await readCells(db, { teams: [team], kind, inside, ...window }), kind, periodsOf(kind, window));
}

function partsOf(rows: readonly CellRow[], kind: PartReading['kind'], periods: readonly string[]): Part[] {
  const shown = new Map<string, Map<string, Cell>>();
  for (const period of periods) {
    const cells = new Map(rows.filter((row) => row.period === period).map((row) => [row.about, cellOf(row)]));
    for (const about of shownAmong(cells)) {
      const cell = cells.get(about);
      if (cell) shown.set(about, (shown.get(about) ?? new Map<string, Cell>()).set(period, cell));
    }
  }
  return [...shown]
    .flatMap(([about, cells]) => {
      const figure = figureOf(together([...cells.values()]).counts);
      const over = periods.map((period) => {
        const cell = cells.get(period);
        return { from: period, to: endOf(kind, period), figure: cell ? figureOf(cell.counts) : null };
      });
      return figure ? [{ about, figure, over }] : [];
    })
    .toSorted((a, b) => totalOf(b.figure) - totalOf(a.figure) || (a.about < b.about ? -1 : 1));
}

/** Reasons of a part, of the stretches that are shown. */
export const reasonsWithin = (
  rows: readonly ReasonRow[],
  over: readonly { from: string; to: string; figure: unknown }[],
): ReasonCount[] =>
  reasonsOf(rows.filter(({ period }) => over.some(({ from, to, figure }) => figure && from <= period && period <= to)));
