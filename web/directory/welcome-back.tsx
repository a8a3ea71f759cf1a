// Welcoming a person back who was let go: what it means, said before it is done. Letting go: farewell.tsx.
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { invalidate, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { toast } from '../ui/toast.tsx';

type About = { person: Person; onClose: () => void };
const stale = [directoryApi.getPerson, directoryApi.listPeople, directoryApi.getTeam, directoryApi.listTeams];

export function WelcomeBack({ person, onClose }: About) {
  const { t } = useWords();
  const { name } = person;
  const write = useWrite(directoryApi.reactivatePerson, {
    stale,
    onDone: () => {
      toast(t('directory.reactivate.done', { name }));
      onClose();
    },
  });
  const submit = async () => {
    const sent = { params: { id: person.id }, ifMatch: person.version };
    if (!(await write.send(sent))) await invalidate(directoryApi.getPerson);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('directory.reactivate.title', { name })}
      sub={t('directory.reactivate.sub')}
    >
      <Form problem={write.problem} onSubmit={submit}>
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('directory.reactivate')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('directory.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
