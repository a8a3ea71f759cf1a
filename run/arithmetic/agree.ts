// Whether working-time.ts and its slow second implementation give the same answers in one case.
import {
  addWorking,
  clockOn,
  dueChoices,
  explainDue,
  isWorking,
  nextDayEnd,
  nextOpening,
  workingDaysBetween,
  workingMinutes,
} from '../../server/platform/working-time.ts';
import type { Case } from './cases.ts';
import { slowOf } from './slow.ts';

const minuteMs = 60_000;
type Answer = Date | number | boolean | string | null;
export type Disagreement = { question: string; quick: string; slow: string };

/** What the two do not agree on; nothing when all is well. The slow one may be given another calendar, to see that it is asked. */
export function disagreements({ calendar, a, b, minutes, clock }: Case, other = calendar): Disagreement[] {
  const slow = slowOf(other);
  const [first, last, way] = a <= b ? [a, b, 1] : [b, a, -1];
  // Neither -0 nor 0 is more right than the other.
  const signed = (count: number) => (count === 0 ? 0 : count * way);
  const worked = slow.workingMs(first, last) / minuteMs;
  const answers: Array<[question: string, quick: Answer, slow: Answer]> = [
    ['the clock on the wall', wallOfIntl(calendar.zone, a), slow.wallOf(a)],
    ['isWorking', isWorking(calendar, a), slow.isWorking(a)],
    ['nextOpening', nextOpening(calendar, a), slow.nextOpening(a)],
    ['addWorking of nothing', addWorking(calendar, a, 0), slow.nextOpening(a)],
    ['addWorking forward', addWorking(calendar, a, minutes), slow.after(a, minutes * minuteMs)],
    ['addWorking backward', addWorking(calendar, a, -minutes), slow.before(a, minutes * minuteMs)],
    ['workingMinutes', workingMinutes(calendar, a, b), signed(worked)],
    ['workingDaysBetween', workingDaysBetween(calendar, a, b), signed(slow.workingDays(first, last))],
    ['nextDayEnd', nextDayEnd(calendar, a), slow.nextDayEnd(a)],
    ['clockOn', clockOn(calendar, a, clock), slow.clockOn(a, clock)],
    ['dueChoices in working time', choicesHold(slow, dueChoices(calendar, a), a), true],
    [
      'explainDue in working time',
      explainDue(calendar, a, b).inWorkingTime,
      slow.isWorking(b) || slow.isWorking(new Date(b.getTime() - 1)),
    ],
  ];
  return answers
    .map(([question, quick, counted]) => ({ question, quick: told(quick), slow: told(counted) }))
    .filter((each) => each.quick !== each.slow);
}

const told = (answer: Answer): string => (answer instanceof Date ? answer.toISOString() : String(answer));

/** Suggestions come later and later, and each is a time at which somebody has just been working. */
function choicesHold(slow: ReturnType<typeof slowOf>, choices: ReturnType<typeof dueChoices>, now: Date): boolean {
  return choices.every(
    ({ at }, index) => at > (choices[index - 1]?.at ?? now) && slow.isWorking(new Date(at.getTime() - 1)),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock as Intl reads it: Temporal is a library here, and the zones' data lie below both. */
function wallOfIntl(zone: string, at: Date): number {
  let format = formats.get(zone);
  if (!format) {
    const shown = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
    formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', shown)));
  }
  const [date = '', time = ''] = format.format(at).split(' ');
  const [hours = '', minutes = ''] = time.split(':');
  return Date.parse(`${date}T00:00:00Z`) / minuteMs + Number(hours) * 60 + Number(minutes);
}
