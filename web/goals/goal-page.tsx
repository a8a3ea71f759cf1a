// One goal: its sentence first, how it goes in words, whose clock runs now, its weeks, and what was missed and why.
import { useQuery } from '@tanstack/react-query';
import { goalsApi, type GoalPage } from '../../contract/goals.ts';
import { useParam } from '../platform/address.ts';
import { read, useWrite } from '../platform/query.ts';
import { lengthInWords } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { toast } from '../ui/toast.tsx';
import { Clocks } from './clocks.tsx';
import { everyMinute, useFresh } from './fresh.ts';
import { Figure, reaches } from './figure.tsx';
import { HowToRead } from './how-to-read.tsx';
import { clockInWords } from './in-words.ts';
import { Rest } from './rest.tsx';
import { Misses } from './misses.tsx';
import { Weeks } from './weeks.tsx';
import css from './goals.module.css';

export default function OneGoalPage() {
  const id = useParam('id');
  useFresh();
  const goal = useQuery({ ...read(goalsApi.getGoal, { params: { id } }), ...everyMinute });
  return (
    <Loaded query={goal} page>
      {(found) => <Shown goal={found} />}
    </Loaded>
  );
}

function Shown({ goal }: { goal: GoalPage }) {
  const words = useWords();
  const { t } = words;
  const waiting = goal.late.length + goal.ahead.length > 0;
  return (
    <Page
      title={goal.sentence}
      above={
        <>
          {t('goals.of', { team: goal.team.name })} {goal.archivedAt && <Tag>{t('goals.archived')}</Tag>}
        </>
      }
      sub={clockInWords(goal, words)}
      acts={<Acts goal={goal} />}
      aside={<HowToRead goal={goal} />}
    >
      <Rest of={goal} />
      <Said goal={goal} />
      {!goal.archivedAt && !goal.teamArchivedAt && (
        <Section title={t('goals.now.title')} note={waiting ? t('goals.waiting', { count: goal.running.count }) : null}>
          {waiting ? <Clocks goal={goal} /> : <p className={css.quiet}>{t('goals.now.none')}</p>}
        </Section>
      )}
      {goal.hides === null && (
        <>
          <Weeks goal={goal} />
          <Misses goal={goal} />
        </>
      )}
    </Page>
  );
}

/** The figure at reading size, with what makes it honest under it. */
function Said({ goal }: { goal: GoalPage }) {
  const words = useWords();
  const { t, number, date } = words;
  const { figure, hides, median, reckoning } = goal;
  const share = (value: number) => number(value, { style: 'percent', maximumFractionDigits: 0 });
  const reached = reaches(goal);
  if (hides) return <p className={css.hides}>{t(`goals.hides.${hides}`)}</p>;
  return (
    <div className={css.said}>
      <p className={css.figure}>
        <Figure goal={goal} />
      </p>
      {reached !== null && figure && (
        <p>
          <Tag kind={reached ? 'kept' : 'risk'}>
            {t(reached ? 'goals.reached' : 'goals.below', { share: goal.share })}
          </Tag>{' '}
          {t('goals.range', { low: share(figure.low), high: share(figure.high) })}{' '}
          {median !== null && t('goals.median', { length: lengthInWords(Math.max(1, Math.round(median)), words) })}
        </p>
      )}
      {reckoning && (
        <p role="status">
          {t('goals.reckoning', { date: date(reckoning.back, { day: 'numeric', month: 'long', year: 'numeric' }) })}
        </p>
      )}
      {goal.inside && <p>{t('goals.inside')}</p>}
    </div>
  );
}

function Acts({ goal }: { goal: GoalPage }) {
  const { t } = useWords();
  const stale = [goalsApi.getGoal, goalsApi.listGoals];
  const restore = useWrite(goalsApi.restoreGoal, { stale, onDone: () => toast(t('goals.back')) });
  return (
    <>
      {goal.can.includes('edit') && (
        <LinkButton to={`/goals/${goal.id}/edit`} weight="main">
          {t('goals.change')}
        </LinkButton>
      )}
      {goal.can.includes('restore') && (
        <Button
          weight="main"
          pending={restore.isPending}
          onClick={() => void restore.send({ params: { id: goal.id } })}
        >
          {t('goals.restore')}
        </Button>
      )}
      <LinkButton to={`/teams/${goal.team.id}/goals`}>{t('goals.allOf', { team: goal.team.name })}</LinkButton>
      {restore.problem && <ProblemNote problem={restore.problem} />}
    </>
  );
}
