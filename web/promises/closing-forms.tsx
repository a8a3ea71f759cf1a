// Saying that it is done, accepting it with thanks, giving it back.
import { useState } from 'react';
import { promisesApi } from '../../contract/promise-moves.ts';
import { MissReason } from '../../contract/promises.ts';
import { useKeptWords } from '../platform/kept-words.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { DueField, MissField } from '../requests/requests.tsx';
import { TextArea } from '../ui/field.tsx';
import { settle } from './fresh.ts';
import { isLate, MoveForm, of, type FormOf } from './move-form.tsx';

/** The chosen reason, or none while none of the known ones is chosen. */
export const reasonIn = (value: string): MissReason | undefined => MissReason.safeParse(value).data;

export function Keep(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const late = isLate(form);
  const [words, write, forget] = useKeptWords(`promise.${promise.id}.keep`, { done: '', missReason: '' });
  const move = useWrite(promisesApi.keepPromise, { onDone: (now) => (forget(), settle(now), onClose()) });
  const missReason = late ? reasonIn(words.missReason) : undefined;
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.keep')}
      onSubmit={() =>
        void move.send({ ...of(form), body: { done: words.done, ...(missReason ? { missReason } : {}) } })
      }
    >
      <TextArea
        label={t('promises.field.done')}
        name="done"
        limit={4000}
        autoFocus
        value={words.done}
        onChange={(event) => write({ done: event.target.value })}
      />
      {late && <MissField value={words.missReason} onChoose={(chosen) => write({ missReason: chosen })} />}
    </MoveForm>
  );
}

export function Conclude(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const [words, write, forget] = useKeptWords(`promise.${promise.id}.conclude`, { thanks: '' });
  const move = useWrite(promisesApi.concludePromise, { onDone: (now) => (forget(), settle(now), onClose()) });
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.conclude')}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('promises.field.thanks')}
        name="thanks"
        optional
        limit={1000}
        autoFocus
        value={words.thanks}
        onChange={(event) => write({ thanks: event.target.value })}
      />
    </MoveForm>
  );
}

export function GiveBack(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const [words, write, forget] = useKeptWords(`promise.${promise.id}.return`, { missing: '' });
  const [due, setDue] = useState('');
  const move = useWrite(promisesApi.returnPromise, { onDone: (now) => (forget(), settle(now), onClose()) });
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.return')}
      onSubmit={() => void move.send({ ...of(form), body: { ...words, ...(due ? { due } : {}) } })}
    >
      <TextArea
        label={t('promises.field.missing')}
        name="missing"
        limit={1000}
        autoFocus
        value={words.missing}
        onChange={(event) => write({ missing: event.target.value })}
      />
      <DueField
        promise={promise.id}
        label={t('promises.field.due')}
        none={t('promises.field.dueNone')}
        value={due}
        onChange={setDue}
      />
    </MoveForm>
  );
}
