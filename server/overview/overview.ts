// Front door of overview: how a team's work goes, for the team itself and for the company's administrators.
import type { TeamReport } from '../../contract/overview.ts';
import { ratesShown, team as teamOf } from '../directory/directory.ts';
import { refused, isRefused, type Outcome } from '../platform/outcome.ts';
import type { Db } from '../platform/db.ts';
import type { Sheet } from '../platform/sheet.ts';
import { dateIn } from '../platform/working-time.ts';
import { memberOf, type Who } from '../platform/who.ts';
import { requestsForSheet } from '../requests/requests.ts';
import type { Period } from './queries.ts';
import { serviceNames } from './names.ts';
import { periodOf } from './report.rules.ts';
import { reportOf, type KeptWithin } from './report.ts';
import { reportSheet, requestsSheet } from './sheets.ts';
import { refreshTimes } from './times.ts';

export { refreshTimes } from './times.ts';
export type { KeptWithin } from './report.ts';

export type Asking = { from?: string | undefined; to?: string | undefined };

/** The period asked for, if `who` may see the team's figures. Refuses `notFound`, `wrongPeriod`. */
async function enter(
  db: Db,
  who: Who,
  id: string,
  asking: Asking,
  now: Date,
): Promise<Outcome<Period & { name: string }>> {
  const team = await teamOf(db, id);
  if (!team || !(memberOf(who, id) || who.administrator)) return refused('notFound');
  const period = periodOf(asking, dateIn(team.zone, now));
  return isRefused(period)
    ? period
    : { ...period, team: id, zone: team.zone, name: team.name, inside: memberOf(who, id) };
}

type Reporting = { now: Date; keptWithin: KeptWithin };

/** The report of a team's work over a period of its days. A member of the team or an administrator may read it; what is private counts for members alone. */
export async function teamReport(
  db: Db,
  who: Who,
  id: string,
  asking: Asking,
  { now, keptWithin }: Reporting,
): Promise<Outcome<TeamReport>> {
  const period = await enter(db, who, id, asking, now);
  if (isRefused(period)) return period;
  await refreshTimes(db, id, 5_000);
  return reportOf(db, period, {
    names: (ids) => serviceNames(db, ids),
    keptWithin,
    ratesOff: !(await ratesShown(db)),
    now,
  });
}

/** The same report as a table, in the words of the reader. */
export async function teamReportSheet(
  db: Db,
  who: Who,
  id: string,
  asking: Asking,
  parts: Reporting,
): Promise<Outcome<Sheet>> {
  const report = await teamReport(db, who, id, asking, parts);
  return isRefused(report) ? report : reportSheet(report, who.language);
}

/**
 * The team's requests that were asked in the period and that `who` may see, as a table. Who served stands in no row:
 * from such a table anybody could reckon how often one person keeps their word.
 */
export async function teamRequestsSheet(
  db: Db,
  who: Who,
  id: string,
  asking: Asking,
  now: Date,
): Promise<Outcome<Sheet>> {
  const period = await enter(db, who, id, asking, now);
  if (isRefused(period)) return period;
  const rows = await requestsForSheet(db, who, period);
  const names = await serviceNames(
    db,
    rows.flatMap((row) => row.service ?? []),
  );
  return requestsSheet(rows, names, { language: who.language, zone: who.zone, name: period.name });
}
