// Knowledge: what a team writes down so that others need not ask. Articles, their versions, and whether they helped.
import { z } from 'zod';
import { attachmentIds } from './attachments.ts';
import { ServiceRef } from './catalog.ts';
import { route } from './route.ts';
import {
  byId,
  id,
  instant,
  Language,
  line,
  localDate,
  maybeLine,
  maybeText,
  page,
  pageQuery,
  PersonRef,
  TeamRef,
} from './shapes.ts';

export const ArticleState = z.enum(['draft', 'published', 'archived']).meta({ id: 'ArticleState' });
export type ArticleState = z.infer<typeof ArticleState>;

export const Reading = z
  .enum(['everyone', 'team'])
  .meta({ id: 'Reading', description: 'Who reads it once it is published: every colleague, or the team alone' });
export type Reading = z.infer<typeof Reading>;

/** What the reader may do now; the only source of buttons. */
export const articleActs = ['save', 'check', 'archive', 'restore', 'sayHelped'] as const;
const ArticleAct = z.enum(articleActs).meta({ id: 'ArticleAct' });
export type ArticleAct = z.infer<typeof ArticleAct>;

const counts = {
  helped: z.number().int().meta({ description: 'How many people said that it helped; never who' }),
  spared: z.number().int().meta({ description: 'How many of them need not ask any more' }),
};

export const ArticleRow = z
  .object({
    id,
    team: TeamRef,
    title: z.string(),
    excerpt: z
      .string()
      .meta({ description: 'Plain words from the place that was looked for, else from the beginning' }),
    language: Language,
    state: ArticleState,
    reading: Reading,
    ...counts,
    updatedAt: instant,
    publishedAt: instant.nullable(),
    checkBy: localDate.nullable().meta({ description: 'The team wants to look at it again by then; told to the team' }),
  })
  .meta({ id: 'ArticleRow' });
export type ArticleRow = z.infer<typeof ArticleRow>;

export const Article = ArticleRow.extend({
  body: z.string().meta({ description: 'Markdown' }),
  by: PersonRef.meta({ description: 'Who wrote the newest version' }),
  checkedAt: instant.nullable().meta({ description: 'When somebody of the team last said that it is right' }),
  number: z.number().int().meta({ description: 'Of the newest version of the words' }),
  staysInTeam: z.boolean().meta({ description: 'It began in a private request and can never be opened to everyone' }),
  origin: z
    .object({ id, title: z.string() })
    .nullable()
    .meta({ description: 'The request whose answer it began with, for those who may see that request' }),
  services: z
    .array(ServiceRef)
    .meta({ description: 'What to ask for when it does not help; those that I may ask for' }),
  saidHelped: z.boolean().nullable().meta({ description: 'What I said of it' }),
  version: z.number().int(),
  can: z.array(ArticleAct),
}).meta({ id: 'Article' });
export type Article = z.infer<typeof Article>;

export const ArticleVersion = z
  .object({
    number: z.number().int(),
    at: instant,
    by: PersonRef,
    title: z.string(),
    note: z.string().meta({ description: 'What changed, in the words of whoever changed it' }),
    restored: z.number().int().nullable().meta({ description: 'The older version that it brought back' }),
  })
  .meta({ id: 'ArticleVersion' });
export type ArticleVersion = z.infer<typeof ArticleVersion>;

export const ArticleVersionWhole = ArticleVersion.extend({ body: z.string(), language: Language }).meta({
  id: 'ArticleVersionWhole',
});
export type ArticleVersionWhole = z.infer<typeof ArticleVersionWhole>;

const written = {
  title: line(200),
  body: maybeText(50_000).default('').meta({ description: 'Markdown' }),
  language: Language,
  state: z.enum(['draft', 'published']),
  reading: Reading,
  checkBy: localDate.nullable().default(null),
  note: maybeLine(200).default('').meta({ description: 'What changed, for those who look at the versions' }),
  attachments: attachmentIds.meta({
    description:
      'Files sent up before, which the words show: `![name](/api/attachments/ID?inline)` or `[name](/api/attachments/ID)`',
  }),
  services: z.array(id).max(12).optional().meta({ description: 'Services that it is about; left out, they stay' }),
};
export const NewArticle = z.object({ team: id, ...written });
export type NewArticle = z.infer<typeof NewArticle>;
export const ArticleWords = z.object(written);
export type ArticleWords = z.infer<typeof ArticleWords>;

const numbered = z.object({ id, number: z.coerce.number().int().min(1).max(1_000_000) });
const words = z
  .string()
  .max(400)
  .meta({ description: 'Words; "a phrase"; -without. The last word may be a beginning.' });

