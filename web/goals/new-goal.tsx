// Setting one more goal: for leads of the team.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { goalsApi } from '../../contract/goals.ts';
import type { TeamRef } from '../../contract/shapes.ts';
import { useGo, useParam } from '../platform/address.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { GoalForm, type GoalDraft } from './goal-form.tsx';

const empty: GoalDraft = {
  sentence: '',
  every: true,
  services: [],
  starts: 'asked',
  ends: 'delivered',
  time: 'working',
  within: { count: 1, unit: 'hours' },
  share: 95,
  days: 30,
};

export default function NewGoalPage() {
  const id = useParam('id');
  const goals = useQuery(read(goalsApi.listGoals, { params: { id }, query: {} }));
  return (
    <Loaded query={goals} page>
      {({ team, day, can }) => (can.includes('create') ? <Writing team={team} day={day} /> : <NotAllowed />)}
    </Loaded>
  );
}

function Writing({ team, day }: { team: TeamRef; day: number }) {
  const { t } = useWords();
  const go = useGo();
  const [draft, setDraft] = useState<GoalDraft>(empty);
  const write = useWrite(goalsApi.createGoal, {
    stale: [goalsApi.listGoals],
    onDone: (made) => {
      toast(t('goals.made'));
      go(`/goals/${made.id}`);
    },
  });
  const body = { ...draft, services: draft.every ? [] : draft.services };
  return (
    <Page narrow title={t('goals.form.new')} above={team.name} sub={t('goals.form.sub')}>
      <GoalForm
        team={team.id}
        day={day}
        draft={draft}
        type={(field, value) => setDraft((before) => ({ ...before, [field]: value }))}
        problem={write.problem}
        pending={write.isPending}
        send={() => void write.send({ params: { id: team.id }, body })}
        save={t('goals.form.set')}
        back={`/teams/${team.id}/goals`}
      />
    </Page>
  );
}
