// Time zones as calendars read them: VTIMEZONE components, and wall-clock times that mean exactly the instant that they are written for.
import ICAL from 'ical.js';
import { tzlib_get_ical_block as blockOf } from 'timezones-ical-library';

type Zone = {
  /** As it is called in the calendars' data, which knows one name for several. */ tzid: string;
  component: readonly unknown[];
  zone: InstanceType<typeof ICAL.Timezone>;
  parts: Intl.DateTimeFormat;
};

const known = new Map<string, Zone>();

/** What the calendars' data says of a zone; null for UTC and for zones that they do not have. */
function zoneOf(name: string): Zone | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = /^(Etc\/)?UTC$/.test(name) ? null : read(name);
  if (made) known.set(name, made);
  return made;
}

function read(name: string): Zone | null {
  const block = blockOf(name)[0] ?? '';
  if (!block.startsWith('BEGIN:VTIMEZONE')) return null;
  const component = ICAL.parse(block.replaceAll(/\r?\n/g, '\r\n')) as unknown[];
  const zone = new ICAL.Timezone(new ICAL.Component(structuredClone(component)));
  const tzid = zone.tzid;
  const numeric = 'numeric' as const;
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  return {
    tzid,
    component,
    zone,
    parts: new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', ...fields }),
  };
}

/** A fresh VTIMEZONE for a calendar in which times of this zone are written. */
export function timezoneOf(name: string): InstanceType<typeof ICAL.Component> | null {
  const zone = zoneOf(name);
  return zone && new ICAL.Component(structuredClone(zone.component) as unknown[]);
}

export type Written = { time: InstanceType<typeof ICAL.Time>; zone: string | null };

/**
 * An instant on the wall clock of a zone. Where the rules of the zone that go out with the calendar would read it as another instant
 * (they are newer or older than ours, or the hour comes twice), it is written in UTC instead: `zone` is null then.
 */
export function timeIn(name: string, at: Date): Written {
  const zone = zoneOf(name);
  const utc = () => ({ time: ICAL.Time.fromJSDate(at, true), zone: null });
  if (!zone) return utc();
  const said = Object.fromEntries(zone.parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = said;
  const wall = { year, month, day, hour, minute, second, isDate: false };
  const read = new ICAL.Time(wall, zone.zone).toUnixTime();
  if (read !== Math.floor(at.getTime() / 1000) || isTwice(name, at, said)) return utc();
  return { time: new ICAL.Time(wall, ICAL.Timezone.localTimezone), zone: zone.tzid };
}

/** Whether this wall-clock time comes a second time, or came before: programs disagree about which of the two is meant. */
function isTwice(name: string, at: Date, said: Record<string, number>): boolean {
  const parts = zoneOf(name)?.parts;
  if (!parts) return false;
  const same = (other: Date) =>
    parts.formatToParts(other).every(({ type, value }) => type === 'literal' || said[type] === Number(value));
  return [30, 60, 120].some((minutes) =>
    [-minutes, minutes].some((away) => same(new Date(at.getTime() + away * 60_000))),
  );
}
