// What was not within the time, the latest first, and why: to mend the way of working.
import { useInfiniteQuery } from '@tanstack/react-query';
import { goalsApi, type GoalClock, type GoalPage } from '../../contract/goals.ts';
import { readPages } from '../platform/query.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Whose } from './clocks.tsx';
import { daysInWords, whyInWords } from './in-words.ts';
import css from './goals.module.css';

export function Misses({ goal }: { goal: GoalPage }) {
  const words = useWords();
  const { t } = words;
  const misses = useInfiniteQuery(
    readPages(goalsApi.listGoalMisses, { params: { id: goal.id }, query: { limit: 10 } }),
  );
  const { data, hasNextPage, isFetchingNextPage } = misses;
  return (
    <Section title={t('goals.misses.title')} note={daysInWords(goal, words)}>
      {misses.isError ? (
        <ErrorState problem={misses.error as never} again={misses.refetch} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <p className={css.quiet}>{t('goals.misses.none')}</p>
      ) : (
        <RowList label={t('goals.misses.title')}>
          {data.map((clock) => (
            <Miss key={`${clock.startedAt}${clock.due}${clock.request?.id ?? ''}`} clock={clock} goal={goal} />
          ))}
        </RowList>
      )}
      {hasNextPage && (
        <Button pending={isFetchingNextPage} onClick={() => void misses.fetchNextPage()}>
          {t('goals.more')}
        </Button>
      )}
    </Section>
  );
}

function Miss({ clock, goal }: { clock: GoalClock; goal: GoalPage }) {
  const words = useWords();
  const { t } = words;
  return (
    <Row
      time={<RelativeTime at={clock.due} stacked />}
      title={clock.request?.title ?? t('goals.request')}
      {...(clock.request ? { to: `/requests/${clock.request.id}` } : {})}
      sub={
        <>
          <span>
            {clock.took === null ? t('goals.still') : t('goals.took', { length: lengthInWords(clock.took, words) })}
          </span>
          <span>{whyInWords(clock, words)}</span>
          <Whose clock={clock} goal={goal} />
        </>
      }
    />
  );
}
