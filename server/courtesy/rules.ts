// What is shown of answers that were counted, and what one's own history says: pure. How batches are counted: counting.queries.ts.
import type { Form } from '../../contract/forms.ts';
import { fewestAnswers, missingThings, type Frequency, type MissingThing } from '../../contract/courtesy.ts';

/** The first day of the month of an instant, in UTC: only answers from before it are counted. */
export const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;

/** The first day of the month so many months before or after. */
export function monthsFrom(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(new Date(Date.UTC(year, number - 1 + months, 1)));
}

/** How far back anything is told of: a year of months. */
export const window = 12;

export type Tally = { answers: number; yes: number };

/**
 * How often, in words. So coarse that no answer can be read from it: of five, nought to two are "sometimes", four and five "mostly";
 * neither tells whether all of them said the same.
 */
export function frequencyOf({ answers, yes }: Tally): Frequency {
  if (yes >= answers * 0.8) return 'mostly';
  return yes >= answers * 0.5 ? 'often' : 'sometimes';
}

/** Rounded down to fives: one more answer is not seen. */
export const coarse = (answers: number): number => Math.floor(answers / 5) * 5;

/** The sum of tallies. */
export const sumOf = (tallies: readonly Tally[]): Tally => ({
  answers: tallies.reduce((sum, each) => sum + each.answers, 0),
  yes: tallies.reduce((sum, each) => sum + each.yes, 0),
});

export type Missed = { answers: number; missing: Partial<Record<MissingThing, number>> };

/**
 * What was often missing, most often first: said by three or more, and in three of ten answers or more; `most` from half on.
 * Two things at most: more would be a reproach and no hint.
 */
export function missedOf({ answers, missing }: Missed): { thing: MissingThing; how: 'most' | 'many' }[] {
  return missingThings
    .map((thing) => ({ thing, times: missing[thing] ?? 0 }))
    .filter(({ times }) => times >= fewestAnswers.people && times >= answers * 0.3)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, 2)
    .map(({ thing, times }) => ({ thing, how: times >= answers * 0.5 ? ('most' as const) : ('many' as const) }));
}

export type Times = { of: number; times: number };

/** How many of these it holds for; null below five, where it says nothing yet. `undefined` where it cannot be told. */
export function timesOf<Each>(list: readonly Each[], holds: (each: Each) => boolean | undefined): Times | null {
  const told = list.map(holds).filter((each) => each !== undefined);
  return told.length < fewestAnswers.answers ? null : { of: told.length, times: told.filter(Boolean).length };
}

/** Worth a hint: three times or more, and three of ten or more. */
export const isHabit = (times: Times | null): times is Times =>
  times !== null && times.times >= fewestAnswers.people && times.times >= times.of * 0.3;

/** An ask of one's own, as far as it teaches anything. */
export type OwnAsk = {
  place: string | null;
  /** Closed by anybody or by silence. */
  closed: boolean;
  thanked: boolean;
  /** Working minutes from the ask to the first day that it named, and those that most deliveries took; null where there are none. */
  wantedIn: number | null;
  usual: number | null;
  /** Questions of its form that had no answer at first and were answered before anybody promised. */
  addedLater: readonly { key: string; label: string }[];
};

export const leftTime = ({ wantedIn, usual }: OwnAsk): boolean | undefined =>
  wantedIn === null || usual === null ? undefined : wantedIn >= usual;

export type OwnHint =
  | ({ kind: 'addedLater'; place: string; field: string } & Times)
  | ({ kind: 'soon'; place: string } & Times);

/** Hints from one's own history alone, place by place: what one added afterwards, and where one asked sooner than it takes. */
export function ownHints(asks: readonly OwnAsk[]): OwnHint[] {
  const places = Map.groupBy(
    asks.filter((ask): ask is OwnAsk & { place: string } => ask.place !== null),
    ({ place }) => place,
  );
  return [...places].flatMap(([place, own]) => {
    const fields = new Map(own.flatMap(({ addedLater }) => addedLater.map(({ key, label }) => [key, label] as const)));
    const added = [...fields].flatMap(([key, field]) => {
      const times = timesOf(own, ({ addedLater }) => addedLater.some((each) => each.key === key));
      return isHabit(times) ? [{ kind: 'addedLater' as const, place, field, ...times }] : [];
    });
    const soon = timesOf(own, (ask) => {
      const left = leftTime(ask);
      return left === undefined ? undefined : !left;
    });
    return [...added, ...(isHabit(soon) ? [{ kind: 'soon' as const, place, ...soon }] : [])];
  });
}

/** The first day or moment in the future that an ask names, by the order of its form; null when it names none. */
export function wantedBy(
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  askedAt: Date,
  endOf: (day: string) => Date,
): Date | null {
  for (const { key, kind } of form) {
    const answer = answers[key];
    const at =
      kind === 'date' && typeof answer === 'string'
        ? endOf(answer)
        : kind === 'dateTime' && typeof answer === 'object' && answer !== null && 'at' in answer
          ? new Date(String(answer.at))
          : null;
    if (at && at > askedAt) return at;
  }
  return null;
}

/** Questions that were answered in the end, and had no answer before the first change. */
export const addedTo = (
  form: Form,
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
) =>
  form
    .filter(({ key }) => before[key] === undefined && now[key] !== undefined)
    .map(({ key, label }) => ({ key, label }));