const act = <const P extends string>(path: P, summary: string) =>
  route({
    method: 'POST',
    path: `/api/articles/{id}/${path}`,
    summary,
    params: byId,
    body: z.object({}),
    ifMatch: 'optional',
    status: 200,
    response: Article,
  });

export const KnowledgeHome = z
  .object({
    helpful: z.array(ArticleRow).meta({ description: 'What helped most people' }),
    fresh: z.array(ArticleRow).meta({ description: 'What was published last' }),
    toCheck: z.array(ArticleRow).meta({ description: 'Of my teams: to be looked at again by now' }),
    drafts: z.array(ArticleRow).meta({ description: 'Of my teams: not published yet' }),
    teams: z.array(TeamRef.extend({ count: z.number().int(), mine: z.boolean() })),
  })
  .meta({ id: 'KnowledgeHome' });
export type KnowledgeHome = z.infer<typeof KnowledgeHome>;

export const knowledgeApi = {
  getKnowledge: route({
    method: 'GET',
    path: '/api/knowledge',
    summary: 'Where to begin reading: what helped, what is new, which teams write',
    status: 200,
    response: KnowledgeHome,
  }),
  listArticles: route({
    method: 'GET',
    path: '/api/articles',
    summary: 'Articles that I may read: of a team, in a state, with these words',
    query: z.object({
      ...pageQuery,
      team: id.optional(),
      service: id.optional().meta({ description: 'About this service, which I may ask for' }),
      state: ArticleState.default('published'),
      q: words.optional().meta({ description: 'With words the best match comes first, else the newest' }),
    }),
    status: 200,
    response: page(ArticleRow),
  }),
  suggestArticles: route({
    method: 'GET',
    path: '/api/article-suggestions',
    summary: 'Articles that may answer what somebody is about to ask, the likeliest first',
    query: z.object({
      words: z.string().max(1000),
      team: id.optional().meta({ description: 'Who is to be asked: their articles come first' }),
      limit: z.coerce.number().int().min(1).max(10).default(3),
    }),
    status: 200,
    response: z.object({ items: z.array(ArticleRow) }),
  }),
  createArticle: route({
    method: 'POST',
    path: '/api/articles',
    summary: 'Begin an article of a team that I am in',
    body: NewArticle,
    status: 201,
    response: Article,
  }),
  getArticle: route({
    method: 'GET',
    path: '/api/articles/{id}',
    summary: 'One article',
    params: byId,
    status: 200,
    response: Article,
  }),
  saveArticle: route({
    method: 'PUT',
    path: '/api/articles/{id}',
    summary: 'Write an article anew: every change of its words is a version',
    params: byId,
    body: ArticleWords,
    ifMatch: 'required',
    status: 200,
    response: Article,
  }),
  listArticleVersions: route({
    method: 'GET',
    path: '/api/articles/{id}/versions',
    summary: 'What it said before, newest first; for its team',
    params: byId,
    query: z.object(pageQuery),
    status: 200,
    response: page(ArticleVersion),
  }),
  getArticleVersion: route({
    method: 'GET',
    path: '/api/articles/{id}/versions/{number}',
    summary: 'One version whole; for its team',
    params: numbered,
    status: 200,
    response: ArticleVersionWhole,
  }),
  restoreArticleVersion: route({
    method: 'POST',
    path: '/api/articles/{id}/versions/{number}/restoration',
    summary: 'Bring back the words of an older version, as a new one',
    params: numbered,
    body: z.object({}),
    ifMatch: 'required',
    status: 200,
    response: Article,
  }),
  checkArticle: route({
    method: 'POST',
    path: '/api/articles/{id}/check',
    summary: 'Say that it is still right, and by when to look again',
    params: byId,
    body: z.object({ checkBy: localDate.nullable().default(null) }),
    ifMatch: 'optional',
    status: 200,
    response: Article,
  }),
  archiveArticle: act('archival', 'Put an article away; leads of its team'),
  restoreArticle: act('restoration', 'Take an archived article out again, as a draft; leads of its team'),
  sayHelped: route({
    method: 'PUT',
    path: '/api/articles/{id}/helped',
    summary: 'Say whether it helped; once each, and one may change one’s mind',
    params: byId,
    body: z.object({
      helped: z.boolean(),
      spared: z.boolean().default(false).meta({ description: 'I was about to ask, and need not any more' }),
    }),
    status: 200,
    response: Article,
  }),
  makeArticleFromMessage: route({
    method: 'POST',
    path: '/api/requests/{id}/article',
    summary: 'Begin a draft of the serving team with an answer that it gave',
    params: byId,
    body: z.object({
      entry: id
        .optional()
        .meta({ description: 'A message of the serving team, or a delivery; without it the last delivery' }),
    }),
    ifMatch: 'optional',
    status: 201,
    response: Article,
  }),
};
