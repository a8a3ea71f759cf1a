// Front door of goals: how soon a team wants to be there for its colleagues, set by its leads, and how it goes, seen by every colleague.
import { z } from 'zod';
import {
  goalMoments,
  type Goal,
  type GoalChange,
  type GoalClock,
  type GoalPage,
  type NewGoal,
} from '../../contract/goals.ts';
import type { TeamRef } from '../../contract/shapes.ts';
import { team as teamOf } from '../directory/directory.ts';
import { announce } from '../platform/changes.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import { newId, type Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { usualDay } from '../platform/working-time.ts';
import { mayManage } from './access.ts';
import { pending } from './clocks.queries.ts';
import { medianOf, weeksOf } from './figure.rules.ts';
import * as queries from './queries.ts';
import { bringUp } from './reckon.ts';
import { clockViews, figureOf, goalViews } from './view.ts';
import { insertGoal, putAway, saveGoal, setServices, type Change } from './writing.queries.ts';

export { goalAudience } from './audience.ts';
export { keepGoals } from './jobs.ts';
export { goalsPersonal } from './personal.ts';

type GoalList = { team: TeamRef; day: number; items: Goal[]; can: 'create'[] };

/** A team's goals with their figures. Refuses `notFound`. */
export async function listGoals(
  db: Db,
  who: Who,
  id: string,
  archived: boolean,
  now: Date,
): Promise<Outcome<GoalList>> {
  const team = await teamOf(db, id);
  if (!team) return refused('notFound');
  const find = () => queries.goalsOfTeam(db, who, id, archived, now);
  const found = await find();
  const ids = found.map((row) => row.id);
  const behind = archived ? [] : await pending(db, ids, now);
  await bringUp(db, behind, now);
  const rows = behind.length > 0 ? await find() : found;
  const can: 'create'[] = mayManage(who, id) && !team.archived ? ['create'] : [];
  return { team: { id, name: team.name }, day: usualDay(team.calendar), items: await goalViews(db, who, rows), can };
}

/** A goal: its figure and weeks, and whose clock runs now. Refuses `notFound`. */
export async function getGoal(db: Db, who: Who, id: string, now: Date): Promise<Outcome<GoalPage>> {
  const [found, behind] = await Promise.all([queries.findGoal(db, who, id, now), pending(db, [id], now)]);
  if (!found) return refused('notFound');
  await bringUp(db, behind, now);
  const row = behind.length > 0 ? ((await queries.findGoal(db, who, id, now)) ?? found) : found;
  const weeks = weeksOf(row.today, row.days);
  const [[goal], lengths, byWeek, running] = await Promise.all([
    goalViews(db, who, [row]),
    queries.lengthsOf(db, row, who),
    queries.weeksSince(db, row, who, weeks[0]?.from ?? row.today),
    queries.runningOf(db, row, who, now).then((rows) => clockViews(db, who, row, rows, now)),
  ]);
  if (!goal) return refused('notFound');
  const shown = goal.hides === null;
  return {
    ...goal,
    median: shown ? medianOf(lengths) : null,
    weeks: shown
      ? weeks.map(({ from, to }) => {
          const sums = byWeek.get(from);
          return { from, to, figure: sums && sums.met + sums.missed > 0 ? figureOf(sums) : null };
        })
      : [],
    ahead: running.filter(({ due }) => Date.parse(due) >= now.getTime()),
    late: running.filter(({ due }) => Date.parse(due) < now.getTime()),
    at: now.toISOString(),
  };
}

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** What was not within the time, the latest first; nothing where the goal's figure is not shown. Refuses `notFound`, `badCursor`. */
export async function listMisses(
  db: Db,
  who: Who,
  id: string,
  page: { cursor?: string | undefined; limit: number },
  now: Date,
): Promise<Outcome<{ items: GoalClock[]; next: string | null }>> {
  const row = await queries.findGoal(db, who, id, now);
  if (!row) return refused('notFound');
  const key = keyIn(page.cursor, Key);
  if (isRefused(key)) return key;
  const [goal] = await goalViews(db, who, [row]);
  if (!goal || goal.hides) return { items: [], next: null };
  const after = key ? { at: key[0], id: key[1] } : null;
  const found = await queries.missesOf(db, row, who, after, page.limit + 1);
  const { items, next } = paged(found, page.limit, (one) => [one.due_at.toISOString(), one.request_id]);
  return { items: await clockViews(db, who, row, items, now), next };
}

/** Services that are the team's and stand, or all of its asks. Refuses `required`, `unknownService`. */
async function scopeOf(tx: Db, team: string, every: boolean, services: readonly string[]): Promise<Outcome<string[]>> {
  if (every) return [];
  if (services.length === 0) return refused('required', { field: 'services' });
  const offered = await queries.offeredBy(tx, team, services);
  return services.every((service) => offered.has(service))
    ? [...new Set(services)]
    : refused('unknownService', { field: 'services' });
}

async function seen(tx: Db, who: Who, id: string, now: Date): Promise<Outcome<Goal>> {
  const row = await queries.findGoal(tx, who, id, now);
  const [goal] = row ? await goalViews(tx, who, [row]) : [];
  return goal ?? refused('notFound');
}

