// A goal and its clocks as its reader may see them: figures where they are nobody's own, requests only where they see those.
import type { Goal, GoalClock, GoalFigure, GoalWhy } from '../../contract/goals.ts';
import { readWeek, usualWeek } from '../../contract/working-time.ts';
import type { EntryKind } from '../../contract/requests.ts';
import type { ServiceRef } from '../../contract/catalog.ts';
import { serviceRefs, serviceRefsToAsk } from '../catalog/catalog.ts';
import { calendarOf, personRefs, ratesShown } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import { wilson } from '../platform/statistics.ts';
import { usualDay } from '../platform/working-time.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { requestTitles } from '../requests/requests.ts';
import { goalCan } from './access.ts';
import { between } from './clock.rules.ts';
import { hides } from './figure.rules.ts';
import { sumsOf, type ClockRow, type GoalRow } from './queries.ts';
import { measureOf } from './reckon.ts';

export const figureOf = ({ met, missed }: { met: number; missed: number }): GoalFigure => ({
  met,
  total: met + missed,
  ...wilson(met, met + missed),
});

/** Names of services: of one's own team all of them, of another those that one may ask for. */
const namesFor = async (db: Db, who: Who, team: string, ids: readonly string[]): Promise<Map<string, ServiceRef>> =>
  memberOf(who, team) || who.administrator ? serviceRefs(db, ids) : serviceRefsToAsk(db, who, ids);

/** Goals of one team. */
export async function goalViews(db: Db, who: Who, rows: readonly GoalRow[]): Promise<Goal[]> {
  const [first] = rows;
  if (!first) return [];
  const [sums, names, rates] = await Promise.all([
    sumsOf(db, rows, who),
    namesFor(
      db,
      who,
      first.team_id,
      rows.flatMap((row) => row.services),
    ),
    ratesShown(db),
  ]);
  return rows.map((row) => {
    const { met = 0, missed = 0, running = 0, late = 0 } = sums.get(row.id) ?? {};
    // Nothing has been decided yet: there is nothing to hide.
    const hidden = hides({ members: row.members, several: row.several || met + missed === 0, ratesShown: rates });
    return {
      id: row.id,
      team: { id: row.team_id, name: row.team_name },
      sentence: row.sentence,
      every: row.every_ask,
      services: row.services.flatMap((id) => names.get(id) ?? []),
      starts: row.starts,
      ends: row.ends,
      time: row.time,
      within: { count: row.count, unit: row.unit },
      share: row.share,
      days: row.days,
      zone: row.zone,
      inside: row.inside,
      archivedAt: row.archived_at?.toISOString() ?? null,
      day: usualDay({ week: readWeek(row.week) ?? usualWeek }),
      teamArchivedAt: row.team_archived_at?.toISOString() ?? null,
      figure: hidden ? null : figureOf({ met, missed }),
      hides: hidden,
      running: { count: running, late },
      reckoning: row.back_at && !row.archived_at && !row.team_archived_at ? { back: row.back_at.toISOString() } : null,
      version: row.version,
      can: goalCan(who, row),
    };
  });
}

const tells: Partial<Record<EntryKind, GoalWhy>> = {
  handedOver: 'handedOver',
  approvalAsked: 'neededYes',
  ungreeted: 'notGreeted',
  proposalAccepted: 'rePromised',
  returned: 'notRight',
  revoked: 'takenBack',
  declined: 'declined',
  refusedByApprover: 'declined',
  withdrawn: 'withdrawn',
  reopened: 'reopened',
};

const whysOf = ({ happened, moved }: ClockRow): GoalWhy[] => {
  const whys = new Set(happened.flatMap((what) => tells[what] ?? []));
  if (moved) whys.add('rePromised');
  return [...whys].toSorted();
};

/** Clocks of a goal; requests and who asked only to those who may see them, by requests' own door. */
export async function clockViews(
  db: Db,
  who: Who,
  goal: GoalRow,
  rows: readonly ClockRow[],
  now: Date,
): Promise<GoalClock[]> {
  if (rows.length === 0) return [];
  const [titles, names, people, calendar] = await Promise.all([
    requestTitles(
      db,
      who,
      rows.map((row) => row.request_id),
    ),
    namesFor(
      db,
      who,
      goal.team_id,
      rows.flatMap((row) => row.service_id ?? []),
    ),
    personRefs(
      db,
      rows.map((row) => row.requester_id),
    ),
    calendarOf(db, { team: goal.team_id }),
  ]);
  const measure = measureOf(goal, calendar);
  return rows.map((row) => {
    const { started_at: startedAt, due_at: due, ended_at: endedAt } = row;
    const told = titles.get(row.request_id);
    const asker = people.get(row.requester_id);
    return {
      request: told && asker ? { id: row.request_id, number: told.number, title: told.title, asker } : null,
      service: (row.service_id && names.get(row.service_id)) || null,
      startedAt: startedAt.toISOString(),
      due: due.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      left: endedAt ? null : Math.round(between(measure, calendar, now, due)),
      took: endedAt ? Math.round(Math.max(0, between(measure, calendar, startedAt, endedAt))) : null,
      whys: whysOf(row),
      reason: row.reason,
    };
  });
}
