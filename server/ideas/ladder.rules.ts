// The ladder's figures: which ideas count, and what the practice says. Pure. The definitions are told on the page that shows them.
import { rungs, type LadderRung, type Rung } from '../../contract/ideas.ts';

/** What the practice of accountability appointments says: how likely something is to be done once it stands there. */
export const practice: Record<Rung, number> = { heard: 0.1, decided: 0.25, committed: 0.65, appointed: 0.95 };

/** Ideas older than this are history. */
export const windowDays = 730;
/** Without a promise and without a move for so long: it went the way of most ideas. */
export const quietDays = 90;

export type RungTally = { rung: Rung; standing: number; completed: number; total: number };

/** Rung by rung, from the lowest. Without rates only how many stand there. */
export const ladderOf = (
  tallies: readonly RungTally[],
  rates: boolean,
  interval: (kept: number, total: number) => { low: number; high: number },
): LadderRung[] =>
  rungs.map((rung) => {
    const { standing, completed, total } = tallies.find((each) => each.rung === rung) ?? none;
    return {
      rung,
      practice: practice[rung],
      standing,
      here: rates && total > 0 ? { completed, total, ...interval(completed, total) } : null,
    };
  });
const none = { standing: 0, completed: 0, total: 0 };
