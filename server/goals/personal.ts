// Which words goals keep: their sentences are the team's. Clocks hold no words. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';

export const goalsPersonal: Personal = {
  kept: [{ table: 'goals_goal', words: { sentence: 'line' } }],
};
