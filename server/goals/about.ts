// What whoever serves a request reads of their team's goals beside it: the time left.
import type { RequestGoal } from '../../contract/goals.ts';
import { calendarOf } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { refused, type Outcome } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { requestTitles } from '../requests/requests.ts';
import { between } from './clock.rules.ts';
import { pending } from './clocks.queries.ts';
import { goalsFor, runningBy } from './queries.ts';
import { bringUp, measureOf } from './reckon.ts';

/** Nothing for whoever reads the request without being in the team that has it. Refuses `notFound`. */
export async function goalsOfRequest(
  db: Db,
  who: Who,
  request: string,
  now: Date,
): Promise<Outcome<{ items: RequestGoal[] }>> {
  const [titles, goals] = await Promise.all([requestTitles(db, who, [request]), goalsFor(db, who, request, now)]);
  if (!titles.has(request)) return refused('notFound');
  const [first] = goals;
  if (!first) return { items: [] };
  const ids = goals.map(({ id }) => id);
  await bringUp(db, await pending(db, ids, now), now);
  const [running, calendar] = await Promise.all([runningBy(db, request, ids), calendarOf(db, { team: first.team_id })]);
  return {
    items: running.flatMap(({ goal_id: id, due_at: due }) => {
      const goal = goals.find((one) => one.id === id);
      if (!goal) return [];
      const left = Math.round(between(measureOf(goal, calendar), calendar, now, due));
      return [{ goal: { id, sentence: goal.sentence }, time: goal.time, due: due.toISOString(), left }];
    }),
  };
}
