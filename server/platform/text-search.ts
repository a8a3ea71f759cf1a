// What somebody typed into a search, as SQL that finds it. Folding, stems and cuts live in server/migrations/02-search.sql;
// which rows may be found at all is each capability's visibleTo.
import { sql, type RawBuilder } from 'kysely';
import type { Language } from '../../contract/shapes.ts';
import type { Db } from './db.ts';

/** What was typed, taken apart. `numbers` are request numbers: '#123' anywhere, or a query that is nothing but digits. */
export type Typed = { words: string[]; phrases: string[]; without: string[]; numbers: number[] };

export type SearchQuery = Typed & {
  /** The tsquery to match: every word, as stem, beginning or cut stem. Null in SQL when there is nothing to look for. */
  match: RawBuilder<string | null>;
  /** The same without beginnings and cut stems: what matches it stands above what does not. */
  exact: RawBuilder<string | null>;
};

/** No more candidates than this are ranked, the newest first: ranking 20,000 rows would cost a tenth of a second. */
export const candidates = 1000;

const longest = { typed: 400, word: 64, words: 12, phrases: 4, without: 8, numbers: 8 };
const pieces = /(-?)"([^"]*)"?|(\S+)/g;
// PostgreSQL stores no NUL, and a lone surrogate is no text.
const storable = (typed: string) => typed.slice(0, longest.typed).replaceAll('\0', ' ').toWellFormed();

/**
 * Takes a typed search apart: words, "exact phrases", -without, #123. Never fails: whatever the characters, something
 * sensible or nothing is searched. Only the first 400 characters, 12 words and 4 phrases count.
 */
export function readTyped(typed: string): Typed {
  const found: Typed = { words: [], phrases: [], without: [], numbers: [] };
  const text = storable(typed)
    .replace(/[“”„«»]/g, '"')
    .trim();
  for (const [, not, phrase, word] of text.matchAll(pieces)) {
    if (phrase !== undefined) add(not ? found.without : found.phrases, phrase.trim());
    else readWord(found, word!);
  }
  if (/^\d{1,9}$/.test(text)) found.numbers.push(Number(text));
  return {
    words: found.words.slice(0, longest.words),
    phrases: found.phrases.slice(0, longest.phrases),
    without: found.without.slice(0, longest.without),
    numbers: [...new Set(found.numbers)].slice(0, longest.numbers),
  };
}

function readWord(found: Typed, word: string) {
  const number = /^#(\d{1,9})$/.exec(word);
  const unwanted = /^[-−–](\S+)$/.exec(word);
  if (number) found.numbers.push(Number(number[1]));
  else if (unwanted) add(found.without, unwanted[1]!.slice(0, longest.word));
  else add(found.words, word.slice(0, longest.word));
}

// Signs alone mean nothing, not even an empty search.
const add = (list: string[], piece: string) => {
  if (/[\p{L}\p{N}]/u.test(piece)) list.push(piece);
};

/**
 * The search for what somebody typed. `language` is the reader's: its small words (the, ja, de, и) only count when
 * nothing else was typed; the stems of all four languages are looked for in any case.
 *
 * To be found, a row has a column `search tsvector not null` with a GIN index, written by the application together with
 * its words (no trigger): `search: searchVector(title, body)` in the insert and in the update. To find it:
 *
 *     const query = await searchQuery(db, typed, who.language);
 *     db.with('found', (q) => q.selectFrom('requests_request').select(['id', 'created_at', 'search'])
 *         .where(visibleTo(who)).where(matches('search', query))
 *         .orderBy('created_at', 'desc').limit(candidates))
 *       .selectFrom('found').select('id')
 *       .orderBy(rank('search', query), 'desc').orderBy('created_at', 'desc').limit(20)
 *
 * Counting is `where(matches(...))` under the same visibleTo. `numbers` are for the owner of numbers to look up.
 */
export async function searchQuery(db: Db, typed: string, language: Language): Promise<SearchQuery> {
  const read = readTyped(typed);
  const { match, exact } = await formsOf(db, read, language);
  return { ...read, match: sql<string | null>`${match}::tsquery`, exact: sql<string | null>`${exact}::tsquery` };
}

