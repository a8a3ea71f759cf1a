// What is shown: to a team what was said of it, to a person how they ask. Only what was counted, and one's own history.
import {
  askingQuestions,
  fewestAnswers,
  missingThings,
  type servingQuestions,
  type AskingHint,
  type MyAsking,
  type TeamCourtesy,
} from '../../contract/courtesy.ts';
import { serviceRefs } from '../catalog/catalog.ts';
import { calendarsOf, membersOf, ratesShown, teamRefs } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import { wilson } from '../platform/statistics.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { atClock, workingMinutes, type WorkingCalendar } from '../platform/working-time.ts';
import { formsOf, ownAsks, type OwnRow } from './own.queries.ts';
import { askingCounts, missingCounts, servingCounts, type ServingCount } from './queries.ts';
import {
  addedTo,
  coarse,
  frequencyOf,
  leftTime,
  missedOf,
  monthOf,
  monthsFrom,
  ownHints,
  sumOf,
  timesOf,
  wantedBy,
  window,
  type Missed,
  type OwnAsk,
  type Tally,
} from './rules.ts';

/** A share with its 95 % interval; null where nothing was counted. */
export const shareOf = ({ answers, yes }: Tally) => (answers === 0 ? null : { yes, answers, ...wilson(yes, answers) });

const sharesIn = (rows: readonly ServingCount[]) => {
  const of = (question: (typeof servingQuestions)[number]) =>
    shareOf(sumOf(rows.filter((row) => row.question === question)));
  return { greeted: of('greeted'), closed: of('closed') };
};

/** What was said of a team, for its members alone; hidden where it is small or rates are off. Refuses `notFound`. */
export async function teamCourtesy(db: Db, who: Who, id: string, now: Date): Promise<Outcome<TeamCourtesy>> {
  const team = memberOf(who, id) ? (await teamRefs(db, [id])).get(id) : undefined;
  if (!team) return refused('notFound');
  const hides = !(await ratesShown(db))
    ? 'ratesOff'
    : (await membersOf(db, id)).length < fewestAnswers.members
      ? 'smallTeam'
      : null;
  if (hides) return { team, hides, greeted: null, closed: null, over: [] };
  const rows = await servingCounts(db, id, monthsFrom(monthOf(now), 1 - window));
  const over = [...Map.groupBy(rows, ({ month }) => month)].map(([until, own]) => ({
    month: monthsFrom(until, -1),
    ...sharesIn(own),
  }));
  return { team, hides, ...sharesIn(rows), over };
}

const nothing: MyAsking = { hides: null, hints: [], said: [], thanked: null, inTime: null };

/** How `who` asks, for themselves alone; nothing where the company has turned rates off. */
export async function myAsking(db: Db, who: Who, now: Date): Promise<MyAsking> {
  if (!(await ratesShown(db))) return { ...nothing, hides: 'ratesOff' };
  const month = monthOf(now);
  const since = monthsFrom(month, 1 - window);
  const [counts, missing, rows] = await Promise.all([
    askingCounts(db, who.id, since),
    missingCounts(db, who.id, since),
    ownAsks(db, who.id, new Date(`${since}T00:00:00Z`)),
  ]);
  const asks = await learntFrom(db, rows);
  const own = ownHints(asks);
  const nameOf = await places(db, [...missing.map(({ place_id: id }) => id), ...own.map(({ place }) => place)]);
  const complete = counts.filter(({ question }) => question === 'complete');
  const there = missedIn(missing).flatMap(({ id, ...hint }) => {
    const place = nameOf(id);
    return place ? [{ kind: 'missing' as const, place, ...hint }] : [];
  });
  const hints: AskingHint[] = [
    ...there,
    // Of all places together, what was not already said of one.
    ...missedOf(together(complete))
      .filter(({ thing }) => !there.some((hint) => hint.thing === thing))
      .map((hint) => ({ kind: 'missing' as const, place: null, ...hint })),
    ...own.flatMap(({ place: id, ...hint }): AskingHint[] => {
      const place = nameOf(id);
      return place ? [{ ...hint, place }] : [];
    }),
  ];
  return {
    hides: null,
    hints,
    said: askingQuestions.flatMap((question) => {
      const tally = sumOf(counts.filter((count) => count.question === question));
      return tally.answers === 0 ? [] : [{ question, how: frequencyOf(tally), answers: coarse(tally.answers) }];
    }),
    thanked: timesOf(
      asks.filter(({ closed }) => closed),
      ({ thanked }) => thanked,
    ),
    inTime: timesOf(asks, leftTime),
  };
}

/** The sum of months. */
function together(months: readonly Missed[]): Missed {
  const missing: Missed['missing'] = {};
  for (const thing of missingThings) {
    const times = months.reduce((sum, month) => sum + (month.missing[thing] ?? 0), 0);
    if (times > 0) missing[thing] = times;
  }
  return { answers: months.reduce((sum, month) => sum + month.answers, 0), missing };
}

const missedIn = (rows: Awaited<ReturnType<typeof missingCounts>>) =>
  [...Map.groupBy(rows, ({ place_id: id }) => id)].flatMap(([id, months]) =>
    missedOf(together(months)).map((hint) => ({ id, ...hint })),
  );

/** Names of services and teams, by id. */
async function places(db: Db, ids: readonly string[]) {
  const services = await serviceRefs(db, ids);
  const teams = await teamRefs(
    db,
    ids.filter((id) => !services.has(id)),
  );
  return (id: string) => {
    const found = services.get(id) ?? teams.get(id);
    return found && { id, name: found.name, of: services.has(id) ? ('service' as const) : ('team' as const) };
  };
}

async function learntFrom(db: Db, rows: readonly OwnRow[]): Promise<OwnAsk[]> {
  const [formOf, calendars] = await Promise.all([
    formsOf(db, rows),
    calendarsOf(
      db,
      rows.flatMap(({ team_id: team, service_id: service }) => (team && service ? [team] : [])),
    ),
  ]);
  return rows.map((row) => {
    const form = formOf(row);
    const calendar = calendars.get(row.team_id ?? '');
    return {
      place: row.service_id ?? row.team_id,
      closed: row.state === 'closed',
      thanked: (row.thanks ?? '').trim() !== '',
      wantedIn: calendar ? wantedIn(row, form, calendar) : null,
      usual: row.usual,
      addedLater: row.before ? addedTo(form, row.before, row.answers) : [],
    };
  });
}

function wantedIn(row: OwnRow, form: Parameters<typeof wantedBy>[0], calendar: WorkingCalendar): number | null {
  const by = wantedBy(form, row.answers, row.created_at, (day) => atClock(calendar.zone, day, '23:59'));
  return by && Math.max(0, workingMinutes(calendar, row.created_at, by));
}