/** Sets a goal. Its history is reckoned by and by. Refuses `notFound`, `goalLeadsOnly`, `archivedTeam`, `tooManyGoals`, and what is wrong with its services. */
export async function createGoal(tx: Db, who: Who, teamId: string, given: NewGoal, now: Date): Promise<Outcome<Goal>> {
  const team = await teamOf(tx, teamId);
  if (!team) return refused('notFound');
  if (!mayManage(who, teamId)) return refused('goalLeadsOnly');
  if (team.archived) return refused('archivedTeam');
  const { sentence, within, starts, ends, services = [], time = 'working', share = 95, days = 30 } = given;
  const every = given.every ?? services.length === 0;
  const scope = await scopeOf(tx, teamId, every, services);
  if (isRefused(scope)) return scope;
  if ((await queries.countStanding(tx, teamId)) >= queries.most)
    return refused('tooManyGoals', { params: { most: queries.most } });
  const id = newId();
  const row = { id, team_id: teamId, sentence, every_ask: every, starts, ends, time, ...within, share, days };
  await insertGoal(tx, { ...row, team_version: 0 }, now);
  await setServices(tx, id, scope);
  await announce(tx, { subject: 'goal', id, kind: 'created' });
  return seen(tx, who, id, now);
}

type Acting = { who: Who; id: string; expected: number | undefined };

/** The goal, held, if `who` may change it. Refuses `notFound`, `goalLeadsOnly`, `changedMeanwhile`. */
async function enter(tx: Db, { who, id, expected }: Acting, now: Date): Promise<Outcome<queries.GoalRow>> {
  const row = await queries.lockGoal(tx, who, id, now);
  if (!row) return refused('notFound');
  if (!mayManage(who, row.team_id)) return refused('goalLeadsOnly');
  if (expected !== undefined && expected !== row.version) return refused('changedMeanwhile');
  return row;
}

/** What is asked of a change, and whether something else counts by it than before. */
function changeOf(row: queries.GoalRow, given: GoalChange): Change {
  const { sentence, every, starts, ends, time, within, share, days } = given;
  const asked: { [Key in keyof Change]: Change[Key] | undefined } = {
    sentence,
    every_ask: every,
    starts,
    ends,
    time,
    count: within?.count,
    unit: within?.unit,
    share,
    days,
  };
  const known: Record<string, unknown> = row;
  return Object.fromEntries(
    Object.entries(asked).filter(([key, value]) => value !== undefined && value !== known[key]),
  ) as Change;
}
const measuring: readonly (keyof Change)[] = ['every_ask', 'starts', 'ends', 'time', 'count', 'unit'];

/** Refuses also `archivedGoal`, `clockBackwards`, and what is wrong with its services. */
export async function editGoal(tx: Db, acting: Acting, given: GoalChange, now: Date): Promise<Outcome<Goal>> {
  const row = await enter(tx, acting, now);
  if (isRefused(row)) return row;
  if (row.archived_at) return refused('archivedGoal');
  const { starts = row.starts, ends = row.ends, every = row.every_ask, services = row.services } = given;
  if (goalMoments.indexOf(ends) <= goalMoments.indexOf(starts)) return refused('clockBackwards', { field: 'ends' });
  // Those that it had may have been put to rest since: they may stay.
  const added = services.filter((service) => !row.services.includes(service));
  const kept = services.filter((service) => row.services.includes(service));
  const scope = every || (kept.length > 0 && added.length === 0) ? kept : await scopeOf(tx, row.team_id, every, added);
  if (isRefused(scope)) return scope;
  const next = every ? [] : [...new Set([...kept, ...scope])];
  const change = changeOf(row, given);
  const others = next.length !== row.services.length || next.some((service) => !row.services.includes(service));
  if (others) await setServices(tx, row.id, next);
  const anew = others || measuring.some((key) => key in change);
  await saveGoal(tx, row.id, change, anew, now);
  await announce(tx, { subject: 'goal', id: row.id, kind: 'changed' });
  return seen(tx, acting.who, row.id, now);
}

/** Twice is as good as once. */
export async function archiveGoal(tx: Db, acting: Acting, now: Date): Promise<Outcome<Goal>> {
  const row = await enter(tx, acting, now);
  if (isRefused(row)) return row;
  if (!row.archived_at) {
    await putAway(tx, row.id, now);
    await announce(tx, { subject: 'goal', id: row.id, kind: 'changed' });
  }
  return seen(tx, acting.who, row.id, now);
}

/** Refuses also `archivedTeam`, `tooManyGoals`. Twice is as good as once. */
export async function restoreGoal(tx: Db, acting: Acting, now: Date): Promise<Outcome<Goal>> {
  const row = await enter(tx, acting, now);
  if (isRefused(row)) return row;
  if (!row.archived_at) return seen(tx, acting.who, row.id, now);
  if ((await teamOf(tx, row.team_id))?.archived) return refused('archivedTeam');
  if ((await queries.countStanding(tx, row.team_id)) >= queries.most)
    return refused('tooManyGoals', { params: { most: queries.most } });
  await putAway(tx, row.id, null);
  await saveGoal(tx, row.id, {}, true, now);
  await announce(tx, { subject: 'goal', id: row.id, kind: 'changed' });
  return seen(tx, acting.who, row.id, now);
}
