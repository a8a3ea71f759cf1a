// Reads again what is written down, after a change in it; fetched with the first such change.
import { findingApi } from '../../contract/finding.ts';
import { knowledgeApi } from '../../contract/knowledge.ts';
import type { Change } from '../platform/live.ts';
import { invalidate } from '../platform/query.ts';

const { getKnowledge, listArticles, getArticle, listArticleVersions } = knowledgeApi;

export function freshen({ kind }: Change): void {
  void invalidate(getArticle, getKnowledge, listArticles);
  if (kind !== 'helped') void invalidate(listArticleVersions, findingApi.search);
}
