// What makes daily work quick: saved views of requests, and replies that a team writes once. Whoever reads them sees what they may see anyway.
import { z } from 'zod';
import { ListQuery } from './requests.ts';
import { route } from './route.ts';
import { byId, id, line, PersonRef, TeamRef, text } from './shapes.ts';

export const ViewFilter = ListQuery.omit({ cursor: true, limit: true })
  .extend({ open: z.boolean().optional(), late: z.boolean().optional() })
  .meta({ id: 'ViewFilter', description: 'As the query of listRequests' });
export type ViewFilter = z.infer<typeof ViewFilter>;

export const View = z
  .object({
    id,
    name: z.string(),
    team: TeamRef.nullable().meta({ description: 'Its members share it; null: it is my own' }),
    owner: PersonRef,
    filter: ViewFilter,
    version: z.number().int(),
    can: z.array(z.enum(['update', 'remove'])),
  })
  .meta({ id: 'View' });
export type View = z.infer<typeof View>;

/** What stands for what in a reply: filled in where it is written, from the request that it answers. */
export const variables = ['asker', 'title', 'number', 'team', 'me', 'due'] as const;
export type Variable = (typeof variables)[number];

/** "Hello {asker}" with what is known; what is not known stays to be seen, so that nobody sends it unread. */
export const filled = (body: string, values: Partial<Record<Variable, string>>): string =>
  body.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name as Variable] ?? whole);

const known = (body: string) =>
  [...body.matchAll(/\{(\w+)\}/g)].every(([, name]) => variables.some((variable) => variable === name));

export const Template = z
  .object({
    id,
    team: TeamRef,
    name: z.string(),
    body: z
      .string()
      .meta({ description: `Markdown subset; stands for: ${variables.map((name) => `{${name}}`).join(' ')}` }),
    version: z.number().int(),
    can: z.array(z.enum(['update', 'remove'])),
  })
  .meta({ id: 'Template', description: 'A reply that a team writes once' });
export type Template = z.infer<typeof Template>;

const name = line(80);
const body = text(4000).refine(known, { params: { code: 'unknownVariable' } });

export const deskApi = {
  listViews: route({
    method: 'GET',
    path: '/api/views',
    summary: 'My saved views and those of my teams, at most 200',
    status: 200,
    response: z.object({ items: z.array(View) }),
  }),
  saveView: route({
    method: 'POST',
    path: '/api/views',
    summary: 'Save a view, for oneself or for a team of mine',
    body: z.object({ name, team: id.optional(), filter: ViewFilter }),
    status: 201,
    response: View,
  }),
  updateView: route({
    method: 'PATCH',
    path: '/api/views/{id}',
    summary: 'Rename a view, or give it another filter',
    params: byId,
    ifMatch: 'required',
    body: z.object({ name, filter: ViewFilter }).partial(),
    status: 200,
    response: View,
  }),
  removeView: route({
    method: 'DELETE',
    path: '/api/views/{id}',
    summary: 'Remove a view; requests stay as they are',
    params: byId,
    status: 204,
  }),
  listTemplates: route({
    method: 'GET',
    path: '/api/templates',
    summary: 'The replies of my teams, or of one of them, at most 200',
    query: z.object({ team: id.optional() }),
    status: 200,
    response: z.object({ items: z.array(Template) }),
  }),
  createTemplate: route({
    method: 'POST',
    path: '/api/templates',
    summary: 'Write a reply for a team of mine',
    body: z.object({ team: id, name, body }),
    status: 201,
    response: Template,
  }),
  updateTemplate: route({
    method: 'PATCH',
    path: '/api/templates/{id}',
    summary: 'Change a reply',
    params: byId,
    ifMatch: 'required',
    body: z.object({ name, body }).partial(),
    status: 200,
    response: Template,
  }),
  removeTemplate: route({
    method: 'DELETE',
    path: '/api/templates/{id}',
    summary: 'Remove a reply',
    params: byId,
    status: 204,
  }),
};
