// What is said of a goal whose team is archived: since when nothing counts any more.
import type { Goal } from '../../contract/goals.ts';
import { useWords } from '../platform/words.tsx';
import css from './goals.module.css';

export function Rest({ of }: { of: Pick<Goal, 'teamArchivedAt'> | undefined }) {
  const { t, date } = useWords();
  if (!of?.teamArchivedAt) return null;
  const when = date(of.teamArchivedAt, { day: 'numeric', month: 'long', year: 'numeric' });
  return <p className={css.hides}>{t('goals.rest', { date: when })}</p>;
}
