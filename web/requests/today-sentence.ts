// The sentence about a person's day, and how the day greets them. Pure: the lists, the present and the words are arguments.
import type { RequestRow, Today, TodayPart } from '../../contract/requests.ts';
import type { Language } from '../../contract/shapes.ts';
import { clock, dayNumber, whenInWords } from '../platform/time.ts';
import type { Speech } from '../platform/words.tsx';

type Lists = Pick<Today, TodayPart | 'more'>;

/** All of a list, with those that did not come along. */
const countOf = (day: Lists, part: TodayPart): number => day[part].length + day.more[part];
type Spoken = Pick<Speech, 't' | 'locale' | 'zone'>;

/** At what hour the morning is over, and the evening begins, for people who speak the language. */
const turns: Record<Language, readonly [noon: number, evening: number]> = {
  en: [12, 18],
  fi: [10, 18],
  es: [14, 21],
  ru: [12, 18],
};

/** The hour of the wall clock in a zone, 0 to 23. */
const hourIn = (at: Date, zone: string) =>
  Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at));

/** "Good morning, Aino", by the reader's wall clock and the customs of the language. `name`: the first word is said. */
export function greeting(name: string, now: Date, words: Spoken & Pick<Speech, 'language'>): string {
  const hour = hourIn(now, words.zone);
  const [noon, evening] = turns[words.language];
  const first = name.trim().split(/\s+/u)[0] ?? name;
  if (hour < 5 || hour >= 23) return words.t('requests.today.greeting.night', { name: first });
  if (hour < noon) return words.t('requests.today.greeting.morning', { name: first });
  if (hour < evening) return words.t('requests.today.greeting.day', { name: first });
  return words.t('requests.today.greeting.evening', { name: first });
}

/** One or two sentences about the day: what I promised and which of it needs a word, then what waits for mine. */
export function daySentence(day: Lists, now: Date, words: Spoken): string {
  const { t } = words;
  const said: string[] = [];
  if (day.promised.length > 0) said.push(promisedSentence(day.promised, countOf(day, 'promised'), now, words));
  const ungreeted = day.unanswered.filter((row) => row.ungreeted).length;
  if (day.awaitingMyWord.length > 0) said.push(t('requests.today.day.awaiting', { n: countOf(day, 'awaitingMyWord') }));
  if (day.awaitingMyYes.length > 0) said.push(t('requests.today.day.yes', { n: countOf(day, 'awaitingMyYes') }));
  if (ungreeted > 0) said.push(t('requests.today.day.ungreeted', { n: ungreeted }));
  if (said.length > 0) return said.slice(0, 2).join(' ');
  if (day.unanswered.length > 0) return t('requests.today.day.asked', { n: countOf(day, 'unanswered') });
  if (day.waitingFor.length > 0) return t('requests.today.day.waiting', { n: countOf(day, 'waitingFor') });
  return t('requests.today.day.nothing');
}

/** Whether a promise needs a word from its maker: it is in danger, and no new time was offered yet. */
export const needsWord = (row: RequestRow) => (row.atRisk || row.overdue) && row.proposedDue === null;

function promisedSentence(rows: readonly RequestRow[], count: number, now: Date, words: Spoken): string {
  const { t } = words;
  const promised = t('requests.today.day.promised', { n: count });
  const late = rows.filter((row) => needsWord(row) && row.overdue);
  if (late.length > 0) {
    const some = t('requests.today.day.some.late', { whom: whomOf(late, count), n: late.length });
    return t('requests.today.day.late', { promised, some });
  }
  const risky = rows.filter(needsWord);
  const first = soonest(risky);
  if (first) {
    const some = t('requests.today.day.some.risk', { whom: whomOf(risky, count), n: risky.length });
    return t('requests.today.day.risk', { promised, some, ...before(first, now, words) });
  }
  const next = soonest(rows);
  if (!next) return `${promised}.`;
  return t('requests.today.day.calm', { promised, n: count, when: whenInWords(next, now, words) });
}

const whomOf = (some: readonly unknown[], all: number) => (some.length < all ? 'some' : all === 1 ? 'it' : 'all');

function soonest(rows: readonly RequestRow[]): Date | null {
  const times = rows.flatMap((row) => (row.due ? [new Date(row.due).getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** "before noon", "before 16:00", or just "soon" when it is not today any more. */
function before(due: Date, now: Date, words: Spoken): { before: 'noon' | 'time' | 'soon'; time: string } {
  const time = clock(due, words);
  if (dayNumber(due, words.zone) !== dayNumber(now, words.zone)) return { before: 'soon', time };
  const noon = hourIn(due, words.zone) === 12 && due.getUTCMinutes() === 0;
  return { before: noon ? 'noon' : 'time', time };
}
