// Keeping what is on the page true: news of promises, and answers of one's own moves.
import { promisesApi } from '../../contract/promise-moves.ts';
import type { PromiseWhole } from '../../contract/promises.ts';
import { goOnFromAct } from '../platform/after-act.ts';
import { invalidate, keyOf, queries } from '../platform/query.ts';

const { listPromises, getPromise, getPromisesToday } = promisesApi;

export const freshen = () => invalidate(listPromises, getPromise, getPromisesToday);

/** Puts the answer of a move in its place, and reads again what else it touches. */
export function settle(promise: PromiseWhole): void {
  goOnFromAct();
  queries.setQueryData(keyOf(getPromise, { params: { id: promise.id } }), promise);
  void freshen();
}
