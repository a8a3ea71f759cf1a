// Lists of requests: mine, a person's today, a team's queue. A fixed number of queries each, however long the list.
import { z } from 'zod';
import type { Kept } from '../../contract/promises.ts';
import {
  todayParts,
  type ListQuery,
  type Queue,
  type QueuePart,
  type RequestRow,
  type Today,
  type TodayPart,
} from '../../contract/requests.ts';
import { personRefs, teamRefs } from '../directory/directory.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { ownRecord, ownRisks } from '../promises/promises.ts';
import { countsOf, listRequests, none, queueOf, thanksTo } from './list.queries.ts';
import type { Found } from './queries.ts';
import { dayOf } from './today.queries.ts';
import { namesFor, personIn, promiseIn, rowView } from './view.ts';

const Key = z.tuple([z.iso.datetime(), z.uuid()]);
const keyOf = (row: { updated_at: Date; id: string }) => [row.updated_at.toISOString(), row.id] as const;
type Page = { cursor?: string | undefined; limit: number };

const rowsView = async (db: Db, rows: readonly Found[], who: Who, now: Date): Promise<RequestRow[]> => {
  const names = await namesFor(db, rows);
  return rows.map((row) => rowView(row, names, who, now));
};

async function pageOf(
  db: Db,
  who: Who,
  now: Date,
  page: Page,
  load: (after: { at: string; id: string } | null, limit: number) => Promise<Found[]>,
) {
  const key = keyIn(page.cursor, Key);
  if (isRefused(key)) return key;
  const rows = await load(key ? { at: key[0], id: key[1] } : null, page.limit + 1);
  const { items, next } = paged(rows, page.limit, keyOf);
  return { items: await rowsView(db, items, who, now), next };
}

/** Requests that `who` may see, newest change first. */
export const mine = (db: Db, who: Who, query: z.infer<typeof ListQuery>, now: Date) =>
  pageOf(db, who, now, query, (after, limit) => listRequests(db, who, query, after, limit));

/** The work of a team; only its members see that there is any. */
export async function queue(
  db: Db,
  who: Who,
  team: string,
  query: Page & { part: QueuePart; provider?: string | undefined },
  now: Date,
): Promise<Outcome<Queue>> {
  if (!memberOf(who, team)) return refused('notFound');
  const [page, counts, refs] = await Promise.all([
    pageOf(db, who, now, query, (after, limit) => queueOf(db, who, team, query, after, limit)),
    countsOf(db, [team]),
    teamRefs(db, [team]),
  ]);
  if (isRefused(page)) return page;
  return { team: refs.get(team) ?? { id: team, name: '' }, counts: counts.get(team) ?? none, ...page };
}

/** How teams kept their promises, those of which it may be told; a later capability's to say. */
export type TeamRecords = (db: Db, teams: readonly string[], now: Date) => Promise<Map<string, Kept>>;

/** Of each list of a day as many as one may look through at once; the rest is in the list itself. */
const mostOfEach = 50;

const month = 30 * 86_400_000;
const byTime = (key: 'due' | 'createdAt' | 'deliveredAt') => (a: RequestRow, b: RequestRow) =>
  (a[key] ?? '9').localeCompare(b[key] ?? '9');

/** A person's day: what I promised, what waits for my word, what is asked of us, what I wait for, thanks. */
export async function today(
  db: Db,
  who: Who,
  now: Date,
  teamRecords: TeamRecords,
  most: number = mostOfEach,
): Promise<Today> {
  const teams = who.teams.map((team) => team.id);
  const [{ found, totals }, thanks, counts, refs, kept, own] = await Promise.all([
    dayOf(db, who, now, most),
    thanksTo(db, who, new Date(now.getTime() - month)),
    countsOf(db, teams),
    teamRefs(db, teams),
    teamRecords(db, teams, now),
    ownRecord(db, who.id, now),
  ]);
  const [rows, risks, givers] = await Promise.all([
    rowsView(db, found, who, now),
    ownRisks(
      db,
      who.id,
      found.flatMap((row) => promiseIn(row) ?? []),
      now,
    ),
    personRefs(
      db,
      thanks.map((each) => each.requester_id),
    ),
  ]);
  const asked = new Set(
    found.flatMap((row) =>
      row.requester_id === who.id || row.asked_by_id === who.id || row.asks_along ? [row.id] : [],
    ),
  );
  // Of these their promiser knows more than others may.
  const risky = new Set(found.flatMap((row) => (risks.has(promiseIn(row)?.id ?? '') ? [row.id] : [])));
  const awaits = (row: RequestRow) =>
    row.can.some((move) => ['accept', 'answerRenegotiation', 'acceptCounter'].includes(move));
  const day: Record<TodayPart, RequestRow[]> = {
    promised: rows
      .filter((row) => row.state === 'promised' && row.provider?.id === who.id)
      .map((row) => (risky.has(row.id) ? { ...row, mayNotHold: true } : row))
      .toSorted(byTime('due')),
    awaitingMyYes: rows.filter((row) => row.can.includes('approve')).toSorted(byTime('createdAt')),
    awaitingMyWord: rows.filter(awaits).toSorted(byTime('deliveredAt')),
    unanswered: rows
      .filter((row) => row.state === 'asked' && (row.can.includes('promise') || row.can.includes('greet')))
      .toSorted(byTime('createdAt')),
    waitingFor: rows
      .filter((row) => asked.has(row.id) && !awaits(row) && row.provider?.id !== who.id)
      .toSorted(byTime('due')),
  };
  const beyond = (part: TodayPart) => [part, Math.max(0, totals[part] - day[part].length)] as const;
  return {
    ...day,
    more: Object.fromEntries(todayParts.map(beyond)) as Today['more'],
    thanks: thanks.map((each) => ({
      request: each.id,
      words: each.thanks,
      from: personIn(givers, each.requester_id),
      at: each.ended_at.toISOString(),
    })),
    teams: teams.map((team) => ({
      team: refs.get(team) ?? { id: team, name: '' },
      counts: counts.get(team) ?? none,
      kept: kept.get(team) ?? null,
    })),
    mine: own,
  };
}
