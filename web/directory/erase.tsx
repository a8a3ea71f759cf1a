// Erasing somebody who has left: what goes and what stays, said before it is done, and their name typed.
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { privacyApi } from '../../contract/privacy.ts';
import { invalidate, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Check } from '../ui/switch.tsx';
import { toast } from '../ui/toast.tsx';
import css from './directory.module.css';

const stale = [directoryApi.getPerson, directoryApi.listPeople];

export function Erase({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useWords();
  const [words, setWords] = useState(false);
  const { name } = person;
  const write = useWrite(privacyApi.erasePerson, {
    stale,
    onDone: () => {
      toast(t('directory.erase.done'));
      onClose();
    },
  });
  const submit = async (data: FormData) => {
    const body = { name: String(data.get('name')), words: words ? ('remove' as const) : ('keep' as const) };
    const sent = { params: { id: person.id }, ifMatch: person.version, body };
    await write.send(sent);
    await invalidate(directoryApi.getPerson);
  };
  return (
    <Dialog open onClose={onClose} title={t('directory.erase.title', { name })}>
      <Form problem={write.problem} onSubmit={submit}>
        <ul className={css.points}>
          <li>{t('directory.erase.gone')}</li>
          <li>{t('directory.erase.shape')}</li>
        </ul>
        <Check checked={words} onChange={setWords} description={t('directory.erase.wordsHelp')}>
          {t('directory.erase.words')}
        </Check>
        <TextField label={t('directory.erase.type', { name })} name="name" autoComplete="off" required />
        <FormActs>
          <Button weight="danger" type="submit" pending={write.isPending}>
            {t('directory.erase.do')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('directory.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
