// For tests of the whole: good calls of promises.
import type { Making, Sent } from './calls.ts';
import type { Cast } from './cast.ts';

const ahead = ({ time }: Cast, hours: number) => new Date(time().getTime() + hours * 3_600_000).toISOString();

export const promiseCalls: Record<string, (making: Making) => Sent> = {
  makePromise: ({ cast }) => ({ body: { to: cast.id.newcomer, deliverable: 'The figures', due: ahead(cast, 20) } }),
  acceptPromise: () => ({ body: { words: 'Thank you' } }),
  counterPromise: ({ cast }) => ({ body: { due: ahead(cast, 60), reason: 'No hurry' } }),
  renegotiatePromise: ({ cast }) => ({ body: { due: ahead(cast, 60), reason: 'The cable is late' } }),
  answerRenegotiation: () => ({ body: { answer: 'accept' } }),
  keepPromise: () => ({ body: { done: 'Here they are' } }),
  concludePromise: () => ({ body: { thanks: 'Thank you!' } }),
  returnPromise: () => ({ body: { missing: 'The last page' } }),
  missPromise: () => ({ body: { missReason: 'supply', reason: 'The cable never came' } }),
  releasePromise: () => ({ body: { words: 'No longer needed' } }),
  chainPromise: () => ({ body: { dependsOn: null } }),
};
