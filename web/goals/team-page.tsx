// All goals of a team: those that stand, and those put away.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { goalsApi, type Goal } from '../../contract/goals.ts';
import { useParam } from '../platform/address.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { everyMinute, useFresh } from './fresh.ts';
import { GoalRow } from './goal-row.tsx';
import { Rest } from './rest.tsx';
import { HowToRead } from './how-to-read.tsx';
import css from './goals.module.css';

export default function TeamGoalsPage() {
  const id = useParam('id');
  const { t } = useWords();
  useFresh();
  const goals = useQuery({ ...read(goalsApi.listGoals, { params: { id }, query: {} }), ...everyMinute });
  return (
    <Loaded query={goals} page>
      {({ team, items, can }) => (
        <Page
          title={t('goals.page.title', { team: team.name })}
          sub={t('goals.page.sub')}
          acts={
            <>
              {can.includes('create') && (
                <LinkButton to={`/teams/${id}/goals/new`} weight="main">
                  {t('goals.new')}
                </LinkButton>
              )}
              <LinkButton to={`/teams/${id}`}>{t('goals.toTeam', { team: team.name })}</LinkButton>
            </>
          }
          aside={<HowToRead />}
        >
          <Rest of={items[0]} />
          {items.length === 0 ? (
            <EmptyState title={t('goals.none.title')} icon="clock">
              {t(can.includes('create') ? 'goals.none.lead' : 'goals.none.words')}
            </EmptyState>
          ) : (
            <Goals items={items} label={t('goals.title')} />
          )}
          <Away team={id} />
        </Page>
      )}
    </Loaded>
  );
}

const Goals = ({ items, label }: { items: readonly Goal[]; label: string }) => (
  <RowList label={label}>
    {items.map((goal) => (
      <GoalRow key={goal.id} goal={goal} />
    ))}
  </RowList>
);

/** Fetched only when somebody looks. */
function Away({ team }: { team: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const goals = useQuery({
    ...read(goalsApi.listGoals, { params: { id: team }, query: { archived: 'true' } }),
    enabled: open,
  });
  return (
    <div className={css.away}>
      <Button weight="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'goals.away.hide' : 'goals.away.show')}
      </Button>
      {open && (
        <Loaded query={goals}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={css.quiet}>{t('goals.away.none')}</p>
            ) : (
              <Section title={t('goals.away.title')}>
                <Goals items={items} label={t('goals.away.title')} />
              </Section>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
