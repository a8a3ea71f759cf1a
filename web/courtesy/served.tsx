// Hello and goodbye, as who asked judges them: two quiet questions beside the thanks. What is tapped is kept at once.
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { courtesyApi, servingQuestions, type ServingAnswer } from '../../contract/courtesy.ts';
import type { Slots } from '../platform/capability.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { TwoWay } from './two-way.tsx';
import css from './courtesy.module.css';

export default function Served({ request }: Slots['served']) {
  const { t } = useWords();
  const params = { id: request.id };
  const answer = useQuery({
    ...read(courtesyApi.getServingAnswer, { params }),
    enabled: request.team !== null,
    retry: false,
  });
  const write = useWrite(courtesyApi.answerServing);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const said = answer.data;
  if (!said?.asks || !request.team) return null;
  const key = keyOf(courtesyApi.getServingAnswer, { params });
  const say = (change: Partial<ServingAnswer>) => {
    // Of two quick taps the second begins where the first has left off.
    const now = { ...(queries.getQueryData<ServingAnswer>(key) ?? said), ...change };
    void queries.cancelQueries({ queryKey: key });
    queries.setQueryData(key, now);
    const { greeted, closed } = now;
    last.current = last.current.then(async () => {
      if (!(await write.send({ params, body: { greeted, closed } }))) await invalidate(courtesyApi.getServingAnswer);
    });
  };
  return (
    <div className={css.questions}>
      {servingQuestions.map((question) => (
        <TwoWay
          key={question}
          question={t(`courtesy.served.${question}`)}
          yes={t('courtesy.yes')}
          no={t(question === 'greeted' ? 'courtesy.no' : 'courtesy.notQuite')}
          value={said[question]}
          stands={said.counted.includes(question)}
          onSay={(value) => say({ [question]: value })}
        />
      ))}
      <p className={css.only}>{t('courtesy.served.only', { team: request.team.name })}</p>
      {write.problem && <p role="alert">{write.problem.detail}</p>}
    </div>
  );
}
