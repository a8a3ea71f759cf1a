// What time does to appointments: both are reminded once, and once the hour has come both are asked for a word.
import { transact, type Db } from '../platform/db.ts';
import type { NoticeKind } from '../../contract/notices.ts';
import { takeUnreminded } from './queries.ts';
import { tell } from './tell.ts';

const hour = 3_600_000;
/** Both are reminded on the day before, at the same time; of what was set later than that, an hour before. */
const dayAhead = { away: 24 * hour, known: 26 * hour };
const hourAhead = { away: hour, known: 2 * hour };
/** What was missed for longer than this is told of no more. */
const stale = 48 * hour;

/** Both kinds of reminder that are due by `now`, each once for each time that was set, however many processes look. */
export async function remind(db: Db, now: Date): Promise<void> {
  const at = (away: number) => new Date(now.getTime() + away);
  for (const { away, known } of [dayAhead, hourAhead])
    await once(db, 'soon', { kind: 'appointmentSoon', from: now, until: at(away), known, now });
  await once(db, 'over', { kind: 'appointmentOver', from: at(-stale), until: now, known: 0, now });
}

type Round = { kind: NoticeKind; from: Date; until: Date; known: number; now: Date };

const once = (db: Db, which: 'soon' | 'over', { kind, ...round }: Round) =>
  transact(db, async (tx) => {
    for (const row of await takeUnreminded(tx, which, round))
      await tell(tx, row, { kind, by: null, to: [row.by_id, row.with_id], now: round.now });
  });
