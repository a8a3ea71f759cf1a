// Implements contract/knowledge.ts.
import { knowledgeApi } from '../../contract/knowledge.ts';
import type { Db } from '../platform/db.ts';
import { serve, type Served } from '../platform/http.ts';
import type { Who } from '../platform/who.ts';
import * as reading from './reading.ts';
import * as writing from './writing.ts';

type Call = { tx: Db; who: Who; params: { id: string }; now: Date; expected: number | undefined };
const acting = ({ tx, who, params, now, expected }: Call): writing.Acting => ({
  tx,
  who,
  id: params.id,
  now,
  expected,
});

export const knowledgeRoutes = (): Served =>
  serve(knowledgeApi, {
    getKnowledge: ({ tx, who, now }) => reading.home(tx, who, now),
    listArticles: ({ tx, who, query }) => reading.list(tx, who, query),
    suggestArticles: async ({ tx, who, query }) => ({
      items: await reading.suggest(tx, who, query.words, query.team ?? null, query.limit),
    }),
    createArticle: ({ tx, who, body, now }) => writing.begin(tx, who, body, now),
    getArticle: ({ tx, who, params }) => writing.read(tx, who, params.id),
    saveArticle: (call) => writing.save(acting(call), call.body),
    listArticleVersions: ({ tx, who, params, query }) => reading.versions(tx, who, params.id, query),
    getArticleVersion: ({ tx, who, params }) => reading.version(tx, who, params.id, params.number),
    restoreArticleVersion: (call) => writing.restoreVersion(acting(call), call.params.number),
    checkArticle: (call) => writing.check(acting(call), call.body.checkBy),
    archiveArticle: (call) => writing.setArchived(acting(call), true),
    restoreArticle: (call) => writing.setArchived(acting(call), false),
    sayHelped: (call) => writing.sayHelped(acting(call), call.body.helped, call.body.spared),
    makeArticleFromMessage: (call) => writing.beginFrom(acting(call), call.body.entry),
  });
