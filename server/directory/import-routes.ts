// Implements contract/directory-imports.ts, beside the rest of the directory in routes.ts.
import type { importsApi } from '../../contract/directory-imports.ts';
import { makeInvitations } from '../auth/auth.ts';
import { auditAll } from '../platform/audit.ts';
import { transact, type Db } from '../platform/db.ts';
import type { Implementation } from '../platform/http.ts';
import { orderJob } from '../platform/jobs.ts';
import { isRefused, refused } from '../platform/outcome.ts';
import { nameOfField } from '../platform/problems.ts';
import type { Who } from '../platform/who.ts';
import { findImport, findUninvited } from './import.queries.ts';
import { fileOf, listRows, lookAtFile, readImport } from './import.ts';
import { startImport } from './import-run.ts';
import { refOf } from './refs.ts';

/** Links are made for so many at once; the next call goes on with the rest. */
const mostInvited = 500;

export const importOperations = (publicUrl: string): Implementation<typeof importsApi> => ({
  importPeople: ({ tx, who, query, request, now }) => lookAtFile(tx, who, { ...query, bytes: request.body }, now),
  getPeopleImport: ({ tx, params, now }) => readImport(tx, params.id, now),
  listImportRows: ({ tx, params, query, language }) => listRows(tx, params.id, query, language),
  runPeopleImport: async ({ tx, params, body, now }) => {
    const started = await startImport(tx, params.id, body.skipRefused);
    if (isRefused(started)) return started;
    await orderJob(tx, 'import');
    return readImport(tx, params.id, now);
  },
  getImportFile: async ({ tx, params, query, language }) => {
    const file = await fileOf(tx, params.id, query.fate, language, nameOfField(language, 'reason'));
    if (typeof file !== 'string') return file;
    const headers = {
      'content-disposition': 'attachment; filename="goodturn-import.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    };
    return { raw: (reply) => reply.headers(headers).type('text/csv; charset=utf-8').send(file) };
  },
  inviteImported: ({ tx, who, params, now }) =>
    transact(tx, (inner) => inviteAdded(inner, who, params.id, publicUrl, now)),
});

async function inviteAdded(tx: Db, who: Who, id: string, publicUrl: string, now: Date) {
  if (!(await findImport(tx, id))) return refused('notFound');
  const people = await findUninvited(tx, id, now, mostInvited);
  const { tokens, expires } = await makeInvitations(
    tx,
    people.map((person) => person.id),
    now,
  );
  const subjects = people.map((person) => ({ kind: 'person' as const, id: person.id }));
  await auditAll(
    tx,
    subjects.map((subject) => ({ by: who, act: 'person.invite', subject, at: now })),
  );
  const items = people.map((person) => ({
    person: refOf(person),
    email: person.email,
    url: new URL(`/welcome/${tokens.get(person.id) ?? ''}`, publicUrl).href,
  }));
  return { items, expires: expires.toISOString() };
}
