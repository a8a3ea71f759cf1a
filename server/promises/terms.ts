// In whose working time a promise runs, and how long silence waits before it accepts.
import { calendarOf, team as teamOf, teamsOf } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { addWorking, nextDayEnd, type WorkingCalendar } from '../platform/working-time.ts';

/** Minutes of working time: three days. */
const usualClosing = 3 * 8 * 60;

/** When this person works, in this team or in nobody's name but their own. */
export const calendarOfPromiser = (db: Db, promise: { promiser_id: string; team_id: string | null }) =>
  calendarOf(db, { person: promise.promiser_id, team: promise.team_id });

/** The team in whose name somebody promises, and is promised: the oldest of their living ones. */
export const oldestTeamOf = async (db: Db, person: string): Promise<string | null> =>
  (await teamsOf(db, person))[0]?.id ?? null;

/** When silence accepts what is delivered now: after the promiser's team's closing time, or the usual one. */
export async function closeByOf(db: Db, promise: { promiser_id: string; team_id: string | null }, now: Date) {
  const serving = promise.team_id === null ? null : await teamOf(db, promise.team_id);
  const minutes = serving?.closingMinutes ?? usualClosing;
  const calendar = await calendarOfPromiser(db, promise);
  return addWorking(calendar, now, minutes) ?? new Date(now.getTime() + minutes * 60_000);
}

/** By when what came back is to be mended: the promised time if it is ahead, else the end of the next working day. */
export const mendBy = (calendar: WorkingCalendar, due: Date, now: Date): Date =>
  due > now ? due : (nextDayEnd(calendar, now) ?? new Date(now.getTime() + 86_400_000));
