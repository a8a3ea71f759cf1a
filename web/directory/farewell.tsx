// Letting a person go: what it means, what rests on them and who takes it over, said before it is done. Welcoming back: welcome-back.tsx.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import type { Person } from '../../contract/directory-people.ts';
import { farewellApi, type Held, type HeldShare, type Left } from '../../contract/farewell.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Heirs } from './heirs.tsx';
import { begin, bodyOf, rests, type Choices } from './leaving.ts';
import { PartingPromises } from './parting-promises.tsx';
import { TiesFields } from './ties.tsx';
import css from './directory.module.css';

type About = { person: Person; onClose: () => void };
const stale = [
  directoryApi.getPerson,
  directoryApi.listPeople,
  directoryApi.getTeam,
  directoryApi.listTeams,
  farewellApi.getHeld,
];

export function Farewell({ person, onClose }: About) {
  const { t } = useWords();
  // What the window said when it was opened holds while it is open; whatever came since goes back to its team.
  const held = useQuery({
    ...read(farewellApi.getHeld, { params: { id: person.id } }),
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <Dialog open onClose={onClose} title={t('directory.deactivate.title', { name: person.name })}>
      <Loaded query={held} rows={4}>
        {(now) => <LettingGo person={person} held={now} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function LettingGo({ person, held, onClose }: About & { held: Held }) {
  const { t } = useWords();
  const { name } = person;
  const [choices, setChoices] = useState<Choices>(() => begin(held, t('directory.parting.wordsBegin', { name })));
  const [words, setWords] = useState(t('directory.leave.wordsBegin', { name }));
  const [remaining, setRemaining] = useState<readonly HeldShare[] | null>(null);
  const shares = remaining ?? held.shares;
  const write = useWrite(farewellApi.leavePerson, { stale, onDone: (left) => done(left) });
  const done = (left: Left) => {
    if (left.remaining.length > 0) return setRemaining(left.remaining);
    const count = left.handedOver;
    toast(count > 0 ? t('directory.leave.done', { name, count }) : t('directory.deactivate.done', { name }));
    onClose();
  };
  const submit = async () => {
    const body = bodyOf(choices, { ...held, shares: [...shares] }, words);
    const sent = { params: { id: person.id }, body, ...(remaining ? {} : { ifMatch: person.version }) };
    if (!(await write.send(sent))) await invalidate(directoryApi.getPerson);
  };
  const choose = (change: Partial<Choices>) => setChoices((before) => ({ ...before, ...change }));
  const handing = shares.some(rests);
  return (
    <Form problem={write.problem} onSubmit={submit}>
      {remaining ? (
        <p role="status">{t('directory.leave.remaining', { name })}</p>
      ) : (
        <ul className={css.points}>
          <li>{t('directory.deactivate.sessions')}</li>
          <li>{t('directory.deactivate.history')}</li>
          {!handing && <li>{t('directory.deactivate.open')}</li>}
          <li>{t('directory.deactivate.back')}</li>
        </ul>
      )}
      <Heirs person={person} held={held} shares={shares} choices={choices} onChoose={choose} />
      {handing && (
        <TextArea
          label={t('directory.leave.words')}
          description={t('directory.leave.wordsHelp')}
          name="context"
          limit={4000}
          rows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {!remaining && <PartingPromises person={person} held={held} choices={choices} onChoose={choose} />}
      {!remaining && <TiesFields person={person} ties={held.ties} choices={choices} onChoose={choose} />}
      <FormActs>
        <Button weight="danger" type="submit" pending={write.isPending}>
          {t(remaining ? 'directory.leave.handOver' : 'directory.deactivate')}
        </Button>
        <Button weight="quiet" onClick={onClose} autoFocus={!handing}>
          {t('directory.cancel')}
        </Button>
      </FormActs>
    </Form>
  );
}
