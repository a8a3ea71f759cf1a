// A promise, an offer of something else, and handing over: what will be there, by when, by whom.
import { useCallback, useRef, useState } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import { useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { TextArea } from '../ui/field.tsx';
import { DueField } from './due-field.tsx';
import { findRecipients } from './find.ts';
import { useKeptWords } from '../platform/kept-words.ts';
import { useLate } from './late.ts';
import { MissField, missReasonOf } from './miss-field.tsx';
import { MoveForm, of, type FormOf } from './move-form.tsx';

/** The deliverable in words, the ask's own to begin with, and a due time. */
export function Promising(form: FormOf) {
  const { t } = useWords();
  const { request } = form;
  const [words, write, forget] = useKeptWords(`request.${request.id}.promise`, {
    deliverable: request.title,
    due: '',
    words: '',
  });
  const [missing, setMissing] = useState(false);
  const [field, onField] = useState<HTMLTextAreaElement | null>(null);
  const along = useRef<() => Promise<void>>(null);
  const onPromised = useCallback((act: () => Promise<void>) => void (along.current = act), []);
  const move = useWrite(requestsApi.promiseRequest, {
    onDone: (now) => {
      forget();
      void along.current?.();
      form.onDone(now);
    },
  });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.words}
      onSubmit={() => (words.due ? void move.send({ ...of(form), body: words }) : setMissing(true))}
    >
      <TextArea
        label={t('requests.promise.deliverable')}
        description={t('requests.promise.help')}
        name="deliverable"
        limit={500}
        rows={1}
        autoFocus
        value={words.deliverable}
        // What the ask says is a beginning: the first key puts better words in its place.
        onFocus={(event) => event.target.value === request.title && event.target.select()}
        onChange={(event) => write({ deliverable: event.target.value })}
      />
      <DueField
        label={t('requests.promise.due')}
        request={request.id}
        value={words.due}
        onChange={(due) => write({ due })}
        {...(missing && !words.due ? { error: t('requests.due.needed') } : {})}
      />
      <TextArea
        label={t('requests.promise.words')}
        name="words"
        optional
        limit={4000}
        rows={2}
        value={words.words}
        onField={onField}
        onChange={(event) => write({ words: event.target.value })}
      />
      {!request.greetedBy && (
        <Slot
          of="standard"
          request={request}
          which="greeting"
          words={words.words}
          deliverable={words.deliverable}
          onWords={(said) => (write({ words: said }), field?.focus())}
        />
      )}
      <Slot of="promising" request={request.id} onPromised={onPromised} />
    </MoveForm>
  );
}

/** Something else, or another time, and why. */
export function Counter(form: FormOf) {
  const { t } = useWords();
  const { request } = form;
  const [words, write, forget] = useKeptWords(`request.${request.id}.counter`, {
    deliverable: '',
    due: '',
    reason: '',
  });
  const [missing, setMissing] = useState(false);
  const move = useWrite(requestsApi.counterRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={[words.deliverable, words.reason].filter(Boolean).join('\n\n')}
      onSubmit={() => (words.due ? void move.send({ ...of(form), body: words }) : setMissing(true))}
    >
      <TextArea
        label={t('requests.counter.deliverable')}
        name="deliverable"
        limit={500}
        rows={1}
        value={words.deliverable}
        autoFocus
        onChange={(event) => write({ deliverable: event.target.value })}
      />
      <DueField
        label={t('requests.promise.due')}
        request={request.id}
        value={words.due}
        onChange={(due) => write({ due })}
        {...(missing && !words.due ? { error: t('requests.due.needed') } : {})}
      />
      <TextArea
        label={t('requests.counter.reason')}
        name="reason"
        limit={1000}
        rows={2}
        value={words.reason}
        onChange={(event) => write({ reason: event.target.value })}
      />
    </MoveForm>
  );
}

/** To another team or colleague, with what they need to know. */
export function HandOver(form: FormOf) {
  const { t } = useWords();
  const { request } = form;
  const late = useLate(request);
  const [to, setTo] = useState<Findable | null>(null);
  const [words, write, forget] = useKeptWords(`request.${request.id}.handOver`, { context: '', missReason: '' });
  const move = useWrite(requestsApi.handOverRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  const missReason = late ? missReasonOf(words.missReason) : null;
  const submit = () =>
    move.send({
      ...of(form),
      body: {
        ...(to ? (to.kind === 'team' ? { team: to.id } : { person: to.id }) : {}),
        context: words.context,
        ...(missReason ? { missReason } : {}),
      },
    });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.context}
      onSubmit={() => void submit()}
    >
      <Combobox
        label={t('requests.handOver.to')}
        description={
          request.sight === 'private'
            ? t('requests.handOver.private', { team: request.team?.name ?? '' })
            : t('requests.handOver.help')
        }
        name={to?.kind === 'person' ? 'person' : 'team'}
        of="recipients"
        search={findRecipients}
        value={to}
        onChoose={setTo}
        autoFocus
      />
      <TextArea
        label={t('requests.handOver.context')}
        name="context"
        limit={4000}
        value={words.context}
        onChange={(event) => write({ context: event.target.value })}
      />
      {late && <MissField value={words.missReason} onChoose={(reason) => write({ missReason: reason })} />}
    </MoveForm>
  );
}
