// The last words: accepting with thanks, not right yet, withdrawing, opening again, and how the ask was.
import { requestsApi } from '../../contract/request-moves.ts';
import { useFiles } from '../attachments/attachments.tsx';
import { useNow } from '../platform/now.ts';
import { useWrite } from '../platform/query.ts';
import { Slot } from '../platform/slots.tsx';
import { useWords } from '../platform/words.tsx';
import { TextArea } from '../ui/field.tsx';
import { Rating, steps, type Rated } from '../ui/rating.tsx';
import { DueField } from './due-field.tsx';
import { useKeptWords } from '../platform/kept-words.ts';
import { MoveForm, of, type FormOf } from './move-form.tsx';
import { firstName } from './names.ts';
import css from './closing-forms.module.css';

const sides = ['timing', 'quality', 'accuracy'] as const;
type Side = (typeof sides)[number];
const ratedAs = (value: string): Rated | null => steps.find((step) => String(step) === value) ?? null;

/** Thanks in own words and three ratings, each as one likes. */
export function Accept(form: FormOf) {
  const { t } = useWords();
  const { request } = form;
  const begin = { thanks: '', timing: '', quality: '', accuracy: '' };
  const [words, write, forget] = useKeptWords(`request.${request.id}.accept`, begin);
  const move = useWrite(requestsApi.acceptDelivery, { onDone: (now) => (forget(), form.onDone(now)) });
  const submit = () => {
    const rated = sides.flatMap((side) => {
      const step = ratedAs(words[side]);
      return step ? [[side, step] as const] : [];
    });
    return move.send({ ...of(form), body: { thanks: words.thanks, ratings: Object.fromEntries(rated) } });
  };
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.thanks}
      onSubmit={() => void submit()}
    >
      {request.delivered && (
        <blockquote className={css.done} dir="auto">
          {request.delivered}
        </blockquote>
      )}
      <TextArea
        label={t('requests.accept.thanks', { name: firstName(request.provider ?? request.requester) })}
        name="thanks"
        optional
        limit={4000}
        value={words.thanks}
        autoFocus
        onChange={(event) => write({ thanks: event.target.value })}
      />
      <div className={css.ratings}>
        <p>{t('requests.accept.ratings')}</p>
        {sides.map((side) => (
          <Rating
            key={side}
            label={t(`requests.rate.${side}`)}
            words={stepsInWords(side, t)}
            value={ratedAs(words[side])}
            onChange={(step) => write({ [side]: String(step) })}
          />
        ))}
      </div>
      <Slot of="served" request={request} />
    </MoveForm>
  );
}

type T = ReturnType<typeof useWords>['t'];
const stepsInWords = (side: Side, t: T): [string, string, string, string, string] => [
  t(`requests.rate.${side}.1`),
  t(`requests.rate.${side}.2`),
  t(`requests.rate.${side}.3`),
  t(`requests.rate.${side}.4`),
  t(`requests.rate.${side}.5`),
];

/** What is missing, and by when. */
export function Return(form: FormOf) {
  const { t } = useWords();
  const { request } = form;
  const [words, write, forget] = useKeptWords(`request.${request.id}.return`, { missing: '', due: '' });
  const files = useFiles(`request.${request.id}.return`);
  const move = useWrite(requestsApi.returnDelivery, { onDone: (now) => (forget(), files.clear(), form.onDone(now)) });
  const now = useNow();
  const ahead = request.due !== null && Date.parse(request.due) > now.getTime();
  const submit = () =>
    move.send({
      ...of(form),
      body: { missing: words.missing, attachments: files.ids, ...(words.due ? { due: words.due } : {}) },
    });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.missing}
      files={files}
      onSubmit={() => void submit()}
    >
      <TextArea
        label={t('requests.return.missing')}
        name="missing"
        limit={4000}
        value={words.missing}
        autoFocus
        onChange={(event) => write({ missing: event.target.value })}
      />
      <DueField
        label={t('requests.return.due')}
        request={request.id}
        value={words.due}
        onChange={(due) => write({ due })}
        none={t(ahead ? 'requests.return.asPromised' : 'requests.return.nextDay')}
      />
    </MoveForm>
  );
}

/** It is no longer needed. */
export function Withdraw(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.withdraw`, { reason: '' });
  const move = useWrite(requestsApi.withdrawRequest, { onDone: (now) => (forget(), form.onDone(now)) });
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
        label={t('requests.withdraw.reason')}
        description={t('requests.withdraw.help')}
        name="reason"
        optional
        limit={1000}
        value={words.reason}
        autoFocus
        onChange={(event) => write({ reason: event.target.value })}
      />
    </MoveForm>
  );
}

/** Ended too early. */
export function Reopen(form: FormOf) {
  const { t } = useWords();
  const [words, write, forget] = useKeptWords(`request.${form.request.id}.reopen`, { reason: '' });
  const move = useWrite(requestsApi.reopenRequest, { onDone: (now) => (forget(), form.onDone(now)) });
  return (
    <MoveForm
      form={form}
      problem={move.problem}
      pending={move.isPending}
      words={words.reason}
      onSubmit={() => void move.send({ ...of(form), body: words })}
    >
      <TextArea
        label={t('requests.reopen.reason')}
        name="reason"
        limit={1000}
        value={words.reason}
        autoFocus
        onChange={(event) => write({ reason: event.target.value })}
      />
    </MoveForm>
  );
}

/** Who served looks back on the ask: what is asked there, a later capability knows. */
export const RateAsk = ({ request, onClose }: FormOf) => <Slot of="asked" request={request} onDone={onClose} />;
