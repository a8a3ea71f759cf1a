// Which acts are offered first, and which on request: pure, from what the server says one may do.
import type { PromiseMove, PromiseRow } from '../../contract/promises.ts';

export type Act = Exclude<PromiseMove, 'answer'> | 'fine' | 'hold';

/** In the order in which they are offered. */
const first: readonly Act[] = ['fine', 'conclude', 'keep', 'accept'];
const beside: readonly Act[] = ['hold', 'takeBack', 'return', 'renegotiate', 'counter'];

/** The one main act, those beside it, and the rare ones. To a time that has passed nobody nods any more. */
export function offersOf({ can, overdue }: Pick<PromiseRow, 'can' | 'overdue'>) {
  const acts = can
    .filter((move) => !(overdue && move === 'accept'))
    .flatMap((move): Act[] => (move === 'answer' ? ['fine', 'hold'] : [move]));
  const main = first.find((act) => acts.includes(act)) ?? null;
  const others = [...beside, ...first].filter((act) => act !== main && acts.includes(act));
  return { main, others, rare: acts.filter((act) => act !== main && !others.includes(act)) };
}

/** It waits for the reader's word. */
export const waitsForMe = ({ can }: Pick<PromiseRow, 'can'>): boolean =>
  can.includes('answer') || can.includes('conclude');
