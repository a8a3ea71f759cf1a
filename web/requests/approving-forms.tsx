// A yes, with a word if one likes; a no, with its reason.
import { requestsApi } from '../../contract/request-moves.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { TextArea } from '../ui/field.tsx';
import { useKeptWords } from '../platform/kept-words.ts';
import { MoveForm, of, type FormOf } from './move-form.tsx';
import { firstName } from './names.ts';

export function Approve(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.approve`, { words: '' });
  const move = useWrite(requestsApi.approveRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.words}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('requests.approve.words')}
        description={t('requests.approve.help')}
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

export function Refuse(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.refuse`, { reason: '' });
  const move = useWrite(requestsApi.refuseRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      danger
      words={words.reason}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('requests.refuse.reason')}
        description={t('requests.refuse.help', { name: firstName(form.request.requester) })}
        name="reason"
        limit={1000}
        value={words.reason}
        autoFocus
        onChange={(event) => write({ reason: event.target.value })}
      />
    </MoveForm>
  );
}
