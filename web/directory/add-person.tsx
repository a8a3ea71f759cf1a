// Adding a colleague, and the link that lets them in.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { useGo } from '../platform/address.ts';
import { call, problemOf } from '../platform/api.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { useStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { NotAllowed } from '../ui/states.tsx';
import { Check } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import {
  bodyOf,
  EmailField,
  GovernedFields,
  NameField,
  OwnFields,
  PersonLanguage,
  type PersonDraft,
} from './person-fields.tsx';
import { OnceOnly, type Invitation } from './way-in.tsx';
import css from './directory.module.css';

type Added = { person: Person; invitation: Invitation | null };

export default function AddPerson() {
  const { t } = useWords();
  const { can } = useStanding();
  const go = useGo();
  const [times, setTimes] = useState(0);
  const [added, setAdded] = useState<Added | null>(null);
  if (!can.includes('addPerson')) return <NotAllowed />;
  const done = (now: Added) => {
    toast(t('directory.person.added', { name: now.person.name }));
    if (now.invitation) setAdded(now);
    else go(`/people/${now.person.id}`);
  };
  const next = () => {
    setAdded(null);
    setTimes(times + 1);
  };
  return (
    <Page narrow title={t('directory.person.add')} sub={t('directory.person.addSub')}>
      {/* Begins empty again for the next one. */}
      <Adding key={times} onAdded={done} />
      {added?.invitation && (
        <Dialog
          open
          onClose={next}
          title={t('directory.invite.made', { name: added.person.name })}
          sub={t('directory.invite.sub')}
        >
          <OnceOnly invitation={added.invitation} onDone={next} />
        </Dialog>
      )}
    </Page>
  );
}

function Adding({ onAdded }: { onAdded: (added: Added) => void }) {
  const { t, language, zone } = useWords();
  const { company } = useStanding();
  const [fields, setFields] = useState<PersonDraft>({
    name: '',
    said: '',
    email: '',
    does: '',
    place: '',
    language: company?.language ?? language,
    zone: company?.zone ?? zone,
    manager: null,
    administrator: false,
    pronouns: '',
    languages: [],
    skills: [],
    week: null,
    dotted: [],
  });
  const [team, setTeam] = useState('');
  const [about, setAbout] = useState(false);
  const [invite, setInvite] = useState(true);
  const add = useWrite(directoryApi.addPerson, { stale: [directoryApi.listPeople] });
  const [settling, setSettling] = useState(false);
  const type = <K extends keyof PersonDraft>(field: K, value: PersonDraft[K]) =>
    setFields((before) => ({ ...before, [field]: value }));

  const submit = async () => {
    const { name, email, ...rest } = bodyOf(fields);
    const person = await add.send({ body: { ...rest, name: name ?? '', email: email ?? '' } });
    if (!person) return;
    setSettling(true);
    onAdded({ person, invitation: await settle(person, team, invite) });
  };
  return (
    <Form problem={add.problem} onSubmit={submit}>
      <NameField fields={fields} type={type} />
      <EmailField fields={fields} type={type} />
      <TeamSelect value={team} onChoose={setTeam} />
      {/* What is refused must be seen, so it opens then. */}
      <details
        className={css.details}
        open={about || Boolean(add.problem)}
        onToggle={(event) => setAbout(event.currentTarget.open)}
      >
        <summary>{t('directory.person.about')}</summary>
        <div className={css.fields}>
          <OwnFields fields={fields} type={type} />
          <PersonLanguage fields={fields} type={type} />
          <GovernedFields fields={fields} type={type} />
        </div>
      </details>
      <div className={css.tick}>
        <Check checked={invite} onChange={setInvite} description={t('directory.invite.nowHelp')}>
          {t('directory.invite.now')}
        </Check>
      </div>
      <FormActs>
        <Button weight="main" type="submit" pending={add.isPending || settling}>
          {t('directory.person.add')}
        </Button>
        <LinkButton to="/people" weight="quiet">
          {t('directory.cancel')}
        </LinkButton>
      </FormActs>
    </Form>
  );
}

/** Team and link come after the person exists; what fails then is told, and can be done again from their page. */
async function settle(person: Person, team: string, invite: boolean): Promise<Invitation | null> {
  const params = { id: person.id };
  try {
    if (team) {
      await call(directoryApi.addMember, { params: { id: team, person: person.id }, body: {} });
      await invalidate(directoryApi.getTeam, directoryApi.listTeams, directoryApi.listPeople);
    }
    return invite ? await call(directoryApi.invitePerson, { params }) : null;
  } catch (error) {
    toast(problemOf(error)?.detail ?? '', { kind: 'bad' });
    return null;
  }
}

function TeamSelect({ value, onChoose }: { value: string; onChoose: (team: string) => void }) {
  const { t } = useWords();
  const teams = useQuery(read(directoryApi.listTeams, { query: { limit: 100 } }));
  if (!teams.data || teams.data.items.length === 0) return null;
  return (
    <Select
      label={t('directory.team')}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      description={t('directory.person.teamHelp')}
      optional
    >
      <option value="">{t('directory.person.noTeam')}</option>
      {teams.data.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
