// While a promise runs: another time or thing, from either side; what it waits for; letting go, and not keeping it.
import { useState } from 'react';
import { promisesApi } from '../../contract/promise-moves.ts';
import { useKeptWords } from '../platform/kept-words.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { DueField, MissField, ReasonField } from '../requests/requests.tsx';
import { TextArea } from '../ui/field.tsx';
import { BelowField } from './below-field.tsx';
import { reasonIn } from './closing-forms.tsx';
import { settle } from './fresh.ts';
import { isLate, MoveForm, of, type FormOf } from './move-form.tsx';

/** The promiser asks for a new time; what will be there stays as it was promised, unless it is put in other words. */
export function Renegotiate(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const late = isLate(form);
  const begin = { due: '', reason: '', missReason: '', deliverable: promise.deliverable };
  const [words, write, forget] = useKeptWords(`promise.${promise.id}.renegotiate`, begin);
  const [tried, setTried] = useState(false);
  const move = useWrite(promisesApi.renegotiatePromise, { onDone: (now) => (forget(), settle(now), onClose()) });
  const missReason = late ? reasonIn(words.missReason) : undefined;
  const submit = () => {
    setTried(true);
    const { due, reason, deliverable } = words;
    const else_ = deliverable === promise.deliverable ? {} : { deliverable };
    if (due) void move.send({ ...of(form), body: { due, reason, ...else_, ...(missReason ? { missReason } : {}) } });
  };
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.renegotiate')}
      onSubmit={submit}
    >
      <DueField
        promise={promise.id}
        label={t('promises.field.due')}
        value={words.due}
        not={promise.due}
        onChange={(due) => write({ due })}
        {...(tried && !words.due ? { error: t('promises.field.dueNeeded') } : {})}
      />
      <ReasonField
        label={t('promises.field.reason')}
        late={late}
        reason={words.reason}
        missReason={words.missReason}
        onChange={write}
      />
      <Else value={words.deliverable} onChange={(deliverable) => write({ deliverable })} />
    </MoveForm>
  );
}

function Else({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const { t } = useWords();
  return (
    <details>
      <summary>{t('promises.field.else')}</summary>
      <TextArea
        label={t('promises.field.deliverable')}
        name="deliverable"
        limit={500}
        rows={1}
        value={value}
        onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
      />
    </details>
  );
}

/** The other side asks for another time, or for something else. */
export function Counter(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const begin = { due: '', reason: '', deliverable: promise.deliverable };
  const [words, write, forget] = useKeptWords(`promise.${promise.id}.counter`, begin);
  const [tried, setTried] = useState(false);
  const move = useWrite(promisesApi.counterPromise, { onDone: (now) => (forget(), settle(now), onClose()) });
  const submit = () => {
    setTried(true);
    const { due, reason, deliverable } = words;
    const else_ = deliverable === promise.deliverable ? {} : { deliverable };
    if (due) void move.send({ ...of(form), body: { due, reason, ...else_ } });
  };
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.counter')}
      onSubmit={submit}
    >
      <DueField
        promise={promise.id}
        label={t('promises.field.due')}
        value={words.due}
        not={promise.due}
        onChange={(due) => write({ due })}
        {...(tried && !words.due ? { error: t('promises.field.dueNeeded') } : {})}
      />
      <TextArea
        label={t('promises.field.reason')}
        name="reason"
        limit={1000}
        rows={2}
        value={words.reason}
        onChange={(event) => write({ reason: event.target.value })}
      />
      <Else value={words.deliverable} onChange={(deliverable) => write({ deliverable })} />
    </MoveForm>
  );
}

/** The promiser agrees to what was asked for after the time had passed, and says what got in the way. */
export function Agree(form: FormOf) {
  const { t } = useWords();
  const [chosen, setChosen] = useState('');
  const move = useWrite(promisesApi.answerRenegotiation, { onDone: (now) => (settle(now), form.onClose()) });
  const missReason = reasonIn(chosen);
  const body = { answer: 'accept' as const, ...(missReason ? { missReason } : {}) };
  return (
    <MoveForm
      onClose={form.onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.answer')}
      onSubmit={() => void move.send({ ...of(form), body })}
    >
      <MissField value={chosen} onChoose={setChosen} />
    </MoveForm>
  );
}

/** It will not be kept, and what gets in the way. */
export function Miss(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const [words, write, forget] = useKeptWords(`promise.${promise.id}.miss`, { reason: '', missReason: '' });
  const [tried, setTried] = useState(false);
  const move = useWrite(promisesApi.missPromise, { onDone: (now) => (forget(), settle(now), onClose()) });
  const missReason = reasonIn(words.missReason);
  const submit = () => {
    setTried(true);
    if (missReason) void move.send({ ...of(form), body: { reason: words.reason, missReason } });
  };
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.miss')}
      danger
      onSubmit={submit}
    >
      <ReasonField
        label={t('promises.field.missWhy')}
        late
        reason={words.reason}
        missReason={words.missReason}
        onChange={write}
        {...(tried && !missReason ? { error: t('promises.field.missNeeded') } : {})}
      />
    </MoveForm>
  );
}

/** The promiser is let go. */
export function Release(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const [words, write, forget] = useKeptWords(`promise.${promise.id}.release`, { words: '' });
  const move = useWrite(promisesApi.releasePromise, { onDone: (now) => (forget(), settle(now), onClose()) });
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.release')}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('promises.field.words')}
        name="words"
        optional
        limit={1000}
        autoFocus
        value={words.words}
        onChange={(event) => write({ words: event.target.value })}
      />
    </MoveForm>
  );
}

/** Which promise has to be kept first. */
export function Chain(form: FormOf) {
  const { t } = useWords();
  const { promise, onClose } = form;
  const [below, setBelow] = useState(promise.waitsFor?.id ?? '');
  const move = useWrite(promisesApi.chainPromise, { onDone: (now) => (settle(now), onClose()) });
  return (
    <MoveForm
      onClose={onClose}
      problem={move.problem}
      pending={move.isPending}
      send={t('promises.send.chain')}
      onSubmit={() => void move.send({ ...of(form), body: { dependsOn: below || null } })}
    >
      <BelowField value={below} not={promise.id} onChange={setBelow} />
    </MoveForm>
  );
}
