// How a goal goes, in a sentence: so many of so many within the time, and what it aims for.
import type { Goal } from '../../contract/goals.ts';
import { useWords } from '../platform/words.tsx';
import { daysInWords, withinInWords } from './in-words.ts';

/** "61 of 64 within one working hour, the last 30 days". */
export function Figure({ goal }: { goal: Goal }) {
  const words = useWords();
  const { t, rich } = words;
  const { figure } = goal;
  const given = { within: withinInWords(goal, words), days: daysInWords(goal, words) };
  if (!figure) return <>{t('goals.figure.hidden', given)}</>;
  if (figure.total === 0) return <>{t('goals.figure.none', given)}</>;
  return <>{rich('goals.figure', { ...given, met: figure.met, total: figure.total, b: (parts) => <b>{parts}</b> })}</>;
}

/** Whether as many were within the time as the goal aims for; null where nothing is shown. */
export const reaches = ({ figure, share }: Goal): boolean | null =>
  !figure || figure.total === 0 ? null : figure.met * 100 >= share * figure.total;
