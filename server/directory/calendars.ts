// When teams and people work, as calendars to count with. Entered through directory.ts; the arithmetic: platform/working-time.ts.
import { readHours, readWeek } from '../../contract/working-time.ts';
import type { Db } from '../platform/db.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import { daysOf } from './absence.rules.ts';
import * as queries from './queries.ts';
import { usual } from './rules.ts';

/**
 * When a team works, or a person: in their own hours where they have some, else as the oldest of their teams does (or as
 * `team`, one that they serve in), else in usual hours where they are. Holidays and special days are the team's; days away
 * are closed. For those that exist.
 */
export async function calendarOf(
  tx: Db,
  of: { team: string } | { person: string; team?: string | null },
): Promise<WorkingCalendar> {
  if (!('person' in of)) {
    const calendar = (await calendarsOf(tx, [of.team])).get(of.team);
    if (!calendar) throw new Error(`No calendar for the team ${of.team}`);
    return calendar;
  }
  const found = await queries.findPlaceOf(tx, of.person);
  if (!found) throw new Error(`No calendar for the person ${of.person}`);
  const team = of.team ?? found.team;
  const base = (team ? (await calendarsOf(tx, [team])).get(team) : undefined) ?? {
    zone: found.zone,
    country: found.country,
    region: found.region,
    week: readWeek(found.usual) ?? usual.week,
    exceptions: [],
  };
  return interned(personal(base, found));
}

type Own = { zone: string; week: unknown; leaves: ReadonlyArray<{ from: string; until: string }> };

function personal(base: WorkingCalendar, { zone, week, leaves }: Own): WorkingCalendar {
  const own = readWeek(week);
  const calendar = own ? { ...base, zone, week: own } : base;
  const away = new Set(leaves.flatMap(daysOf));
  if (away.size === 0) return calendar;
  const closed = [...away].map((date) => ({ date, hours: [], note: '' }));
  return { ...calendar, exceptions: [...closed, ...calendar.exceptions.filter(({ date }) => !away.has(date))] };
}

/** The calendars of several teams, by team. */
export async function calendarsOf(tx: Db, teams: readonly string[]): Promise<Map<string, WorkingCalendar>> {
  if (teams.length === 0) return new Map();
  const rows = await queries.findCalendars(tx, [...new Set(teams)]);
  return new Map(rows.map((row) => [row.id, calendarIn(row)]));
}

export const calendarIn = ({
  zone,
  country,
  region,
  week,
  exceptions,
}: Omit<queries.CalendarRow, 'id'>): WorkingCalendar =>
  interned({
    zone,
    country,
    region,
    week: readWeek(week) ?? usual.week,
    exceptions: exceptions.map((day) => ({ ...day, hours: readHours(day.hours) ?? [] })),
  });

// The days of a calendar are compiled once for each object: equal calendars must be the same object.
const calendars = new Map<string, WorkingCalendar>();
function interned(calendar: WorkingCalendar): WorkingCalendar {
  const key = JSON.stringify(calendar);
  const known = calendars.get(key);
  if (known) return known;
  if (calendars.size >= 2000) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}
