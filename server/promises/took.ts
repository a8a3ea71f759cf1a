// How long such things took before, kept for a day: of a service, or what one person promised without one.
import { calendarOf } from '../directory/directory.ts';
import type { Db } from '../platform/db.ts';
import type { WorkingCalendar } from '../platform/working-time.ts';
import { lastDelivered, saveTook, tookRows } from './risk.queries.ts';
import type { Took } from './risk.rules.ts';
import type { TookTable } from './tables.ts';
import { tookOf } from './took.rules.ts';

type Of = { promiser_id: string; service_id: string | null };
export type TookBy = (promise: Of) => Took | null;

const fresh = 86_400_000;
/** So many are reckoned anew in one step; the others are taken as they are, or as unknown, until the next. */
const mostAnew = 30;

type Key = Pick<TookTable, 'kind' | 'of_id'>;
const keyOf = ({ promiser_id, service_id }: Of): Key =>
  service_id ? { kind: 'service', of_id: service_id } : { kind: 'person', of_id: promiser_id };
const named = ({ kind, of_id }: Key) => `${kind} ${of_id}`;

/** `persons`: whether one's own times count too; they do not where the company reckons nothing about persons. */
export async function tookBefore(
  tx: Db,
  promises: readonly Of[],
  { persons, now }: { persons: boolean; now: Date },
): Promise<TookBy> {
  const keys = new Map(promises.map(keyOf).map((key) => [named(key), key]));
  const wanted = [...keys.values()].filter(({ kind }) => persons || kind === 'service');
  const known = new Map((await tookRows(tx, wanted)).map((row) => [named(row), row]));
  const stale = wanted.filter((key) => now.getTime() - (known.get(named(key))?.reckoned_at.getTime() ?? 0) > fresh);
  const anew: TookTable[] = [];
  for (const key of stale.slice(0, mostAnew)) anew.push(await reckon(tx, key, now));
  await saveTook(
    tx,
    anew.toSorted((a, b) => (named(a) < named(b) ? -1 : 1)),
  );
  for (const row of anew) known.set(named(row), row);
  const took = new Map([...known].map(([name, row]) => [name, tookIn(row)]));
  return (promise) => (persons || promise.service_id ? (took.get(named(keyOf(promise))) ?? null) : null);
}

const tookIn = ({ cases, quarter, half, most, quick, hands }: TookTable): Took | null =>
  quarter === null || half === null || most === null || quick === null || hands === null
    ? null
    : { cases, quarter, half, most, quick, hands };

async function reckon(tx: Db, key: Key, now: Date): Promise<TookTable> {
  const rows = await lastDelivered(tx, key);
  const calendars = new Map<string, WorkingCalendar>();
  for (const { promiser_id: person, team_id: team } of rows)
    if (!calendars.has(`${person} ${team}`)) calendars.set(`${person} ${team}`, await calendarOf(tx, { person, team }));
  const took = tookOf(
    rows.map((row) => ({
      madeAt: row.made_at,
      deliveredAt: row.delivered_at,
      before: row.before,
      calendar: calendars.get(`${row.promiser_id} ${row.team_id}`)!,
    })),
  );
  return {
    ...key,
    cases: took?.cases ?? 0,
    quarter: took?.quarter ?? null,
    half: took?.half ?? null,
    most: took?.most ?? null,
    quick: took?.quick ?? null,
    hands: took?.hands ?? null,
    reckoned_at: now,
  };
}
