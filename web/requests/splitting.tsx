// Making a part of a request a request of its own: in words of its own, with the same people unless it says whom.
import { useState } from 'react';
import { splittingApi } from '../../contract/request-splitting.ts';
import { useGo } from '../platform/address.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Combobox, type Findable } from '../ui/combobox.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { toast } from '../ui/toast.tsx';
import { findRecipients } from './find.ts';
import { freshen, settle } from './fresh.ts';
import { useKeptWords } from '../platform/kept-words.ts';
import { MoveForm, type FormOf } from './move-form.tsx';
import { askedOf } from './names.ts';

/** The whole goes on as it was; so the answer is another request, and the way to it is in the news. */
export function Split(form: FormOf) {
  const { t } = useWords();
  const go = useGo();
  const { request, onClose } = form;
  const [to, setTo] = useState<Findable | null>(null);
  const [words, write, forget] = useKeptWords(`request.${request.id}.split`, { title: '', details: '' });
  const split = useWrite(splittingApi.splitRequest);
  const inTeam = request.sight === 'private';
  const submit = async () => {
    const whom = to ? (to.kind === 'team' ? { team: to.id } : { person: to.id }) : {};
    const part = await split.send({ params: { id: request.id }, body: { ...words, ...whom } });
    if (!part) return;
    forget();
    settle(part);
    freshen(request.id);
    toast(t('requests.done.split'), {
      act: { label: t('requests.split.open'), onAct: () => go(`/requests/${part.id}`) },
    });
    onClose();
  };
  return (
    <MoveForm
      form={form}
      problem={split.problem}
      pending={split.isPending}
      words={[words.title, words.details].filter(Boolean).join('\n\n')}
      onSubmit={() => void submit()}
    >
      {inTeam && <p>{t('requests.split.private', { team: request.team?.name ?? '' })}</p>}
      <TextField
        label={t('requests.split.title')}
        name="title"
        limit={200}
        autoFocus
        value={words.title}
        onChange={(event) => write({ title: event.target.value })}
      />
      <TextArea
        label={t('requests.split.details')}
        name="details"
        limit={20_000}
        value={words.details}
        onChange={(event) => write({ details: event.target.value })}
      />
      {!inTeam && (
        <Combobox
          label={t('requests.split.to')}
          description={t('requests.split.help', {
            to: request.team?.name ?? askedOf(request),
          })}
          name={to?.kind === 'person' ? 'person' : 'team'}
          of="recipients"
          search={findRecipients}
          value={to}
          onChoose={setTo}
        />
      )}
    </MoveForm>
  );
}
