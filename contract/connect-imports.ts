// Moving in from an earlier system: its files are sent up, looked at, and written when one says so.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, instant, line, maybeLine, page, pageQuery, TeamRef } from './shapes.ts';

export const importSources = ['table', 'zammad', 'rt', 'glpi'] as const;
export type ImportSource = (typeof importSources)[number];
/** Of one file and of all files of an import, in bytes. */
export const largestImport = { file: 64 * 1024 * 1024, all: 256 * 1024 * 1024, files: 200 } as const;

const count = z.number().int();
const fates = z.object({
  added: count,
  known: count.meta({ description: 'Here already: nothing is written of them' }),
  refused: count,
});
export const RequestImport = z
  .object({
    id,
    source: z.enum(importSources),
    label: z.string().meta({ description: 'Tells two systems of one kind apart' }),
    state: z
      .enum(['open', 'reading', 'ready', 'running', 'done'])
      .meta({ description: 'open: takes files; ready: looked at, nothing written yet' }),
    files: z.array(z.object({ name: z.string(), size: count })),
    requests: fates,
    people: fates,
    troubles: count.meta({ description: 'How many things were left out, whole or in part' }),
    teams: z.array(
      z.object({
        name: z.string().meta({ description: 'What their team is called there; empty for requests of no team' }),
        count: count.meta({ description: 'How many requests it has' }),
        team: TeamRef.nullable().meta({ description: 'The team here that takes them; null: one is made' }),
      }),
    ),
    colleagues: z.boolean().meta({ description: 'Whether people who are new here become colleagues' }),
    done: count.meta({ description: 'How many requests have been written' }),
    total: count,
    createdAt: instant,
    finishedAt: instant.nullable(),
    version: count,
    can: z.array(z.enum(['addFile', 'preview', 'start'])),
  })
  .meta({ id: 'RequestImport' });
export type RequestImport = z.infer<typeof RequestImport>;

export const ImportProblem = z
  .object({
    no: count,
    kind: z.enum(['file', 'person', 'request']),
    file: z.string(),
    place: count.meta({ description: 'Its line in a table, its place in a list; 0 for the whole file' }),
    number: z.string().meta({ description: 'What the request is called there' }),
    name: z.string(),
    left: z
      .enum(['whole', 'part'])
      .meta({ description: 'Whether all of it is left out, or only what the reasons name' }),
    reasons: z.array(z.object({ field: z.string().nullable(), code: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ImportProblem' });
export type ImportProblem = z.infer<typeof ImportProblem>;

const door = { for: 'administrator', params: byId } as const;
export const connectImportsApi = {
  createImport: route({
    method: 'POST',
    path: '/api/imports',
    summary: 'Begin to move in from an earlier system: what it is',
    for: 'administrator',
    body: z.object({ source: z.enum(importSources), label: maybeLine(60).default('') }),
    status: 201,
    response: RequestImport,
  }),
  addImportFile: route({
    ...door,
    method: 'POST',
    path: '/api/imports/{id}/files',
    summary:
      'Send up a file of it: the body is its bytes (64 MB at most); the same name again takes the place of the first',
    query: z.object({ name: line(200) }),
    consumes: ['*/*'],
    streams: true,
    status: 201,
    response: RequestImport,
  }),
  previewImport: route({
    ...door,
    method: 'POST',
    path: '/api/imports/{id}/preview',
    summary: 'Read the files: what would come, what is here already, what is wrong. Nothing is written yet',
    status: 202,
    response: RequestImport,
  }),
  startImport: route({
    ...door,
    method: 'POST',
    path: '/api/imports/{id}/run',
    summary: 'Write what was looked at, each team as told; what was refused is passed over only when told so',
    body: z.object({
      teams: z
        .array(z.object({ name: maybeLine(200), team: id.nullable() }))
        .max(2000)
        .default([])
        .meta({ description: 'Where other than looked at: their team, and ours; null: one is made' }),
      colleagues: z
        .boolean()
        .default(false)
        .meta({ description: 'New people become colleagues who can be invited; else they are only names' }),
      skipRefused: z.boolean().default(false),
    }),
    status: 202,
    response: RequestImport,
  }),
  getImport: route({
    ...door,
    method: 'GET',
    path: '/api/imports/{id}',
    summary: 'An import and how far it is',
    status: 200,
    response: RequestImport,
  }),
  listImportProblems: route({
    ...door,
    method: 'GET',
    path: '/api/imports/{id}/problems',
    summary: 'What is left out, and why',
    query: z.object(pageQuery),
    status: 200,
    response: page(ImportProblem),
  }),
  getImportReport: route({
    ...door,
    method: 'GET',
    path: '/api/imports/{id}/report',
    summary: 'A table of every request: what it was called there, what it is called here, what was left out',
    status: 200,
    produces: 'text/csv',
  }),
};
