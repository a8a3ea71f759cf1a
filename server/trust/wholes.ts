// What teams come to as a whole, over the months of the last year: read from the sums, a fixed number of statements for any number of teams.
import type { Kept } from '../../contract/promises.ts';
import { plenty } from '../../contract/trust.ts';
import { ratesShown } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { dateIn } from '../platform/working-time.ts';
import { figureOf, keptOf, nothing, totalOf, type Counts, type ReasonCount } from './figures.rules.ts';
import { reasonsWithin } from './parts.ts';
import { endOf, monthsWithin, periodsOf, windowOf, type Window } from './periods.rules.ts';
import { readCells, readReasons, sizesOf, zonesOf } from './queries.ts';
import { blocksOf, cellOf, together, type Block } from './shown.rules.ts';
import { refreshTally } from './tally.ts';

export type Whole = { blocks: Block[]; counts: Counts };

/** By team, each over months of its own; with what is private where the reader is `inside` all of them. */
export async function readWholes(
  db: Db,
  windows: ReadonlyMap<string, Window>,
  inside: boolean,
): Promise<Map<string, Whole>> {
  const reach = [...windows.values()].map(ofWholeYears);
  const [from = '', last = ''] = [
    reach.map((each) => each.from).toSorted()[0],
    reach
      .map((each) => each.last)
      .toSorted()
      .at(-1),
  ];
  const rows =
    reach.length > 0 ? await readCells(db, { teams: [...windows.keys()], kind: 'team', inside, from, last }) : [];
  return new Map(
    [...windows].map(([team, window]) => {
      const own = new Map(rows.filter((row) => row.team === team).map((row) => [row.period, cellOf(row)]));
      const empty = { counts: nothing, shares: new Map<string, number>() };
      const months = periodsOf('team', ofWholeYears(window)).map((month) => ({ month, ...(own.get(month) ?? empty) }));
      const blocks = blocksOf(months).filter((block) => block.from >= window.from);
      return [team, { blocks, counts: together(blocks.flatMap(({ cell }) => cell ?? [])).counts }];
    }),
  );
}

/** Blocks begin with the year, wherever the window does. */
const ofWholeYears = ({ from, last }: Window): Window => ({ from: `${from.slice(0, 4)}-01-01`, last });

/** What members are told of their own teams beside other things; nothing of small teams, nor where the company shows no rates. */
export async function teamRecords(db: Db, teams: readonly string[], now: Date): Promise<Map<string, Kept>> {
  if (teams.length === 0) return new Map();
  const [shown, sizes, zones] = await Promise.all([ratesShown(db), sizesOf(db, teams), zonesOf(db, teams)]);
  if (!shown) return new Map();
  const windows = new Map(
    [...zones].flatMap(([team, zone]) =>
      (sizes.get(team) ?? 0) >= plenty.members ? [[team, windowOf('team', dateIn(zone, now))] as const] : [],
    ),
  );
  return new Map(
    [...(await readWholes(db, windows, true))].flatMap(([team, { counts }]) => {
      const kept = recordOf(counts);
      return kept ? [[team, kept] as const] : [];
    }),
  );
}

/** The same over the whole months of a period that have ended, by month, and why not, for reports; the caller has seen to it that the team is large enough. */
export async function keptWithin(
  db: Db,
  { team, zone, inside }: { team: string; zone: string; inside: boolean },
  { from, to }: { from: string; to: string },
  now: Date,
): Promise<{ whole: Kept | null; months: Map<string, Kept>; reasons: ReasonCount[] }> {
  const window = monthsWithin(from, to, dateIn(zone, now));
  if (!window) return { whole: null, months: new Map(), reasons: [] };
  await refreshTally(db, team);
  const whole = (await readWholes(db, new Map([[team, window]]), inside)).get(team);
  const months = (whole?.blocks ?? []).flatMap((block) => {
    const kept = block.from === block.to && block.cell ? recordOf(block.cell.counts) : null;
    return kept ? [[block.from, kept] as const] : [];
  });
  const shown = (whole?.blocks ?? []).map((block) => ({ ...block, to: endOf('team', block.to), figure: block.cell }));
  const reasons = await readReasons(db, { teams: [team], kind: 'team', inside, ...window });
  return {
    whole: recordOf(whole?.counts ?? nothing),
    months: new Map(months),
    reasons: reasonsWithin(reasons, shown),
  };
}

function recordOf(counts: Counts): Kept | null {
  const figure = figureOf(counts);
  return (
    figure && {
      kept: keptOf(counts),
      renegotiated: figure.renegotiated,
      total: totalOf(counts),
      low: figure.low,
      high: figure.high,
    }
  );
}
