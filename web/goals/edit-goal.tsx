// Changing a goal, and putting it away: for leads of its team.
import { useQuery } from '@tanstack/react-query';
import { goalPeriods, goalsApi, type Goal } from '../../contract/goals.ts';
import { useGo, useParam } from '../platform/address.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { useEdit } from '../platform/use-edit.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { GoalForm, type GoalDraft } from './goal-form.tsx';
import css from './goals.module.css';

export default function EditGoalPage() {
  const id = useParam('id');
  const goal = useQuery(read(goalsApi.getGoal, { params: { id } }));
  return (
    <Loaded query={goal} page>
      {(found) => (found.can.includes('edit') ? <Editing key={found.id} goal={found} /> : <NotAllowed />)}
    </Loaded>
  );
}

const draftOf = (goal: Goal): GoalDraft => ({
  sentence: goal.sentence,
  every: goal.every,
  services: goal.services.map(({ id }) => id),
  starts: goal.starts,
  ends: goal.ends,
  time: goal.time,
  within: goal.within,
  share: goal.share,
  days: goalPeriods.find((one) => one === goal.days) ?? 30,
});
const measuring: readonly (keyof GoalDraft)[] = ['every', 'services', 'starts', 'ends', 'time', 'within'];

function Editing({ goal }: { goal: Goal }) {
  const { t } = useWords();
  const go = useGo();
  const edit = useEdit(draftOf(goal), goal.version);
  const write = useWrite(goalsApi.editGoal, {
    stale: [goalsApi.getGoal, goalsApi.listGoals, goalsApi.listGoalMisses],
    onDone: () => {
      edit.forget();
      toast(t('goals.saved'));
      go(`/goals/${goal.id}`);
    },
  });
  const send = async () => {
    const sent = { params: { id: goal.id }, body: edit.change, ifMatch: edit.version };
    if (!(await write.send(sent))) await invalidate(goalsApi.getGoal);
  };
  const anew = measuring.some((field) => field in edit.change);
  return (
    <Page narrow title={t('goals.form.edit')} above={goal.team.name} sub={t('goals.form.sub')}>
      <GoalForm
        team={goal.team.id}
        day={goal.day}
        draft={edit.fields}
        type={edit.type}
        problem={write.problem}
        pending={write.isPending}
        send={() => void send()}
        save={t('goals.form.save')}
        back={`/goals/${goal.id}`}
        news={
          <div role="status" className={css.news}>
            {edit.meanwhile.length > 0 && (
              <p>
                <Icon name="warning" /> {t('goals.form.meanwhile')}
              </p>
            )}
            {anew && <p>{t('goals.form.anew')}</p>}
          </div>
        }
      />
      <PuttingAway goal={goal} />
    </Page>
  );
}

function PuttingAway({ goal }: { goal: Goal }) {
  const { t } = useWords();
  const go = useGo();
  const write = useWrite(goalsApi.archiveGoal, {
    stale: [goalsApi.getGoal, goalsApi.listGoals],
    onDone: () => {
      toast(t('goals.away'));
      go(`/teams/${goal.team.id}/goals`);
    },
  });
  return (
    <Section title={t('goals.archive')}>
      <p className={css.quiet}>{t('goals.archive.words')}</p>
      <Button weight="danger" pending={write.isPending} onClick={() => void write.send({ params: { id: goal.id } })}>
        {t('goals.archive')}
      </Button>
      {write.problem && <ProblemNote problem={write.problem} />}
    </Section>
  );
}
