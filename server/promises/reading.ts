// Reading promises: mine in two directions, one of them whole, those of today, and times to promise.
import { z } from 'zod';
import type { DueChoice, PromiseRow, PromisesToday, PromiseWhole } from '../../contract/promises.ts';
import type { Language } from '../../contract/shapes.ts';
import { calendarOf } from '../directory/directory.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { searchQuery } from '../platform/text-search.ts';
import { dueChoices, explainDue } from '../platform/working-time.ts';
import { isParty, sees } from './access.ts';
import { dueSoon, findPromise, matchingPromises, pagePromises, promisesWith, waitingForWord } from './page.queries.ts';
import { partiesIn, subjectsSeen } from './sight.ts';
import { calendarOfPromiser, oldestTeamOf } from './terms.ts';
import { rowViews, wholeView, type Reading } from './view.ts';

/** The promise if `who` may read it. Refuses `notFound`. */
export async function read(reading: Reading, id: string): Promise<Outcome<PromiseWhole>> {
  const { db, who, subjects } = reading;
  const row = await findPromise(db, id);
  if (!row) return refused('notFound');
  const seesSubject = (await subjectsSeen(db, who, [row], subjects))(row);
  return sees(who.id, partiesIn(row), seesSubject) ? wholeView(reading, row, seesSubject) : refused('notFound');
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

type Asked = { side: 'made' | 'given'; state: 'open' | 'ended'; cursor?: string | undefined; limit: number };

/** What I promised, or what was promised to me. Refuses `badCursor`. */
export async function list(reading: Reading, { side, state, cursor, limit }: Asked) {
  const key = keyIn(cursor, Key);
  if (isRefused(key)) return key;
  const { db, who } = reading;
  const after = key && { at: key[0], id: key[1] };
  const rows = await pagePromises(db, { who: who.id, side, state }, after, limit + 1);
  const { items, next } = paged(rows, limit, (row) => [(row.ended_at ?? row.due_at).toISOString(), row.id]);
  return { items: await rowViews(reading, items), next };
}

const week = 7 * 86_400_000;

/** Promises outside of requests that concern me today. */
export async function today(reading: Reading): Promise<PromisesToday> {
  const { db, who, now } = reading;
  const [due, waiting] = await Promise.all([
    dueSoon(db, who.id, new Date(now.getTime() + week)),
    waitingForWord(db, who.id),
  ]);
  const views = await rowViews(reading, [...due, ...waiting]);
  return { due: views.slice(0, due.length), waiting: views.slice(due.length) };
}

type Sought = {
  words: string;
  /** Of these people: with them, whatever the promise says. */
  people: readonly string[];
};

/** Promises outside of requests, made by me or to me: first those whose words match, then those with these people; of each, those that run first. */
export async function searchPromises(reading: Reading, sought: Sought, limit: number): Promise<PromiseRow[]> {
  const { db, who } = reading;
  const { match } = await searchQuery(db, sought.words, who.language);
  const [said, between] = await Promise.all([
    matchingPromises(db, who.id, match, limit),
    promisesWith(db, who.id, sought.people, limit),
  ]);
  const others = between.filter(({ id }) => !said.some((one) => one.id === id));
  return rowViews(reading, [...said, ...others].slice(0, limit));
}

type Choosing = { at: Date | undefined; promise: string | undefined; language: Language };

/** Times that could be promised, in the working time of who promises, and the one asked about. Refuses `notFound`. */
export async function choices({ db, who, now }: Reading, { at, promise, language }: Choosing) {
  const row = promise === undefined ? undefined : await findPromise(db, promise);
  if (promise !== undefined && !(row && isParty(who.id, partiesIn(row)))) return refused('notFound');
  const calendar = row
    ? await calendarOfPromiser(db, row)
    : await calendarOf(db, { person: who.id, team: await oldestTeamOf(db, who.id) });
  const explained = (code: DueChoice['code'], due: Date): DueChoice => {
    const { zone, workingDays, workingMinutes, inWorkingTime, holiday } = explainDue(calendar, now, due, language);
    return { code, at: due.toISOString(), zone, workingDays, workingMinutes, inWorkingTime, holiday };
  };
  const items = dueChoices(calendar, now).map((choice) => explained(choice.code, choice.at));
  return { items: at ? [...items, explained('asked', at)] : items };
}
