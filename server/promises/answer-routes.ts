// Implements contract/promise-answers.ts.
import { promiseAnswersApi } from '../../contract/promise-answers.ts';
import { transact } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import type { MailAnswers } from './mail-answers.ts';

export const promiseAnswersRoutes = ({ answers }: { answers: MailAnswers }): Served =>
  serve(promiseAnswersApi, {
    readAnswerLink: ({ tx, params, now }) => answers.read(tx, params.token, now),
    answerByLink: ({ tx, params, now }) => transact(tx, (inside) => answers.answer(inside, params.token, now)),
  });
