// What becomes of an idea when the promise made for it moves or ends, or its appointment is called off: it is done, needs a new hand, or a new day.
import type { Db } from '../platform/db.ts';
import type { AppointmentOrigin } from '../appointments/appointments.ts';
import { isRefused, type Refused } from '../platform/outcome.ts';
import type { PromiseRow } from '../promises/promises.ts';
import { settle, tell } from './act.ts';
import { insertEntry, supportersOf } from './discussion.queries.ts';
import { lockById, lockByPromise } from './queries.ts';
import { ideaOf } from './record.ts';
import { move, type Idea } from './rules.ts';
import { decidersOf } from './view.ts';

type Told = { promise: PromiseRow; what: string; by: string | null; now: Date };
/** How many of those who would use it are told that it is there. */
const most = 500;

/** Hears of the ledger. A promise that ends otherwise than delivered gives the idea back to whoever takes it on next. */
export async function fate(tx: Db, { promise, what, by, now }: Told): Promise<Refused | null> {
  const row = await lockByPromise(tx, promise.id);
  const idea = row && ideaOf(row);
  if (!idea || (idea.state !== 'committed' && idea.state !== 'appointed')) return null;
  if (promise.state !== 'ended') return pass(tx, idea, what, { by, now });
  const outcome = promise.outcome;
  const delivered = promise.delivered_at !== null && outcome !== 'revoked' && outcome !== 'released';
  const kept = outcome === 'kept' || outcome === 'keptRenegotiated';
  const next = delivered
    ? move(idea, 'conclude', { kept })
    : move(idea, 'fallBack', { broken: outcome !== 'released' });
  const around = [idea.author, promise.promiser_id, promise.promisee_id];
  const told = delivered
    ? [{ kind: 'ideaDone' as const, to: [...around, ...(await supportersOf(tx, idea.id, most))] }]
    : [{ kind: 'ideaFellBack' as const, to: [...around, ...(await decidersOf(tx, row.team_id))] }];
  const settled = await settle(tx, next, { what: delivered ? 'done' : 'fellBack', by, told, now });
  return isRefused(settled) ? settled : null;
}

/** Its appointment was called off: it stands on its promise again. Why they did is between the two. */
export const calledOff: AppointmentOrigin['calledOff'] = async (tx, { origin, appointment, at, by, now }) => {
  const row = await lockById(tx, origin);
  const idea = row && ideaOf(row);
  if (idea?.state !== 'appointed' || idea.appointment !== appointment) return null;
  const { author, promiser, promisee } = idea;
  // The other one of the two hears of it from the appointment.
  const told = [{ kind: 'ideaCalledOff' as const, to: author === promiser || author === promisee ? [] : [author] }];
  const next = move(idea, 'callOff', undefined);
  const settled = await settle(tx, next, { what: 'calledOff', by, due_at: at, told, now });
  return isRefused(settled) ? settled : null;
};

/** It goes on: told in its story when it was delivered; its people hear of the rest from the ledger. */
async function pass(tx: Db, idea: Idea, what: string, { by, now }: { by: string | null; now: Date }): Promise<null> {
  if (what === 'delivered') await insertEntry(tx, { idea_id: idea.id, by_id: by, what: 'delivered', at: now });
  await tell(tx, idea.id, what === 'delivered' ? 'delivered' : 'committed', [], { by, dedupe: '', now });
  return null;
}
