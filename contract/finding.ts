// Finding: one search over what I may see.
import { z } from 'zod';
import { AttachmentRef } from './attachments.ts';
import { ServiceRef } from './catalog.ts';
import { IdeaRow } from './ideas.ts';
import { ArticleRow } from './knowledge.ts';
import { PromiseRow } from './promises.ts';
import { RequestRow } from './requests.ts';
import { route } from './route.ts';
import { misreadings } from './search-text.ts';
import { id, PersonRef, TeamRef } from './shapes.ts';

export const FoundPerson = PersonRef.extend({
  does: z.string(),
  place: z.string(),
  teams: z.array(z.string()),
}).meta({ id: 'FoundPerson' });
export type FoundPerson = z.infer<typeof FoundPerson>;

export const FoundRequest = z
  .object({
    request: RequestRow,
    excerpt: z
      .string()
      .nullable()
      .meta({ description: 'Plain words around what matched, when the title is not all that did' }),
    place: z.enum(['ask', 'message']).nullable().meta({ description: 'Where the excerpt is from' }),
    file: z.object({ id, name: z.string() }).nullable().meta({ description: 'A file whose name has a searched word' }),
  })
  .meta({ id: 'FoundRequest' });
export type FoundRequest = z.infer<typeof FoundRequest>;

export const FoundFile = AttachmentRef.extend({
  request: z.object({ id, number: z.number().int(), title: z.string() }),
}).meta({ id: 'FoundFile', description: 'A file of a request by its name, for those who may read it' });
export type FoundFile = z.infer<typeof FoundFile>;

export const Findings = z
  .object({
    requests: z.object({
      items: z.array(FoundRequest),
      total: z.number().int().meta({ description: 'Of what I may see; counting stops at 2,000' }),
    }),
    files: z.array(FoundFile),
    services: z
      .array(ServiceRef.extend({ description: z.string() }))
      .meta({ description: 'That I may ask for. With filters, only requests and files are found' }),
    articles: z.array(ArticleRow),
    ideas: z.array(IdeaRow),
    promises: z
      .array(PromiseRow)
      .meta({ description: 'Outside of requests, made by me or to me, by what is promised or by who the other is' }),
    people: z.array(FoundPerson),
    teams: z.array(TeamRef.extend({ does: z.string() })),
    misread: z.array(z.object({ part: z.string(), why: z.enum(misreadings) })).meta({
      description: 'What was not understood. unknownFilter: searched as words; the others narrow nothing',
    }),
  })
  .meta({ id: 'Findings' });
export type Findings = z.infer<typeof Findings>;

export const findingApi = {
  search: route({
    method: 'GET',
    path: '/api/search',
    summary: 'Find requests, conversations, files, services, articles, ideas, promises, people and teams',
    query: z.object({
      q: z
        .string()
        .max(400)
        .meta({
          description:
            'Words; "a phrase"; -without; #number. The last word may be a beginning. Filters of requests: from: to: by: service: ' +
            'with a name (quoted when it has spaces) or me; is:promised, is:open, is:late and so on; before: after: with a day ' +
            'asked on (2026-11-01, yesterday, "last week"); has:file. Filters alone list by the last change.',
        }),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    status: 200,
    response: Findings,
  }),
};
