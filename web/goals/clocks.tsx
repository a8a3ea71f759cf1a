// Whose clock runs now: the time left first, or by how much it has passed. Requests are named to those who see them.
import type { GoalClock, GoalPage } from '../../contract/goals.ts';
import { useWords } from '../platform/words.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';
import { leftInWords } from './in-words.ts';

export function Clocks({ goal }: { goal: GoalPage }) {
  const { t } = useWords();
  return (
    <RowList label={t('goals.now.title')}>
      {[...goal.ahead, ...goal.late].map((clock) => (
        <Running key={`${clock.request?.id ?? ''}${clock.startedAt}${clock.due}`} goal={goal} clock={clock} />
      ))}
    </RowList>
  );
}

function Running({ goal, clock }: { goal: GoalPage; clock: GoalClock }) {
  const words = useWords();
  const { t } = words;
  const left = clock.left ?? 0;
  return (
    <Row
      time={<RelativeTime at={clock.due} stacked />}
      late={left < 0}
      title={clock.request?.title ?? t('goals.request')}
      {...(clock.request ? { to: `/requests/${clock.request.id}` } : {})}
      sub={
        <>
          <Tag kind={left < 0 ? 'miss' : 'risk'}>{leftInWords(left, goal, words)}</Tag>
          <Whose clock={clock} goal={goal} />
        </>
      }
    />
  );
}

/** For whom, and which service where the goal holds for several. */
export function Whose({ clock: { request, service }, goal }: { clock: GoalClock; goal: GoalPage }) {
  const { t } = useWords();
  return (
    <>
      {request && <span>{t('goals.asker', { name: request.asker.name })}</span>}
      {service && (goal.every || goal.services.length > 1) && <span>{service.name}</span>}
    </>
  );
}
