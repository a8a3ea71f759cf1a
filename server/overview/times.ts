// Keeps the times of requests reckoned: by a job all along, and for one team at the moment when its report is read.
import { calendarsOf } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { saveTimes, staleRequests, type StaleRow } from './times.queries.ts';
import type { TimeTable } from './tables.ts';
import { timesOf } from './times.rules.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';

const batch = 500;

/** Reckons what has moved on, of one team or of all; stops after `most` requests, the rest comes with the next round. */
export async function refreshTimes(db: Db, team: string | null, most = 20_000): Promise<void> {
  for (let done = 0; done < most; done += batch) {
    const stale = await staleRequests(db, team, batch);
    const calendars = await calendarsOf(
      db,
      stale.map((row) => row.team_id),
    );
    await saveTimes(
      db,
      stale.flatMap((row) => {
        const calendar = calendars.get(row.team_id);
        return calendar ? [rowOf(row, calendar)] : [];
      }),
    );
    if (stale.length < batch) return;
  }
}

function rowOf(row: StaleRow, calendar: WorkingCalendar): TimeTable {
  const promise =
    row.promise && row.delivered_at
      ? {
          madeAt: new Date(row.promise.made_at),
          firstDue: new Date(row.promise.first_due_at),
          deliveredAt: row.delivered_at,
        }
      : null;
  const times = timesOf(
    {
      askedAt: row.created_at,
      happenings: row.happenings.map(({ what, at }) => ({ what, at: new Date(at) })),
      promise,
    },
    calendar,
  );
  return {
    request_id: row.id,
    version: row.version,
    team_id: row.team_id,
    greet_minutes: times.greetMinutes,
    greeted_in_time: times.greetedInTime,
    promise_minutes: times.promiseMinutes,
    offered_minutes: times.offeredMinutes,
    ask_minutes: times.askMinutes,
    returned: times.returned,
    reopened: times.reopened,
  };
}
