// The serving side's terms: its working calendar, how soon it says hello, how long silence waits before it closes.
import { serviceRefs, termsOf as termsOfService } from '../catalog/catalog.ts';
import { calendarOf, team } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { addWorking, type WorkingCalendar } from '../platform/working-time.ts';

/** Times in minutes of working time. */
export type Terms = { calendar: WorkingCalendar; greetingMinutes: number; closingMinutes: number };

const hour = 60;
const day = 8 * hour;
/** Of a colleague asked by name: half a working day to say hello, three days of silence to close. */
const personal = { greetingMinutes: 4 * hour, closingMinutes: 3 * day };

type Served = { team: string | null; person: string | null; service: string | null };

/** Of the team asked, or of the colleague asked by name; a service that is still with its team may have its own times. */
export async function termsOf(db: Db, asked: Served): Promise<Terms> {
  const terms = await termsOfServing(db, asked);
  if (asked.service === null || asked.team === null) return terms;
  const own = (await serviceRefs(db, [asked.service])).get(asked.service)?.team.id === asked.team;
  return own ? { ...terms, ...(await termsOfService(db, asked.service)) } : terms;
}

async function termsOfServing(db: Db, asked: Served): Promise<Terms> {
  const serving = asked.team === null ? null : await team(db, asked.team);
  if (asked.person === null && serving) return serving;
  return { ...(serving ?? personal), calendar: await calendarOf(db, { person: asked.person ?? '', team: asked.team }) };
}

/** When the one who promises works, serving in this team or in nobody's name but their own. */
export const calendarOfPromiser = (db: Db, promiser: string, asked: { team: string | null }) =>
  calendarOf(db, { person: promiser, team: asked.team });

/** `minutes` of working time after `now`; a calendar that never opens counts plain time instead. */
export const after = (terms: Terms, now: Date, minutes: number): Date =>
  addWorking(terms.calendar, now, minutes) ?? new Date(now.getTime() + minutes * 60_000);

/** What a new ask of the serving side is to know: by when they should say hello, and the zone that they work in. */
export const greetingOf = (terms: Terms, now: Date) => ({
  greetBy: after(terms, now, terms.greetingMinutes),
  zone: terms.calendar.zone,
});
