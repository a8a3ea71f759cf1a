// What a team holds itself to, on the team's page; whoever leads it sets goals from here.
import { useQuery } from '@tanstack/react-query';
import { goalsApi } from '../../contract/goals.ts';
import type { Slots } from '../platform/capability.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { RowList } from '../ui/row.tsx';
import { GoalRow } from './goal-row.tsx';
import { everyMinute } from './fresh.ts';
import css from './goals.module.css';

export default function TeamGoals({ team }: Slots['team']) {
  const { t } = useWords();
  const found = useQuery({ ...read(goalsApi.listGoals, { params: { id: team.id }, query: {} }), ...everyMinute });
  const { items = [], can = [] } = found.data ?? {};
  const sets = can.includes('create');
  if (items.length === 0 && !sets) return null;
  return (
    <Section
      title={t('goals.title')}
      acts={
        items.length > 0 ? (
          <LinkButton to={`/teams/${team.id}/goals`} weight="quiet">
            {t('goals.all')}
          </LinkButton>
        ) : (
          <LinkButton to={`/teams/${team.id}/goals/new`} weight="quiet">
            {t('goals.new')}
          </LinkButton>
        )
      }
    >
      {items.length === 0 ? (
        <p className={css.quiet}>{t('goals.none.lead')}</p>
      ) : (
        <RowList>
          {items.map((goal) => (
            <GoalRow key={goal.id} goal={goal} />
          ))}
        </RowList>
      )}
    </Section>
  );
}
