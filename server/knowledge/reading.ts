// Reading: the beginning of it all, lists with and without words, suggestions, and what an article said before.
import { z } from 'zod';
import type { ArticleRow, ArticleState, KnowledgeHome } from '../../contract/knowledge.ts';
import { serviceFor } from '../catalog/catalog.ts';
import { personRefs } from '../directory/directory.ts';
import { keyIn, paged } from '../platform/cursor.ts';
import type { Db } from '../platform/db.ts';
import { isRefused, refused, type Outcome } from '../platform/outcome.ts';
import { readTyped } from '../platform/text-search.ts';
import { memberOf, type Who } from '../platform/who.ts';
import * as queries from './queries.ts';
import { likelyAnswers, pageMatches, wordsIn, type FoundKey } from './search.queries.ts';
import { rowView, versionView } from './view.ts';

const shown = 5;
const quiet = 20;
const dayIn = (zone: string, now: Date) => now.toLocaleDateString('sv-SE', { timeZone: zone });

/** Where to begin: five that helped, five that are new, what one's own teams should look at, and who writes. */
export async function home(db: Db, who: Who, now: Date): Promise<KnowledgeHome> {
  const rows = (found: readonly queries.RowFound[]) => found.map((row) => rowView(row, who));
  return {
    helpful: rows(await queries.mostHelpful(db, who, shown)),
    fresh: rows(await queries.lastPublished(db, who, shown)),
    toCheck: rows(await queries.dueToCheck(db, who, dayIn(who.zone, now), quiet)),
    drafts: rows(await queries.draftsOf(db, who, quiet)),
    teams: await queries.writingTeams(db, who),
  };
}

type Listed = {
  team?: string | undefined;
  service?: string | undefined;
  state: ArticleState;
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};
const newestKey = z.tuple([z.iso.datetime(), z.uuid()]);
const foundKey = z.tuple([z.number(), z.uuid()]);

export async function list(db: Db, who: Who, { q, cursor, limit, ...filter }: Listed) {
  const { service } = filter;
  if (service !== undefined && !(await serviceFor(db, who, service))) return { items: [], next: null };
  const typed = q?.trim() ?? '';
  if (typed !== '') return search(db, who, typed, filter, cursor, limit);
  const key = keyIn<queries.ArticlesKey>(cursor, newestKey);
  if (isRefused(key)) return key;
  const rows = await queries.pageArticles(db, who, filter, key, limit + 1);
  const { items, next } = paged(rows, limit, (row) => [row.updated_at.toISOString(), row.id]);
  return { items: items.map((row) => rowView(row, who)), next };
}

async function search(
  db: Db,
  who: Who,
  typed: string,
  filter: queries.ArticlesFilter,
  cursor: string | undefined,
  limit: number,
) {
  const key = keyIn<FoundKey>(cursor, foundKey);
  if (isRefused(key)) return key;
  const rows = await pageMatches(db, who, typed, filter, key, limit + 1);
  const { items, next } = paged(rows, limit, (row) => [row.score, row.id]);
  return { items: items.map((row) => rowView(row, who, soughtIn(typed))), next };
}

const soughtIn = (typed: string): string[] => {
  const { words, phrases } = readTyped(typed);
  return [...words, ...phrases];
};

/** Published articles that `who` may read and whose words match, the best first. */
export async function searchArticles(db: Db, who: Who, words: string, limit: number): Promise<ArticleRow[]> {
  const rows = await pageMatches(db, who, words, { state: 'published' }, null, limit);
  return rows.map((row) => rowView(row, who, soughtIn(words)));
}

/** What may answer a text that is being written. */
export async function suggest(
  db: Db,
  who: Who,
  text: string,
  team: string | null,
  limit: number,
): Promise<ArticleRow[]> {
  const rows = await likelyAnswers(db, who, text, team, limit);
  return rows.map((row) => rowView(row, who, wordsIn(text)));
}

/** What it said before is for its team: it may have been written before it was meant for everyone. */
async function ofOwnTeam(db: Db, who: Who, id: string): Promise<Outcome<queries.Found>> {
  const found = await queries.findArticle(db, who, id);
  if (!found) return refused('notFound');
  return memberOf(who, found.team_id) ? found : refused('membersOnly');
}

export async function versions(
  db: Db,
  who: Who,
  id: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const key = keyIn<[number]>(cursor, z.tuple([z.int().min(1).max(1_000_000)]));
  if (isRefused(key)) return key;
  const found = await ofOwnTeam(db, who, id);
  if (isRefused(found)) return found;
  const rows = await queries.pageVersions(db, id, key?.[0] ?? null, limit + 1);
  const { items, next } = paged(rows, limit, (row) => [row.number]);
  const people = await personRefs(
    db,
    items.map((row) => row.author_id),
  );
  return { items: items.map((row) => versionView(row, people)), next };
}

export async function version(db: Db, who: Who, id: string, number: number) {
  const found = await ofOwnTeam(db, who, id);
  if (isRefused(found)) return found;
  const row = await queries.findVersion(db, id, number);
  if (!row) return refused('notFound');
  const people = await personRefs(db, [row.author_id]);
  return { ...versionView(row, people), body: row.body, language: row.language };
}
