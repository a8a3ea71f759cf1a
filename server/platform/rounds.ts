// What comes round by the clock, minute by minute. A clock that jumps, here or in another process, neither stops it nor piles it up.
import { parseCronItems } from 'graphile-worker';

type Parts = {
  /** Orders these tasks, now. */
  order: (tasks: string[]) => Promise<void>;
  /** A cron pattern (UTC) for each task. */
  every: Record<string, string>;
  clock: () => Date;
  report: (message: string, cause: unknown) => void;
  /** How often to look at the clock, in milliseconds. */
  lookMs?: number;
};

/** From the next full minute on, orders in every minute what is due in it. Minutes that the clock leaps over are not made up for. */
export function startRounds({ order, every, clock, report, lookMs = 1000 }: Parts): { stop: () => void } {
  const items = parseCronItems(Object.entries(every).map(([task, match]) => ({ task, match })));
  const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000);
  let last = minuteOf(clock());
  let ordering = false;
  const look = async () => {
    const now = clock();
    // Another minute than the last one, be it an earlier one: the clock was set back.
    if (ordering || minuteOf(now) === last) return;
    ordering = true;
    try {
      const digest = {
        min: now.getUTCMinutes(),
        hour: now.getUTCHours(),
        date: now.getUTCDate(),
        month: now.getUTCMonth() + 1,
        dow: now.getUTCDay(),
      };
      const due = items.filter((item) => item.match(digest)).map(({ task }) => task);
      if (due.length > 0) await order(due);
      last = minuteOf(now);
    } catch (error) {
      report('a round could not be ordered yet', error);
    } finally {
      ordering = false;
    }
  };
  const timer = setInterval(() => void look(), lookMs);
  return { stop: () => clearInterval(timer) };
}
