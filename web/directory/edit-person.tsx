// Changing a colleague as an administrator.
import { useQuery } from '@tanstack/react-query';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { useGo, useParam } from '../platform/address.ts';
import { languageNames } from '../platform/language.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { cityOf } from '../platform/time.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Meanwhile } from './meanwhile.tsx';
import {
  bodyOf,
  draftOf,
  EmailField,
  GovernedFields,
  NameField,
  OwnFields,
  personLabels,
  PersonLanguage,
  type PersonDraft,
} from './person-fields.tsx';
import { Photo } from './photo.tsx';
import { useEdit, type Edit } from '../platform/use-edit.ts';

export default function EditPerson() {
  const id = useParam('id');
  const person = useQuery(read(directoryApi.getPerson, { params: { id } }));
  return (
    <Loaded query={person} page>
      {(found) => (found.can.includes('govern') ? <Editing key={found.id} person={found} /> : <NotAllowed />)}
    </Loaded>
  );
}

/** The fields of a person and how to save them; `onSaved` is told with the person as saved. */
export function usePersonEdit(person: Person, onSaved: (saved: Person) => void) {
  const edit = useEdit(draftOf(person), person.version);
  const write = useWrite(directoryApi.updatePerson, {
    stale: [directoryApi.listPeople, directoryApi.getTeam, directoryApi.listTeams],
    onDone: (saved, sent) => {
      queries.setQueryData(keyOf(directoryApi.getPerson, { params: sent.params }), saved);
      edit.forget();
      onSaved(saved);
    },
  });
  const save = async () => {
    const sent = { params: { id: person.id }, body: bodyOf(edit.change), ifMatch: edit.version };
    // What was refused may be refused because of somebody else's change: look at it.
    if (!(await write.send(sent))) await invalidate(directoryApi.getPerson);
  };
  return { edit, save, problem: write.problem, pending: write.isPending };
}

export function PersonMeanwhile({ edit }: { edit: Edit<PersonDraft> }) {
  const { t } = useWords();
  const inWords = (field: keyof PersonDraft, value: PersonDraft[keyof PersonDraft]) => {
    if (field === 'zone') return cityOf(String(value));
    if (field === 'language') return languageNames[value as PersonDraft['language']];
    return typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
  };
  return <Meanwhile edit={edit} label={(field) => t(personLabels[field])} inWords={inWords} />;
}

function Editing({ person }: { person: Person }) {
  const { t } = useWords();
  const go = useGo();
  const { edit, save, problem, pending } = usePersonEdit(person, (saved) => {
    toast(t('directory.saved'));
    go(`/people/${saved.id}`);
  });
  return (
    <Page narrow title={t('directory.edit.person', { name: person.name })}>
      <Form problem={problem} onSubmit={save}>
        <PersonMeanwhile edit={edit} />
        <Photo person={person} />
        <NameField {...edit} />
        <EmailField {...edit} />
        <OwnFields {...edit} />
        <PersonLanguage {...edit} />
        <GovernedFields {...edit} />
        <FormActs>
          <Button weight="main" type="submit" pending={pending}>
            {t('directory.save')}
          </Button>
          <LinkButton to={`/people/${person.id}`} weight="quiet">
            {t('directory.cancel')}
          </LinkButton>
        </FormActs>
      </Form>
    </Page>
  );
}
