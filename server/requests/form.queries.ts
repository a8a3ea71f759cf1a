// SQL of what was answered in the form of a service.
import type { Answers } from '../../contract/forms.ts';
import type { Db } from '../platform/db.ts';

export const insertAnswers = (tx: Db, request: string, version: number, answers: Answers) =>
  tx
    .insertInto('requests_answer')
    .values({ request_id: request, form_version: version, answers: JSON.stringify(answers) })
    .execute();

export const replaceAnswers = (tx: Db, request: string, answers: Answers) =>
  tx
    .updateTable('requests_answer')
    .set({ answers: JSON.stringify(answers) })
    .where('request_id', '=', request)
    .execute();

/** What was answered, and in which version of the form. */
export const answersOf = (db: Db, request: string) =>
  db
    .selectFrom('requests_answer')
    .where('request_id', '=', request)
    .select(['form_version', 'answers'])
    .executeTakeFirst();
