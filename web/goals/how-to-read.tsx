// What the figures of goals mean, and what they leave out.
import type { Goal } from '../../contract/goals.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Note } from '../ui/page.tsx';

/** `goal`: where it is about one goal, what a day of it is. */
export function HowToRead({ goal }: { goal?: Goal }) {
  const words = useWords();
  const { t } = words;
  const inDays = goal?.within.unit === 'days' && goal.time === 'working';
  return (
    <Note title={t('goals.how.title')}>
      <p>{t('goals.how.clock')}</p>
      {inDays && <p>{t('goals.how.day', { length: lengthInWords(goal.day, words) })}</p>}
      <p>{t('goals.how.over')}</p>
      <p>{t('goals.how.again')}</p>
      <p>{t('goals.how.people')}</p>
      <p>{t('goals.how.range')}</p>
    </Note>
  );
}
