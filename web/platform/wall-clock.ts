// A day and a time of day on the clock of a zone, and the instant they mean. Pure; no library, because the first load is small.

type Wall = { date: string; time: string };

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** What the clock shows there, as if it were UTC, in milliseconds. */
function shownAt(ms: number, zone: string): number {
  const parts = format(zone).formatToParts(new Date(ms));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  // Date.UTC would take the year 26 for 1926.
  const day = new Date(0).setUTCFullYear(of('year'), of('month') - 1, of('day'));
  return day + ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1000;
}

/**
 * The instant at which the clock of `zone` shows `date` ("2026-11-24") and `time` ("13:30"); null when either is no such thing.
 * A time that the clock skips in spring is taken as much later; one that comes twice in autumn, the first time.
 */
export function instantAt({ date, time }: Wall, zone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const wanted = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(wanted)) return null;
  const day = 86_400_000;
  // The offsets of the day before and the day after are the only two that can hold here.
  const offsets = [wanted - day, wanted + day].map((ms) => shownAt(ms, zone) - ms);
  const fitting = offsets.map((offset) => wanted - offset).filter((ms) => shownAt(ms, zone) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wanted - (offsets[0] ?? 0));
}

/** What the clock of `zone` shows at an instant. */
export function wallAt(at: Date, zone: string): Wall {
  const shown = new Date(shownAt(at.getTime(), zone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}
