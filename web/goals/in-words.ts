// A goal in words: how long, how long ago, from when to when.
import type { Goal, GoalClock } from '../../contract/goals.ts';
import { lengthInWords } from '../platform/time.ts';
import type { Speech } from '../platform/words.tsx';

/** "within one working hour", without the "within". */
export const withinInWords = ({ within, time }: Pick<Goal, 'within' | 'time'>, { t }: Speech) =>
  t(`goals.within.${time}.${within.unit}`, { count: within.count });

export const daysInWords = ({ days }: Pick<Goal, 'days'>, { t }: Speech) => t('goals.days', { days });

/** From when to when its clock runs, in which time, and for what. */
export function clockInWords(goal: Goal, { t, list }: Speech): string {
  const runs = t('goals.clock', {
    from: t(`goals.from.${goal.starts}`),
    to: t(`goals.to.${goal.ends}`),
    time: t(`goals.in.${goal.time}`),
  });
  const holds = goal.every
    ? t('goals.holds.every')
    : goal.services.length > 0
      ? t('goals.holds.services', { services: list(goal.services.map(({ name }) => name)) })
      : t('goals.holds.some');
  return `${holds} ${runs}`;
}

/** "40 min of working time left", "20 min over". */
export const leftInWords = (left: number, { time }: Pick<Goal, 'time'>, words: Speech) =>
  words.t(left >= 0 ? `goals.left.${time}` : `goals.over.${time}`, { length: lengthInWords(Math.abs(left), words) });

/** Why it took that long, as far as anybody noted it. */
export function whyInWords({ whys, reason }: GoalClock, { t, list }: Speech): string {
  const noted = [...(reason ? [t(`requests.miss.${reason}`)] : []), ...whys.map((why) => t(`goals.why.${why}`))];
  return noted.length > 0 ? list(noted) : t('goals.why.none');
}
