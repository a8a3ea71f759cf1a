// Implements contract/connect-imports.ts, beside webhooks in routes.ts.
import { connectImportsApi } from '../../contract/connect-imports.ts';
import { serve, type Served } from '../platform/http.ts';
import { orderJob } from '../platform/jobs.ts';
import { isRefused, type Outcome } from '../platform/outcome.ts';
import type { Db } from '../platform/db.ts';
import * as importing from './importing.ts';

/** What is to be read or written is a job's to do. */
async function ordered<T>(tx: Db, outcome: Outcome<T>): Promise<Outcome<T>> {
  if (!isRefused(outcome)) await orderJob(tx, 'moveIn');
  return outcome;
}

export const importingRoutes = (): Served =>
  serve(connectImportsApi, {
    createImport: ({ tx, who, body, now }) => importing.createImport(tx, who, body, now),
    addImportFile: ({ tx, who, params, query, request }) =>
      importing.addFile(tx, who, params.id, query.name, request.body),
    previewImport: async ({ tx, who, params }) => ordered(tx, await importing.preview(tx, who, params.id)),
    startImport: async ({ tx, who, params, body, now }) =>
      ordered(tx, await importing.start(tx, who, params.id, body, now)),
    getImport: ({ tx, who, params }) => importing.readImport(tx, who, params.id),
    listImportProblems: ({ tx, who, params, query, language }) =>
      importing.listProblems(tx, who, params.id, query, language),
    getImportReport: async ({ tx, who, params, language }) => {
      const file = await importing.reportOf(tx, who, params.id, language);
      if (typeof file !== 'string') return file;
      const headers = {
        'content-disposition': 'attachment; filename="goodturn-import.csv"',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      };
      return { raw: (reply) => reply.headers(headers).type('text/csv; charset=utf-8').send(file) };
    },
  });