type Forms = { match: string | null; exact: string | null };

// The same words make the same query for ever, and people who type or turn pages ask for the same again and again.
const remembered = new Map<string, Promise<Forms>>();
const mostRemembered = 500;

function formsOf(db: Db, { words, phrases, without }: Typed, language: Language): Promise<Forms> {
  const key = JSON.stringify([words, phrases, without, language]);
  const known = remembered.get(key);
  if (known) return known;
  const form = (exact: boolean) =>
    sql`search_query(${words}::text[], ${phrases}::text[], ${without}::text[], ${language}::text, ${sql.lit(exact)})::text`;
  const made = sql<Forms>`select ${form(false)} as match, ${form(true)} as exact`
    .execute(db)
    .then(({ rows }) => rows[0] ?? { match: null, exact: null });
  made.catch(() => remembered.delete(key));
  remembered.set(key, made);
  if (remembered.size > mostRemembered)
    for (const oldest of remembered.keys()) {
      remembered.delete(oldest);
      break;
    }
  return made;
}

/** The value of the column `search` for a row with this title and body (either may be null; 50,000 characters count). */
export const searchVector = (title: string | null, body: string | null): RawBuilder<string> =>
  sql<string>`search_vector(${title}::text, ${body}::text)`;

/**
 * The condition that a column of search_vector matches; not true (null) when nothing was asked. Wrapping it in another
 * function (coalesce) would lose the index.
 */
export const matches = (column: string, query: SearchQuery): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} @@ ${query.match}`;

/** How well a matching row fits, larger is better: 1 to 2 when every word is there as written or by its stem, else 0 to 1. */
export const rank = (column: string, query: SearchQuery): RawBuilder<number> =>
  sql<number>`(coalesce(${sql.ref(column)} @@ ${query.exact}, false)::int
    + ts_rank(${weights}, ${sql.ref(column)}, ${query.match}))`;

// D: stem in the body, C: stem in the title, B: body as written, A: title as written.
const weights = sql.lit('{0.2,0.5,0.4,1}');

/** Below this a word is another name and no misspelling: 'Jonh' for John and 'Aion' for Aino are 0.4, 'Peter' for Pertti 0.33. */
const alike = 0.39;

/**
 * The condition that a folded column (filled with `folded(name)`) holds every typed word, as a part of it or misspelt:
 * 'virtanne' finds Virtanen. True when nothing was typed. Reads every row it is given, about 2 µs each: narrow it first.
 */
export function nameMatches(column: string, typed: string): RawBuilder<boolean> {
  const each = namesTyped(typed).map(
    (word) =>
      sql`(strpos(${sql.ref(column)}, fold(${word}::text)) > 0 or ${likeness(column, word)} >= ${sql.lit(alike)})`,
  );
  return each.length ? sql<boolean>`(${sql.join(each, sql` and `)})` : sql<boolean>`true`;
}

/** How well a name fits what was typed, larger is better: words that begin with it stand first, misspellings last. */
export function nameRank(column: string, typed: string): RawBuilder<number> {
  const each = namesTyped(typed).map(
    (word) =>
      sql`(strict_word_similarity(fold(${word}::text), ${sql.ref(column)}) + (strpos(' ' || ${sql.ref(column)}, ' ' || fold(${word}::text)) > 0)::int)`,
  );
  return each.length ? sql<number>`(${sql.join(each, sql` + `)})` : sql<number>`0::real`;
}

/** The value of a folded column, for names and other short words to be found by nameMatches. */
export const folded = (words: string): RawBuilder<string> => sql<string>`fold(${words}::text)`;

const likeness = (column: string, word: string) => sql`word_similarity(fold(${word}::text), ${sql.ref(column)})`;
const namesTyped = (typed: string) => readTyped(typed.replace(/["“”„«»]|(?<!\S)[-−–#]/g, ' ')).words.slice(0, 5);
