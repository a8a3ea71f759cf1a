// While a promise runs: a new time, holding to the old one, letting go, taking back, and saying what was done.
import { useState } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import { useFiles } from '../attachments/attachments.tsx';
import { useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { TextArea } from '../ui/field.tsx';
import { DueField } from './due-field.tsx';
import { useKeptWords } from '../platform/kept-words.ts';
import { useLate } from './late.ts';
import { MissField, missReasonOf } from './miss-field.tsx';
import { MoveForm, of, type FormOf } from './move-form.tsx';
import { ReasonField } from './reason-field.tsx';

/** A new time and why; what will be there stays as it was promised, unless it is put in other words. */
export function Renegotiate(form: FormOf) {
  const { t } = useWords();
  const { request } = form;
  const late = useLate(request);
  const begin = { due: '', reason: '', missReason: '', deliverable: request.deliverable ?? '' };
  const [words, write, forget] = useKeptWords(`request.${request.id}.renegotiate`, begin);
  const [missing, setMissing] = useState(false);
  const move = useWrite(requestsApi.renegotiateRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  const missReason = late ? missReasonOf(words.missReason) : null;
  const submit = () =>
    move.send({
      ...of(form),
      body: {
        due: words.due,
        reason: words.reason,
        ...(words.deliverable === begin.deliverable ? {} : { deliverable: words.deliverable }),
        ...(missReason ? { missReason } : {}),
      },
    });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.reason}
      onSubmit={() => (words.due ? void submit() : setMissing(true))}
    >
      <DueField
        label={t('requests.renegotiate.due')}
        request={request.id}
        value={words.due}
        not={request.due}
        onChange={(due) => write({ due })}
        {...(missing && !words.due ? { error: t('requests.due.needed') } : {})}
      />
      <ReasonField
        label={t('requests.renegotiate.reason')}
        late={late}
        reason={words.reason}
        missReason={words.missReason}
        onChange={write}
      />
      <details>
        <summary>{t('requests.renegotiate.more')}</summary>
        <TextArea
          label={t('requests.promise.deliverable')}
          name="deliverable"
          limit={500}
          rows={1}
          value={words.deliverable}
          onChange={(event) => write({ deliverable: event.target.value })}
        />
      </details>
    </MoveForm>
  );
}

/** The other side needs it at the promised time. */
export function Hold(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.hold`, { words: '' });
  const move = useWrite(requestsApi.answerRequestRenegotiation, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.words}
      onSubmit={() => void move.send({ ...of(form), body: { answer: 'hold', ...words } })}
    >
      <TextArea
        label={t('requests.hold.words')}
        name="words"
        optional
        limit={4000}
        value={words.words}
        autoFocus
        onChange={(event) => write({ words: event.target.value })}
      />
    </MoveForm>
  );
}

/** The promiser is let go; the ask stays open. */
export function Release(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.release`, { words: '' });
  const move = useWrite(requestsApi.releaseRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.words}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('requests.release.words')}
        description={t('requests.release.help')}
        name="words"
        optional
        limit={4000}
        value={words.words}
        autoFocus
        onChange={(event) => write({ words: event.target.value })}
      />
    </MoveForm>
  );
}

/** The promise is taken back, with what got in the way. */
export function Revoke(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.revoke`, { reason: '', missReason: '' });
  const [missing, setMissing] = useState(false);
  const move = useWrite(requestsApi.revokePromise, { onDone: (now) => (forget(), form.onDone(now)) });
  const missReason = missReasonOf(words.missReason);
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      danger
      words={words.reason}
      onSubmit={() =>
        missReason ? void move.send({ ...of(form), body: { reason: words.reason, missReason } }) : setMissing(true)
      }
    >
      <ReasonField
        label={t('requests.revoke.reason')}
        late
        reason={words.reason}
        missReason={words.missReason}
        onChange={write}
        {...(missing && !missReason ? { error: t('requests.miss.needed') } : {})}
      />
    </MoveForm>
  );
}

/** What was done; a late one also says what got in the way. */
export function Deliver(form: FormOf) {
  const { t } = useWords();
  const { request } = form;
  const [field, onField] = useState<HTMLTextAreaElement | null>(null);
  const late = useLate(request);
  const [words, write, forget] = useKeptWords(`request.${request.id}.deliver`, { done: '', missReason: '' });
  const files = useFiles(`request.${request.id}.deliver`);
  const move = useWrite(requestsApi.reportDelivery, { onDone: (now) => (forget(), files.clear(), form.onDone(now)) });
  const missReason = late ? missReasonOf(words.missReason) : null;
  const submit = () =>
    move.send({
      ...of(form),
      body: { done: words.done, attachments: files.ids, ...(missReason ? { missReason } : {}) },
    });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.done}
      files={files}
      onSubmit={() => void submit()}
    >
      <TextArea
        label={t('requests.deliver.done')}
        {...(request.deliverable ? { description: t('requests.deliver.help', { what: request.deliverable }) } : {})}
        name="done"
        limit={4000}
        value={words.done}
        autoFocus
        onField={onField}
        onChange={(event) => write({ done: event.target.value })}
      />
      <Slot
        of="standard"
        request={request}
        which="closing"
        words={words.done}
        onWords={(done) => (write({ done }), field?.focus())}
      />
      {late && <MissField value={words.missReason} onChoose={(reason) => write({ missReason: reason })} />}
      <Slot of="asked" request={request} />
    </MoveForm>
  );
}
