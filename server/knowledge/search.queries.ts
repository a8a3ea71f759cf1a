// SQL that finds articles: by words that somebody looks for, and by words in which somebody is about to ask.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { candidates, matches, rank, readTyped, searchQuery } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import { inFilter, rowColumns, visibleTo, type ArticlesFilter, type RowFound } from './queries.ts';

export type FoundKey = [score: number, id: string];
export type Scored = RowFound & { score: number };

const whole = 50_000;

/** A page of what matches, the best first; bodies come whole, so that an excerpt can be cut where the words stand. */
export async function pageMatches(
  db: Db,
  who: Who,
  typed: string,
  filter: ArticlesFilter,
  after: FoundKey | null,
  limit: number,
): Promise<Scored[]> {
  const query = await searchQuery(db, typed, who.language);
  const past = after ? sql`where (f.score, f.id) < (${after[0]}::float8, ${after[1]}::uuid)` : sql``;
  const found = await sql<Scored>`
    with found as (
      select a.id, a.search from knowledge_article a
      where ${matches('a.search', query)} and ${inFilter(who, filter)}
      order by a.updated_at desc limit ${candidates}
    ), scored as (select found.id, ${rank('found.search', query)}::float8 as score from found)
    select ${rowColumns(whole)}, f.score from scored f
      join knowledge_article a on a.id = f.id join directory_team t on t.id = a.team_id
    ${past} order by f.score desc, f.id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** The words of a text that is being written: signs that mean something in a search mean nothing here. */
export const wordsIn = (text: string): string[] => [
  ...new Set(readTyped(text.replaceAll(/["“”„«»#]|(?<!\S)[-−–]/g, ' ')).words.map((word) => word.toLowerCase())),
];

const small = sql.join(
  ['en', 'fi', 'es', 'ru'].map((language) => sql`search_is_small(w, ${sql.lit(language)})`),
  sql` or `,
);

/**
 * Published articles that share words with a text, the likeliest first. A word counts the more, the fewer articles have it, and
 * twice in a title; the reader's language and the team that is to be asked come first. An article is offered when a rare word
 * stands in its title, or three of the words in it, and when it is not far behind the likeliest.
 */
export async function likelyAnswers(
  db: Db,
  who: Who,
  text: string,
  team: string | null,
  limit: number,
): Promise<RowFound[]> {
  const found = await sql<RowFound>`
    with word as materialized (
      select w, search_query(array[w], '{}', '{}', ${who.language}, length(w) < 4) as query
      from unnest(${wordsIn(text)}::text[]) w where not (${small})
    ), hit as materialized (
      select a.id, word.w, ts_filter(a.search, '{a,c}') @@ word.query as titled
      from word join knowledge_article a on a.search @@ word.query
      where a.state = 'published' and ${visibleTo(who)}
    ), told as (
      select w, count(*) as here, (select count(*) from knowledge_article a where a.state = 'published' and ${visibleTo(who)}) as all_
      from hit group by w
    ), likely as (
      select hit.id, sum(ln(1 + told.all_::float8 / told.here) * case when hit.titled then 2 else 1 end) as score
      from hit join told using (w) group by hit.id
      having bool_or(hit.titled and told.here <= greatest(3, told.all_ / 5)) or count(*) >= 3
    )
    select ${rowColumns(whole)} from likely
      join knowledge_article a on a.id = likely.id join directory_team t on t.id = a.team_id
    where likely.score >= 0.6 * (select max(score) from likely)
    order by likely.score * case when a.language = ${who.language} then 1.5 else 1 end
      * case when a.team_id = ${team}::uuid then 1.25 else 1 end desc, a.helped desc, a.id limit ${limit}`.execute(db);
  return found.rows;
}
