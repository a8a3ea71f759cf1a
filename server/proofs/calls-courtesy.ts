// For tests of the whole: one good call of every operation of courtesy.
import type { Making, Sent } from './calls.ts';

export const courtesyCalls: Record<string, (making: Making) => Sent> = {
  setTeamStandards: () => ({ body: { greeting: 'Good day {name}, {me} here.', closing: 'All yours, {name}.' } }),
  answerServing: () => ({ body: { greeted: true, closed: false } }),
  answerAsking: () => ({ body: { clear: true, complete: false, missing: 'where', kind: true, note: 'Which Sali?' } }),
};
