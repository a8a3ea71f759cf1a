// Finding: one search over what I may see.
import { z } from 'zod';
import { ArticleRow } from './knowledge.ts';
import { RequestRow } from './requests.ts';
import { route } from './route.ts';
import { PersonRef, TeamRef } from './shapes.ts';

export const FoundPerson = PersonRef.extend({
  does: z.string(),
  place: z.string(),
  teams: z.array(z.string()),
}).meta({ id: 'FoundPerson' });
export type FoundPerson = z.infer<typeof FoundPerson>;

export const Findings = z
  .object({
    requests: z.object({
      items: z.array(z.object({ request: RequestRow, excerpt: z.string().nullable() })),
      total: z.number().int().meta({ description: 'Of what I may see; counting stops at 2,000' }),
    }),
    articles: z.array(ArticleRow),
    people: z.array(FoundPerson),
    teams: z.array(TeamRef.extend({ does: z.string() })),
  })
  .meta({ id: 'Findings' });
export type Findings = z.infer<typeof Findings>;

export const findingApi = {
  search: route({
    method: 'GET',
    path: '/api/search',
    summary: 'Find requests, conversations, articles, people and teams',
    query: z.object({
      q: z
        .string()
        .max(400)
        .meta({ description: 'Words; "a phrase"; -without; #number. The last word may be a beginning.' }),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    status: 200,
    response: Findings,
  }),
};
