// For tests of the whole: one good call of every operation of anticipation.
import type { Making, Sent } from './calls.ts';
import { neededAlong } from './offerings.ts';

const path = { needed: neededAlong };

export const anticipationCalls: Record<string, (making: Making) => Sent> = {
  answerAnticipation: () => ({ path, body: { wanted: true } }),
  includeAnticipation: () => ({ path }),
  answerInclusion: () => ({ path, body: { wanted: false } }),
};
