// Who needs it as well: colleagues who ask along, such as the next shift. Adding and taking out.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { mergingApi } from '../../contract/request-merging.ts';
import type { Request } from '../../contract/requests.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Face } from '../ui/face.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { toast } from '../ui/toast.tsx';
import { findPeople } from './find.ts';
import { freshen, settle } from './fresh.ts';
import { firstName } from './names.ts';
import css from './people-note.module.css';

export function AskAlong({ request }: { request: Request }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  if (!request.can.includes('addAsker')) return null;
  return (
    <div>
      <Button weight="quiet" onClick={() => setAdding(true)}>
        <Icon name="plus" /> {t('requests.along.add')}
      </Button>
      {adding && <Adding request={request} onClose={() => setAdding(false)} />}
    </div>
  );
}

export function AsksAlong({ request, person }: { request: Request; person: PersonRef }) {
  const { t } = useWords();
  const me = useMe();
  const self = person.id === me.id;
  const remove = useWrite(mergingApi.removeCoRequester);
  const take = async () => {
    await remove.send({ params: { id: request.id, person: person.id } });
    freshen(request.id);
    toast(t(self ? 'requests.along.left' : 'requests.along.takenOut', { name: firstName(person) }));
  };
  return (
    <li className={css.line}>
      <Face of={person} size="small" />
      <span>
        <Link to={`/people/${person.id}`}>{person.name}</Link> <small>{t('requests.along.too')}</small>
      </span>
      {(request.can.includes('addAsker') || (self && request.can.includes('message'))) && (
        <IconButton
          label={t(self ? 'requests.along.leave' : 'requests.along.takeOut', { name: person.name })}
          onClick={() => void take()}
        >
          <Icon name="cross" />
        </IconButton>
      )}
    </li>
  );
}

function Adding({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useWords();
  const [whom, setWhom] = useState<Findable | null>(null);
  const add = useWrite(mergingApi.addCoRequester);
  const send = async () => {
    if (!whom) return;
    const now = await add.send({ params: { id: request.id, person: whom.id } });
    if (!now) return;
    settle(now);
    toast(t('requests.along.added', { name: firstName(whom) }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('requests.along.add')} sub={t('requests.along.help')}>
      <Combobox
        label={t('requests.people.whom')}
        of="people"
        search={findPeople}
        value={whom}
        onChoose={setWhom}
        autoFocus
      />
      {add.problem && <ProblemNote problem={add.problem} />}
      <div>
        <Button weight="main" pending={add.isPending} disabled={!whom} onClick={() => void send()}>
          {t('requests.people.send')}
        </Button>
      </div>
    </Dialog>
  );
}
