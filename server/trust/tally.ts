// Keeps the sums: by a job all along, and for one team at the moment when its figures are read.
import type { Db } from '../platform/db.ts';
import { transact } from '../platform/db.ts';
import { isHeld } from '../platform/faults.ts';
import { hasUntallied, takeUntallied } from '../promises/promises.ts';
import { addUp, requestsBehind, zonesOf } from './queries.ts';
import { talliesOf } from './tally.rules.ts';

const batch = 1_000;

/**
 * Adds up ended promises that are in no sum yet, of one team or of all; stops after `most`, the rest comes with the next round.
 * Each is marked in the transaction that counts it: once, however many do this at once.
 */
export async function tallyEnded(db: Db, team: string | null, most = 50_000): Promise<void> {
  for (let done = 0; done < most; done += batch) if ((await tallyBatch(db, team)) < batch) return;
}

/** The same for one team before it is read; usually there is nothing to do. */
export async function refreshTally(db: Db, team: string): Promise<void> {
  if (!(await hasUntallied(db, team))) return;
  await tallyEnded(db, team, 5_000).catch((error: unknown) => {
    if (!isHeld(error)) throw error;
  });
}

const tallyBatch = (db: Db, team: string | null): Promise<number> =>
  transact(db, async (tx) => {
    const ended = await takeUntallied(tx, team, batch);
    if (ended.length === 0) return 0;
    const [requests, zones] = await Promise.all([
      requestsBehind(
        tx,
        ended.flatMap(({ subject_id: subject, origin_request: origin }) => (origin ? [subject, origin] : [subject])),
      ),
      zonesOf(tx, [...new Set(ended.map((promise) => promise.team_id))]),
    ]);
    const counted = ended.map((promise) => {
      const request = requests.get(promise.subject_id);
      const origin = requests.get(promise.origin_request ?? '');
      return {
        team: promise.team_id,
        service: promise.service_id ?? request?.service ?? null,
        askingTeam: promise.asking_team_id,
        promiser: promise.promiser_id,
        outcome: promise.outcome,
        reason: promise.miss_reason,
        endedAt: promise.ended_at,
        private: [request, origin].some((behind) => behind?.private),
      };
    });
    await addUp(tx, talliesOf(counted, zones));
    return ended.length;
  });
