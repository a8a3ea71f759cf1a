// Who may see a promise and who may do what with it: relations and rights, pure. Of a request's promise the request decides about the moves.
import type { ProblemCode } from '../../contract/problems.ts';
import { promiseMoves, type PromiseMove, type PromiseState } from '../../contract/promises.ts';

/** What of a promise decides about access. */
export type Standing = {
  state: PromiseState;
  promiser: string;
  promisee: string;
  /** Who asks for a new time that waits for an answer. */
  proposedBy: string | null;
  nodded: boolean;
};

/** The two whose promise it is, and those who see what it is about. */
export const sees = (who: string, promise: Pick<Standing, 'promiser' | 'promisee'>, seesSubject: boolean): boolean =>
  isParty(who, promise) || seesSubject;

export const isParty = (who: string, promise: Pick<Standing, 'promiser' | 'promisee'>): boolean =>
  who === promise.promiser || who === promise.promisee;

type Right = (who: string, promise: Standing) => boolean;

const promiser: Right = (who, promise) => who === promise.promiser;
const promisee: Right = (who, promise) => who === promise.promisee;
const nothingWaits = (promise: Standing) => promise.proposedBy === null;

/** Who may do what in which state; moves that are not listed do not exist there. */
const rights: Record<PromiseState, Partial<Record<PromiseMove, Right>>> = {
  open: {
    // While a new time waits, that is what is to be answered.
    accept: (who, promise) => promisee(who, promise) && !promise.nodded && nothingWaits(promise),
    counter: (who, promise) => promisee(who, promise) && nothingWaits(promise),
    renegotiate: (who, promise) => promiser(who, promise) && nothingWaits(promise),
    answer: (who, promise) => isParty(who, promise) && !nothingWaits(promise) && who !== promise.proposedBy,
    takeBack: (who, promise) => isParty(who, promise) && who === promise.proposedBy,
    keep: promiser,
    miss: promiser,
    release: promisee,
    chain: promiser,
  },
  delivered: { conclude: promisee, return: promisee },
  ended: {},
};

/** What may be done now, in the order of the contract. */
export const can = (who: string, promise: Standing): PromiseMove[] =>
  promiseMoves.filter((move) => rights[promise.state][move]?.(who, promise) ?? false);

/** Why a move is refused: it does not exist in this state, it has been done already, or it is somebody else's. */
export function whyNot(move: PromiseMove, who: string, promise: Standing): ProblemCode {
  if (!rights[promise.state][move]) return 'notFromHere';
  if (move === 'accept' && promisee(who, promise)) return promise.nodded ? 'alreadyNodded' : 'alreadyProposed';
  if (move === 'counter' && promisee(who, promise)) return 'alreadyProposed';
  if (move === 'renegotiate' && promiser(who, promise)) return 'alreadyProposed';
  if ((move === 'answer' || move === 'takeBack') && isParty(who, promise) && nothingWaits(promise))
    return 'nothingProposed';
  return 'notYours';
}
