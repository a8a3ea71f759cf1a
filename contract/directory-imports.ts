// People and teams from a table: looked at row by row before anything is written. Gathered with the rest of the directory in directory.ts.
import { z } from 'zod';
import { route } from './route.ts';
import { byId, id, instant, maybeLine, page, pageQuery, PersonRef } from './shapes.ts';

export const importKinds = ['people', 'teams'] as const;
export type ImportKind = (typeof importKinds)[number];
export const importFates = ['added', 'changed', 'unchanged', 'refused'] as const;
export const ImportFate = z.enum(importFates).meta({ id: 'ImportFate' });
export type ImportFate = z.infer<typeof ImportFate>;

const count = z.number().int();
export const PeopleImport = z
  .object({
    id,
    kind: z.enum(importKinds),
    name: z.string().meta({ description: 'Of the file' }),
    state: z.enum(['ready', 'running', 'done']).meta({ description: 'ready: looked at, nothing written yet' }),
    createTeams: z.boolean(),
    counts: z.object({ added: count, changed: count, unchanged: count, refused: count }),
    newTeams: z.array(z.string()).meta({ description: 'Teams that the file names and nobody has made yet' }),
    columns: z.array(z.object({ title: z.string(), field: z.string().nullable() })).meta({
      description: 'The columns of the file, and what each was taken for; null: left aside',
    }),
    done: count.meta({ description: 'How many rows have been written' }),
    total: count.meta({ description: 'How many rows there are to write' }),
    uninvited: count.meta({ description: 'How many of those added have no way in yet' }),
    createdAt: instant,
    finishedAt: instant.nullable(),
    can: z.array(z.enum(['run', 'invite'])),
  })
  .meta({ id: 'PeopleImport' });
export type PeopleImport = z.infer<typeof PeopleImport>;

export const ImportRow = z
  .object({
    no: count.meta({ description: 'Counted from 1, without the line of titles' }),
    line: count.meta({ description: 'Where it begins in the file' }),
    fate: ImportFate,
    name: z.string(),
    email: z.string(),
    changes: z.array(z.string()).meta({ description: 'The fields that differ from what is there' }),
    reasons: z.array(z.object({ field: z.string().nullable(), code: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRow>;

export const importsApi = {
  importPeople: route({
    method: 'POST',
    path: '/api/people-imports',
    summary: 'Look at a table of people or teams: the fate of each row, before anything is written',
    for: 'administrator',
    query: z.object({
      kind: z.enum(importKinds).default('people'),
      name: maybeLine(200).default(''),
      createTeams: z.stringbool().default(false).meta({ description: 'Make the teams that nobody has made yet' }),
    }),
    consumes: ['text/csv'],
    status: 201,
    response: PeopleImport,
  }),
  getPeopleImport: route({
    method: 'GET',
    path: '/api/people-imports/{id}',
    summary: 'An import and how far it is',
    for: 'administrator',
    params: byId,
    status: 200,
    response: PeopleImport,
  }),
  listImportRows: route({
    method: 'GET',
    path: '/api/people-imports/{id}/rows',
    summary: 'The rows of an import, each with its fate',
    for: 'administrator',
    params: byId,
    query: z.object({ ...pageQuery, fate: ImportFate.optional() }),
    status: 200,
    response: page(ImportRow),
  }),
  runPeopleImport: route({
    method: 'POST',
    path: '/api/people-imports/{id}/run',
    summary: 'Write what was looked at; rows that were refused are passed over only when told so',
    for: 'administrator',
    params: byId,
    body: z.object({ skipRefused: z.boolean().default(false) }),
    status: 202,
    response: PeopleImport,
  }),
  getImportFile: route({
    method: 'GET',
    path: '/api/people-imports/{id}/file',
    summary: 'The rows as a table again, with the reason beside each that was refused',
    for: 'administrator',
    params: byId,
    query: z.object({ fate: ImportFate.optional() }),
    status: 200,
    produces: 'text/csv',
  }),
  inviteImported: route({
    method: 'POST',
    path: '/api/people-imports/{id}/invitations',
    summary: 'Links for up to 500 of those added who have no way in yet',
    for: 'administrator',
    params: byId,
    status: 201,
    response: z.object({
      items: z.array(z.object({ person: PersonRef, email: z.string(), url: z.string() })),
      expires: instant,
    }),
    // A repeat makes new links: the first ones are kept nowhere.
    idempotent: false,
  }),
};
