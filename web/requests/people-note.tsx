// Who reads along: the two sides, and colleagues who were added. Adding and taking out.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import type { Request } from '../../contract/requests.ts';
import type { PersonRef } from '../../contract/shapes.ts';
import { AwayLine } from '../directory/directory.tsx';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Face } from '../ui/face.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Note } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { AskAlong, AsksAlong } from './asking-along.tsx';
import { findPeople } from './find.ts';
import { freshen, settle } from './fresh.ts';
import { firstName } from './names.ts';
import css from './people-note.module.css';

export function PeopleNote({ request }: { request: Request }) {
  const { t } = useWords();
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const mayAdd = request.can.includes('addParticipant');
  const sides = new Map<string, PersonRef>();
  for (const person of [request.requester, request.askedBy, request.person, request.provider])
    if (person) sides.set(person.id, person);
  const along = request.participants.filter(
    (person) => !sides.has(person.id) && !request.coRequesters.some(({ id }) => id === person.id),
  );
  return (
    <Note title={t('requests.people.title')}>
      <AwayLine person={request.provider ?? request.person} />
      <ul className={css.people}>
        {[...sides.values()].map((person) => (
          <Line key={person.id} person={person} />
        ))}
        {request.coRequesters.map((person) => (
          <AsksAlong key={person.id} request={request} person={person} />
        ))}
        {request.team && (
          <li className={css.line}>
            <Face of={request.team} size="small" square />
            <Link to={`/teams/${request.team.id}`}>{t('requests.people.team', { name: request.team.name })}</Link>
          </li>
        )}
        {along.map((person) => (
          <Line key={person.id} person={person}>
            {(mayAdd || (person.id === me.id && request.can.includes('message'))) && (
              <TakeOut request={request} person={person} />
            )}
          </Line>
        ))}
      </ul>
      {request.sight !== 'usual' && (
        <p className={css.sight}>{t(`requests.people.sight.${request.sight}`, { team: request.team?.name ?? '' })}</p>
      )}
      {mayAdd && (
        <Button weight="quiet" onClick={() => setAdding(true)}>
          <Icon name="plus" /> {t('requests.people.add')}
        </Button>
      )}
      <AskAlong request={request} />
      {adding && <Adding request={request} onClose={() => setAdding(false)} />}
    </Note>
  );
}

const Line = ({ person, children }: { person: PersonRef; children?: React.ReactNode }) => (
  <li className={css.line}>
    <Face of={person} size="small" />
    <Link to={`/people/${person.id}`}>{person.name}</Link>
    {children}
  </li>
);

function TakeOut({ request, person }: { request: Request; person: PersonRef }) {
  const { t } = useWords();
  const me = useMe();
  const self = person.id === me.id;
  const remove = useWrite(requestsApi.removeParticipant);
  const take = async () => {
    await remove.send({ params: { id: request.id, person: person.id } });
    freshen(request.id);
    toast(t(self ? 'requests.people.left' : 'requests.people.takenOut', { name: firstName(person) }));
  };
  return (
    <IconButton
      label={t(self ? 'requests.people.leave' : 'requests.people.takeOut', { name: person.name })}
      onClick={() => void take()}
    >
      <Icon name="cross" />
    </IconButton>
  );
}

function Adding({ request, onClose }: { request: Request; onClose: () => void }) {
  const { t } = useWords();
  const [whom, setWhom] = useState<Findable | null>(null);
  const add = useWrite(requestsApi.addParticipant);
  const send = async () => {
    if (!whom) return;
    const now = await add.send({ params: { id: request.id, person: whom.id } });
    if (!now) return;
    settle(now);
    toast(t('requests.people.added', { name: firstName(whom) }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('requests.people.add')} sub={t('requests.people.help')}>
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
