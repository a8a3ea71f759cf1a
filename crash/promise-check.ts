// What is compared of a promise that is read back: its facts as its last answer told them, and each step of its history.
import type { PromiseWhole } from '../contract/promises.ts';

/** All but what time alone changes. */
export const promiseSeen = ({ by, to, deliverable, due, firstDue, state, outcome, ...more }: PromiseWhole): string =>
  JSON.stringify({
    ...{ by: by.id, to: to.id, deliverable, due, firstDue, state, outcome },
    ...{ renegotiations: more.renegotiations, proposal: more.proposal, done: more.done, thanks: more.thanks },
    ...{ madeAt: more.madeAt, acceptedAt: more.acceptedAt },
  });

/** Its steps, with the words that were said. */
export const promiseSaid = ({ history }: PromiseWhole): string[] =>
  history.map(({ kind, words }) => (words ? `${kind} ${words}` : kind));
