// Which acts a reader is offered for a request, and in what order: from `can` alone, never from rights of its own. Pure.
import type { RequestMove, RequestRow } from '../../contract/requests.ts';

/** What one presses. Mostly a move of the contract; answering a new time is two buttons. */
export type Act = Exclude<RequestMove, NoButton | 'answerRenegotiation'> | 'acceptNewTime' | 'holdToTime';

/** What one tap says whole; every other act has a window for its words. */
export type Tap = 'acceptCounter' | 'takeBackCounter' | 'acceptNewTime' | 'takeBackNewTime';
export type InWindow = Exclude<Act, Tap>;

export type Offers = {
  /** The one next act, or null when the next word is somebody else's. */
  main: Act | null;
  /** Other acts of this moment, in order. */
  others: readonly Act[];
  /** Acts that are seldom right, for a menu. */
  rare: readonly Act[];
};

const rareOnes: readonly Act[] = ['split', 'decline', 'handOver', 'revoke', 'release', 'withdraw'];

// Earlier means nearer to being the next word.
const inOrder = (worried: boolean): readonly Act[] => [
  'accept',
  'approve',
  'acceptCounter',
  'acceptNewTime',
  'promise',
  ...(worried ? (['renegotiate', 'deliver'] as const) : (['deliver', 'renegotiate'] as const)),
  'refuse',
  'return',
  'askAgain',
  'holdToTime',
  'greet',
  'counter',
  'takeBackCounter',
  'takeBackNewTime',
  'rateAsk',
  'reopen',
];

// Never the one green button, even when nothing else is offered.
const neverMain: readonly Act[] = ['refuse', 'takeBackCounter', 'takeBackNewTime', 'rateAsk', 'reopen'];

type NoButton = 'message' | 'note' | 'addParticipant' | 'addAsker' | 'edit' | 'checklist' | 'merge';
const noButtons: readonly RequestMove[] = [
  'message',
  'note',
  'addParticipant',
  'addAsker',
  'edit',
  'checklist',
  'merge',
];
const isNoButton = (move: RequestMove): move is NoButton => noButtons.includes(move);

/** What this reader is offered now. A promise at risk is first to be renegotiated, then delivered. */
export function offersOf(request: Pick<RequestRow, 'can' | 'atRisk' | 'overdue'>): Offers {
  const can = new Set<Act>(
    request.can.flatMap((move): readonly Act[] => {
      if (isNoButton(move)) return [];
      return move === 'answerRenegotiation' ? ['acceptNewTime', 'holdToTime'] : [move];
    }),
  );
  const order = inOrder(request.atRisk && !request.overdue).filter((act) => can.has(act));
  const main = order.find((act) => !neverMain.includes(act)) ?? null;
  return {
    main,
    others: order.filter((act) => act !== main),
    rare: rareOnes.filter((act) => can.has(act)),
  };
}

/** Whether this row should draw the eye: it waits for the reader's own word, or its time is near. */
export const presses = (request: RequestRow): boolean =>
  request.atRisk ||
  request.overdue ||
  request.ungreeted ||
  request.can.some((move) => ['accept', 'approve', 'acceptCounter', 'answerRenegotiation'].includes(move));
