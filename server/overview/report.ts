// Puts a team's report together: counts what lies in the period, then leaves out what would point at a person.
import { fewest, type Figures, type TeamReport } from '../../contract/overview.ts';
import type { Kept } from '../../contract/promises.ts';
import { membersOf, teamRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { stretchesOf } from '../platform/stretches.ts';
import type { Cell, Period } from './queries.ts';
import { askedIn, deliveredIn, endedIn } from './queries.ts';
import { dateIn } from '../platform/working-time.ts';
import { ratedWithin } from './ratings.ts';
import { hideAll, hideAmong, hideFew, nobody, type Counted, type Hidable } from './report.rules.ts';

const empty: Figures = {
  asked: 0,
  delivered: 0,
  returned: 0,
  reopened: 0,
  closed: 0,
  silent: 0,
  declined: 0,
  withdrawn: 0,
  revoked: 0,
  greeting: null,
  delivering: null,
  kept: null,
  rated: null,
};

const none: Counted = { figures: empty, servers: nobody };

const whole = 'whole';
const keyOf = ({ sum, stretch, service }: Cell) =>
  sum === 'whole' ? whole : sum === 'stretch' ? `stretch:${stretch}` : `service:${service ?? ''}`;

/** Every sum of the period by its key. Three statements, however long the period. */
async function count(db: Db, period: Period): Promise<Map<string, Counted>> {
  const cells = new Map<string, Counted>();
  const add = (cell: Cell & { servers?: number }, figures: Partial<Figures>, part?: Hidable) => {
    const key = keyOf(cell);
    const known = cells.get(key) ?? none;
    const servers = part ? { ...known.servers, [part]: cell.servers } : known.servers;
    cells.set(key, { figures: { ...known.figures, ...figures }, servers });
  };
  for (const row of (await askedIn(db, period)).rows) {
    const { greetings: total, in_time: inTime, greet_median: median, greet_most: most } = row;
    add(row, { asked: row.asked, greeting: total > 0 ? { count: total, inTime, median, most } : null }, 'greeting');
  }
  for (const row of (await deliveredIn(db, period)).rows) {
    const { timed, median, most, offered, from_ask: fromAsk } = row;
    const delivering =
      median === null || most === null || offered === null || fromAsk === null
        ? null
        : { count: timed, median, most, offered, fromAsk };
    add(row, { delivered: row.delivered, returned: row.returned, reopened: row.reopened, delivering }, 'delivering');
  }
  for (const row of (await endedIn(db, period)).rows) {
    const { closed, silent, declined, withdrawn, revoked } = row;
    add(row, { closed, silent, declined, withdrawn, revoked });
  }
  return cells;
}

/**
 * How promises were kept in the whole months of a period, in each month by its first day, and why not. A later capability's to say: over days of
 * one's own choosing, one promise more or less would tell whose it was.
 */
export type KeptWithin = (
  db: Db,
  team: Pick<Period, 'team' | 'zone' | 'inside'>,
  period: Pick<Period, 'from' | 'to'>,
  now: Date,
) => Promise<{ whole: Kept | null; months: ReadonlyMap<string, Kept>; reasons: TeamReport['reasons'] }>;

/** How a team's work went in a period; `ratesOff` when the company shows no rates to anybody. */
export async function reportOf(
  db: Db,
  period: Period,
  {
    names,
    keptWithin,
    ratesOff,
    now,
  }: {
    names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
    keptWithin: KeptWithin;
    ratesOff: boolean;
    now: Date;
  },
): Promise<TeamReport> {
  const cells = await count(db, period);
  const small = (await membersOf(db, period.team)).length < fewest.members;
  const guard = (figures: Figures): Figures => (small ? hideAll(figures) : figures);

  const shows = !small && !ratesOff;
  const kept = shows ? await keptWithin(db, period, period, now) : null;
  const rated = shows ? await ratedWithin(db, period, dateIn(period.zone, now)) : null;
  const months = period.every === 'month';
  const stretches = stretchesOf(period.from, period.to, period.every);
  const over = hideAmong(stretches.map(({ key }) => cells.get(`stretch:${key}`) ?? none));
  const ids = [...cells.keys()].flatMap((key) => (key.startsWith('service:') ? [key.slice('service:'.length)] : []));
  const named = await names(ids.filter(Boolean));
  const shown = hideAmong(ids.map((id) => cells.get(`service:${id}`) ?? none));
  return {
    team: (await teamRefs(db, [period.team])).get(period.team) ?? { id: period.team, name: '' },
    zone: period.zone,
    from: period.from,
    to: period.to,
    every: period.every,
    hides: small ? 'smallTeam' : ratesOff ? 'ratesOff' : null,
    whole: { ...guard(hideFew(cells.get(whole) ?? none)), kept: kept?.whole ?? null, rated: rated?.whole ?? null },
    over: stretches.map(({ key, from, to }, index) => ({
      from,
      to,
      figures: {
        ...guard(over[index] ?? empty),
        kept: (months && kept?.months.get(key)) || null,
        rated: (months && rated?.months.get(key)) || null,
      },
    })),
    services: ids
      .map((id, index) => ({
        service: id ? { id, name: named.get(id) ?? '' } : null,
        figures: guard(shown[index] ?? empty),
      }))
      .toSorted((a, b) => b.figures.asked - a.figures.asked),
    reasons: kept?.reasons ?? [],
    at: now.toISOString(),
  };
}
