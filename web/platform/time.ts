// Time as people say it: "Today 12:00", "in 2 h 10", and exactly. Pure: the present, the zone and the words are arguments.
import type { Speech } from './words.tsx';

/** What telling time needs of the reader. */
export type Reader = Pick<Speech, 't' | 'locale' | 'zone'>;

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${reader.locale} ${reader.zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(reader.locale, { timeZone: reader.zone, ...options });
  formats.set(key, known);
  return known;
}

/** The calendar day of an instant in a zone, counted in days since 1970. */
export function dayNumber(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Math.round(Date.UTC(of('year'), of('month') - 1, of('day')) / 86_400_000);
}

/** Makes the first letter a capital, by the rules of the language. */
export const capital = (words: string, locale: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

/**
 * The day as people say it: "today", "tomorrow", "yesterday", "Thursday" within six days, then "24 November", with the year when it is another one.
 * `inside` a sentence some languages want an article: "el jueves".
 */
export function dayInWords(at: Date, now: Date, reader: Reader, inside = false): string {
  const days = dayNumber(at, reader.zone) - dayNumber(now, reader.zone);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day');
  const place = inside ? 'yes' : 'no';
  if (Math.abs(days) <= 6)
    return reader.t('platform.time.weekday', { inside: place, day: format(reader, { weekday: 'long' }).format(at) });
  const year = format(reader, { year: 'numeric' });
  const sameYear = year.format(at) === year.format(now);
  const date = format(reader, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(at);
  return reader.t('platform.time.date', { inside: place, day: date });
}

/** "16:00", in the reader's zone. */
export const clock = (at: Date, reader: Reader) => format(reader, { hour: 'numeric', minute: '2-digit' }).format(at);

/** "today 12:00", "Thursday 15:00"; with `start`, as the beginning of a sentence: "Today 12:00". */
export function whenInWords(at: Date, now: Date, reader: Reader, start = false): string {
  const words = `${dayInWords(at, now, reader, !start)} ${clock(at, reader)}`;
  return start ? capital(words, reader.locale) : words;
}

/** From so many hours on, nobody counts the minutes of what is past. */
const longAgo = 5;

/** "in 2 h 10", "40 min ago", "in 3 days", "just now". */
export function distanceInWords(at: Date, now: Date, reader: Reader): string {
  const minutes = Math.trunc((at.getTime() - now.getTime()) / minute);
  const size = Math.abs(minutes);
  const way = minutes < 0 ? 'ago' : 'in';
  if (size < 1) return reader.t('platform.time.now');
  if (size < 60) return reader.t(`platform.time.${way}.minutes`, { minutes: size });
  const hours = Math.floor(size / 60);
  const rest = size % 60;
  if (hours < 24 && (rest === 0 || (way === 'ago' && hours >= longAgo)))
    return reader.t(`platform.time.${way}.hours`, { hours });
  if (hours < 24) return reader.t(`platform.time.${way}.both`, { hours, minutes: String(rest).padStart(2, '0') });
  const days = dayNumber(at, reader.zone) - dayNumber(now, reader.zone);
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'always' }).format(days, 'day');
}

/** A length of time: "2 h 10", "40 min", "3 h". `minutes` is a whole number, 0 or more. */
export function lengthInWords(minutes: number, reader: Reader): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return reader.t('platform.time.minutes', { minutes: rest });
  if (rest === 0) return reader.t('platform.time.hours', { hours });
  return reader.t('platform.time.both', { hours, minutes: String(rest).padStart(2, '0') });
}

/** The exact instant with its zone: "Tuesday 24 November 2026 at 12:00, Helsinki (EET)". */
export function exactInWords(at: Date, reader: Reader): string {
  const words = format(reader, { dateStyle: 'full', timeStyle: 'short' }).format(at);
  const short = format(reader, { timeZoneName: 'short' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  return `${words}, ${cityOf(reader.zone)}${short ? ` (${short})` : ''}`;
}

/** "Europe/Helsinki" → "Helsinki". */
export const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
