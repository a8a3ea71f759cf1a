// How long services usually take, drawn from what was delivered; the catalog keeps it and tells it to those who are about to ask.
import { recordUsual } from '../catalog/catalog.ts';
import { calendarsOf } from '../directory/directory.ts';
import { transact, type Db } from '../platform/db.ts';
import { workingMinutes } from '../platform/working-time.ts';
import { deliveredOf } from './clock.queries.ts';
import { fewest, mostWithin } from './usual.rules.ts';

const days = 180 * 86_400_000;

/** Counts anew what was delivered in the last half year, in working time of the team that served it. */
export const countUsual = (db: Db, now: Date): Promise<void> =>
  transact(db, async (tx) => {
    const rows = await deliveredOf(tx, new Date(now.getTime() - days));
    const calendars = await calendarsOf(
      tx,
      rows.flatMap(({ team_id }) => team_id ?? []),
    );
    const lengths = new Map<string, number[]>();
    for (const { service_id, team_id, created_at, delivered_at } of rows) {
      const calendar = calendars.get(team_id ?? '');
      if (!calendar || !service_id || !delivered_at) continue;
      const length = workingMinutes(calendar, created_at, delivered_at);
      lengths.set(service_id, [...(lengths.get(service_id) ?? []), length]);
    }
    const counted = [...lengths].flatMap(([service, each]) => {
      const minutes = mostWithin(each);
      return minutes === null || each.length < fewest
        ? []
        : [{ service, deliveries: each.length, minutes: Math.round(minutes) }];
    });
    await recordUsual(tx, counted, now);
  });
