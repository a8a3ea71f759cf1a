// Promises with a past, through the ledger's door: made, and ended as a test needs them.
import type { MissReason, PromiseOutcome } from '../../contract/promises.ts';
import { usualWeek } from '../../contract/working-time.ts';
import { newId, transact, type Db } from '../platform/db.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import * as ledger from '../promises/promises.ts';

const calendar = { zone: 'Europe/Helsinki', country: null, region: null, week: usualWeek, exceptions: [] };
const sure = <T>(outcome: Outcome<T>): T => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
};

export type Past = {
  promiser: string;
  promisee: string;
  team: string;
  service?: string;
  askingTeam?: string | null;
  /** Of the request that it is made on; left out: of nothing that anybody can open. */
  subjectId?: string;
  outcome: PromiseOutcome;
  reason?: MissReason;
  /** When it ended. */
  at: Date;
};

/** Writes them all, in one transaction unless told otherwise. */
export const endPromises = (db: Db, past: readonly Past[]): Promise<void> =>
  transact(db, async (tx) => {
    for (const each of past) await endPromise(tx, each);
  });

export async function endPromise(
  tx: Db,
  { outcome, reason = 'tookLonger', at, subjectId, ...given }: Past,
): Promise<void> {
  const before = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
  const { promiser: by, promisee } = given;
  const making = { subject: 'request', subjectId: subjectId ?? newId(), deliverable: 'A working projector', calendar };
  const id = sure(await ledger.makePromise(tx, { ...given, ...making, due: before(10) }, before(30)));
  const moved = async (asked: number) => {
    const offer = { due: before(2), reason: 'The cable is late', missReason: reason, by };
    sure(await ledger.proposeTime(tx, id, offer, before(asked)));
    sure(
      await ledger.answerProposal(tx, id, { answer: 'accept', by: promisee, words: '', calendar }, before(asked - 1)),
    );
  };
  if (outcome === 'released') return void sure(await ledger.releasePromise(tx, id, { by: promisee, reason: '' }, at));
  if (outcome === 'revoked')
    return void sure(await ledger.revokePromise(tx, id, { by, reason: 'It broke', missReason: reason }, at));
  if (outcome === 'keptRenegotiated') await moved(12);
  if (outcome === 'repaired') await moved(8);
  const delivered = { kept: 11, keptRenegotiated: 3, repaired: 3, missed: 5 }[outcome];
  sure(
    await ledger.deliverPromise(
      tx,
      id,
      { by, ...(outcome === 'missed' ? { missReason: reason } : {}) },
      before(delivered),
    ),
  );
  sure(await ledger.concludePromise(tx, id, promisee, at));
}

/** So many promises with this outcome, a quarter of an hour after each other. */
export const several = (count: number, past: Past): Past[] =>
  Array.from({ length: count }, (_, no) => ({ ...past, at: new Date(past.at.getTime() + no * 900_000) }));
