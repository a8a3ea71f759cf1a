// A goal in a list: its sentence, how it goes, and who waits.
import type { Goal } from '../../contract/goals.ts';
import { useWords } from '../platform/words.tsx';
import { Row } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { Figure, reaches } from './figure.tsx';

export function GoalRow({ goal }: { goal: Goal }) {
  const { t } = useWords();
  const { running } = goal;
  const reached = reaches(goal);
  return (
    <Row
      title={goal.sentence}
      to={`/goals/${goal.id}`}
      sub={
        <>
          <span>
            <Figure goal={goal} />
          </span>
          {reached !== null && (
            <Tag kind={reached ? 'kept' : 'risk'}>
              {t(reached ? 'goals.reached' : 'goals.below', { share: goal.share })}
            </Tag>
          )}
          {running.count > 0 && <span>{t('goals.waiting', { count: running.count })}</span>}
          {running.late > 0 && <Tag kind="miss">{t('goals.waiting.late', { count: running.late })}</Tag>}
          {goal.inside && <Tag>{t('goals.inside.tag')}</Tag>}
        </>
      }
    />
  );
}
