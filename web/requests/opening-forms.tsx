// The first words: saying hello, asking differently, declining. Promises and hand-overs: promising-forms.tsx.
import { useState } from 'react';
import { requestsApi } from '../../contract/request-moves.ts';
import { useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { TextArea } from '../ui/field.tsx';
import { useKeptWords } from '../platform/kept-words.ts';
import { MoveForm, of, type FormOf } from './move-form.tsx';
import { firstName } from './names.ts';

/** A hello by name, already begun. */
export function Greet(form: FormOf) {
  const { t } = useWords();
  const begin = { words: t('requests.greet.begin', { name: firstName(form.request.requester) }) };
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.greet`, begin);
  const [field, onField] = useState<HTMLTextAreaElement | null>(null);
  const move = useWrite(requestsApi.greetRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.words}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('requests.greet.words')}
        description={t('requests.greet.help')}
        name="words"
        limit={4000}
        value={words.words}
        autoFocus
        onField={onField}
        onChange={(event) => write({ words: event.target.value })}
      />
      <Slot
        of="standard"
        request={form.request}
        which="greeting"
        // A hello that nobody has typed yet makes room for the team's.
        words={words.words === begin.words ? '' : words.words}
        onWords={(said) => (write({ words: said }), field?.focus())}
      />
    </MoveForm>
  );
}

/** Answers an offer by asking for something else. */
export function AskAgain(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.askAgain`, { words: '' });
  const move = useWrite(requestsApi.askAgain, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.words}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('requests.askAgain.words')}
        name="words"
        limit={4000}
        value={words.words}
        autoFocus
        onChange={(event) => write({ words: event.target.value })}
      />
    </MoveForm>
  );
}

/** A no that helps: why, and where to go instead. */
export function Decline(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.decline`, { reason: '', instead: '' });
  const move = useWrite(requestsApi.declineRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      danger
      words={[words.reason, words.instead].filter(Boolean).join('\n\n')}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('requests.decline.reason')}
        name="reason"
        limit={1000}
        value={words.reason}
        autoFocus
        onChange={(event) => write({ reason: event.target.value })}
      />
      <TextArea
        label={t('requests.decline.instead')}
        description={t('requests.decline.help')}
        name="instead"
        optional
        limit={1000}
        rows={2}
        value={words.instead}
        onChange={(event) => write({ instead: event.target.value })}
      />
    </MoveForm>
  );
}
