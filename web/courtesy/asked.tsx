// How the ask was, as who serves it says: three quiet questions, and a word to oneself. What is tapped is kept at once.
import { useQuery } from '@tanstack/react-query';
import { Fragment, useRef, useState } from 'react';
import { askingQuestions, courtesyApi, missingThings, type AskingAnswer } from '../../contract/courtesy.ts';
import type { RequestRow } from '../../contract/requests.ts';
import type { Slots } from '../platform/capability.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Loaded } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Tap, TwoWay } from './two-way.tsx';
import css from './courtesy.module.css';

export default function Asked({ request, onDone }: Slots['asked']) {
  const { t } = useWords();
  const answer = useQuery({ ...read(courtesyApi.getAskingAnswer, { params: { id: request.id } }), retry: false });
  if (onDone)
    return <Loaded query={answer}>{(found) => <Whole request={request} answer={found} onDone={onDone} />}</Loaded>;
  if (!answer.data?.asks) return null;
  return (
    <details className={css.quiet}>
      <summary>
        {t('courtesy.asked.title')} <small>{t('ui.field.optional')}</small>
      </summary>
      <Questions request={request} answer={answer.data} />
    </details>
  );
}

/** Says this at once; one after the other, so that the last tap holds. */
function useSay(request: RequestRow) {
  const params = { id: request.id };
  const key = keyOf(courtesyApi.getAskingAnswer, { params });
  const write = useWrite(courtesyApi.answerAsking);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const say = (seen: AskingAnswer, change: Partial<AskingAnswer>) => {
    // Of two quick taps the second begins where the first has left off.
    const answer = { ...(queries.getQueryData<AskingAnswer>(key) ?? seen), ...change };
    void queries.cancelQueries({ queryKey: key });
    queries.setQueryData(key, answer);
    const { asks: _asks, counted: _counted, ...body } = answer;
    const sent = last.current.then(async () => {
      const now = await write.send({ params, body });
      if (!now) await invalidate(courtesyApi.getAskingAnswer);
      return now;
    });
    last.current = sent;
    return sent;
  };
  return { say, write };
}

function Questions({ request, answer }: { request: RequestRow; answer: AskingAnswer }) {
  const { t } = useWords();
  const { say, write } = useSay(request);
  const firstName = request.requester.name.split(/\s+/u)[0] ?? '';
  return (
    <div className={css.questions}>
      <p className={css.only}>{t('courtesy.asked.only', { name: firstName })}</p>
      {askingQuestions.map((question) => (
        <Fragment key={question}>
          <TwoWay
            question={t(`courtesy.asked.${question}`)}
            yes={t('courtesy.yes')}
            no={t('courtesy.notQuite')}
            value={answer[question]}
            stands={answer.counted.includes(question)}
            onSay={(value) =>
              void say(answer, { [question]: value, ...(question === 'complete' ? { missing: null } : {}) })
            }
          />
          {question === 'complete' && answer.complete === false && (
            <Missing answer={answer} onSay={(missing) => void say(answer, { missing })} />
          )}
        </Fragment>
      ))}
      {write.problem && <p role="alert">{write.problem.detail}</p>}
      {answer.counted.length > 0 && <p className={css.only}>{t('courtesy.counted')}</p>}
    </div>
  );
}

/** One thing of a short list. */
function Missing({ answer, onSay }: { answer: AskingAnswer; onSay: (missing: AskingAnswer['missing']) => void }) {
  const { t } = useWords();
  return (
    <div role="group" aria-label={t('courtesy.asked.missing')} className={css.missing}>
      <span>{t('courtesy.asked.missing')}</span>
      <span className={css.answers}>
        {missingThings.map((thing) => (
          <Tap
            key={thing}
            on={answer.missing === thing}
            disabled={answer.counted.includes('complete')}
            onTap={() => onSay(answer.missing === thing ? null : thing)}
          >
            {t(`courtesy.thing.${thing}`)}
          </Tap>
        ))}
      </span>
    </div>
  );
}

/** Afterwards, in a window of its own: with a word to oneself. */
function Whole({ request, answer, onDone }: { request: RequestRow; answer: AskingAnswer; onDone: () => void }) {
  const { t } = useWords();
  const [note, setNote] = useState(answer.note);
  const { say, write } = useSay(request);
  const keep = async () => {
    if (note.trim() !== answer.note && !(await say(answer, { note: note.trim() }))) return;
    toast(t('courtesy.kept'));
    onDone();
  };
  return (
    <Form problem={write.problem} onSubmit={() => void keep()}>
      {answer.asks && <Questions request={request} answer={answer} />}
      <TextArea
        label={t('courtesy.asked.note')}
        description={t('courtesy.asked.noteOnly')}
        name="note"
        optional
        limit={1000}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormActs>
        <Button weight="main" type="submit" pending={write.isPending}>
          {t('courtesy.done')}
        </Button>
      </FormActs>
    </Form>
  );
}
