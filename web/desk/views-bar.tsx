// Saved views over a list: one click shows one, one saves what is shown now, for oneself or for a team.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskApi, type View, type ViewFilter } from '../../contract/desk.ts';
import { read, useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import css from './views-bar.module.css';

type Parts = { filter: ViewFilter; show: (filter: ViewFilter) => void };

const same = (one: ViewFilter, other: ViewFilter) => keyOf(one) === keyOf(other);
const keyOf = ({ role, open, team, late, state, service, provider, requester }: ViewFilter) =>
  JSON.stringify([role, open ?? true, team, late ?? false, state, service, provider, requester]);

export default function ViewsBar({ filter, show }: Parts) {
  const { t } = useWords();
  const views = useQuery(read(deskApi.listViews, {}));
  const [saving, setSaving] = useState(false);
  const items = views.data?.items ?? [];
  const current = items.find((view) => same(view.filter, filter));
  const usual = same(filter, { role: 'any', open: true });
  if (items.length === 0 && usual) return null;
  return (
    <div className={css.bar} role="group" aria-label={t('desk.views')}>
      {items.map((view) => (
        <Button
          key={view.id}
          weight={view === current ? 'main' : 'soft'}
          aria-pressed={view === current}
          onClick={() => show(view === current ? { role: 'any', open: true } : view.filter)}
        >
          {view.team ? t('desk.views.ofTeam', { name: view.name, team: view.team.name }) : view.name}
        </Button>
      ))}
      {current?.can.includes('remove') && <More view={current} />}
      {!current && !usual && (
        <Button weight="quiet" onClick={() => setSaving(true)}>
          {t('desk.views.save')}
        </Button>
      )}
      {saving && <Saving filter={filter} onClose={() => setSaving(false)} />}
    </div>
  );
}

function More({ view }: { view: View }) {
  const { t } = useWords();
  const remove = useWrite(deskApi.removeView, { stale: [deskApi.listViews] });
  return (
    <Menu label={t('desk.views.more', { name: view.name })} dots>
      <MenuAct onAct={() => void remove.send({ params: { id: view.id } })}>{t('desk.views.remove')}</MenuAct>
    </Menu>
  );
}

function Saving({ filter, onClose }: { filter: ViewFilter; onClose: () => void }) {
  const { t } = useWords();
  const me = useMe();
  const [name, setName] = useState('');
  const [team, setTeam] = useState('');
  const save = useWrite(deskApi.saveView, {
    stale: [deskApi.listViews],
    onDone: () => {
      toast(t('desk.saved'));
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('desk.views.save')}>
      <Form
        problem={save.problem}
        onSubmit={() => void save.send({ body: { name, filter, ...(team ? { team } : {}) } })}
      >
        <TextField
          label={t('desk.name')}
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoFocus
        />
        {me.teams.length > 0 && (
          <Select label={t('desk.views.for')} value={team} onChange={(event) => setTeam(event.currentTarget.value)}>
            <option value="">{t('desk.views.forMe')}</option>
            {me.teams.map((one) => (
              <option key={one.id} value={one.id}>
                {t('desk.views.forTeam', { team: one.name })}
              </option>
            ))}
          </Select>
        )}
        <FormActs>
          <Button weight="main" type="submit" pending={save.isPending}>
            {t('desk.save')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
