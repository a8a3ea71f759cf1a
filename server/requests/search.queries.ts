// SQL of the search through requests, their conversations and the names of their files: within what the person may see, notes within their teams.
import { sql } from 'kysely';
import type { FoundFile } from '../../contract/finding.ts';
import type { SearchText } from '../../contract/search-text.ts';
import type { Db } from '../platform/db.ts';
import { candidates, matches, rank, searchQuery, type SearchQuery } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import { requestsFor, type Found } from './queries.ts';
import { narrowedTo, readableBy } from './search-filters.queries.ts';
import { visibleTo } from './sight.queries.ts';

export type Sought = Pick<SearchText, 'words' | 'filters'>;
/** `body` is of the message that matched best; null when the ask itself did. */
export type Match = { found: Found; body: string | null };
/** `whole`: the name alone has all that was searched, not only some of its words. */
export type FileMatch = FoundFile & { whole: boolean };
export type Matches = { matches: Match[]; files: FileMatch[]; total: number };

type Best = { id: string; body: string | null; total: number };
const mostFiles = 50;
const countedUpTo = 2000;
const none: Matches = { matches: [], files: [], total: 0 };

/** Asks found by their words or number, and messages found by theirs. Only the newest candidates of each are ranked. */
function hits(db: Db, who: Who, query: SearchQuery, { filters }: Sought, now: Date) {
  const narrowed = narrowedTo(who, filters, now);
  return db
    .with('asked', (with_) =>
      with_
        .selectFrom('requests_words as w')
        .innerJoin('requests_request as r', 'r.id', 'w.request_id')
        .select(['r.id', 'w.search', 'r.updated_at as at'])
        .where(matches('w.search', query))
        .where(visibleTo(who))
        .where(narrowed)
        .orderBy('r.updated_at', 'desc')
        .limit(candidates),
    )
    .with('numbered', (with_) =>
      with_
        .selectFrom('requests_request as r')
        .select(['r.id', sql<string | null>`null::text`.as('body'), sql<number>`3`.as('score'), 'r.updated_at as at'])
        .where('r.number', '=', sql<number>`any(${query.numbers}::bigint[])`)
        .where(visibleTo(who))
        .where(narrowed),
    )
    .with('said', (with_) =>
      with_
        .selectFrom('requests_message as m')
        .innerJoin('requests_request as r', 'r.id', 'm.request_id')
        .select(['r.id', 'm.id as message', 'm.search', 'm.body', 'm.created_at as at'])
        .where(matches('m.search', query))
        .where(visibleTo(who))
        .where(readableBy(who))
        .where(narrowed)
        .orderBy('m.created_at', 'desc')
        .limit(candidates),
    )
    .with('hits', (with_) =>
      with_
        .selectFrom('asked')
        // The ask itself counts more than what was said about it.
        .select([
          'id',
          sql<string | null>`null::text`.as('body'),
          sql<number>`${rank('asked.search', query)} + 0.5`.as('score'),
          'at',
        ])
        .unionAll(with_.selectFrom('said').select(['id', 'body', rank('said.search', query).as('score'), 'at']))
        .unionAll(with_.selectFrom('numbered').select(['id', 'body', 'score', 'at'])),
    )
    .with('best', (with_) =>
      with_
        .selectFrom('hits')
        .distinctOn('hits.id')
        .select(['hits.id', 'hits.body', 'hits.score', 'hits.at'])
        .orderBy('hits.id')
        .orderBy('hits.score', 'desc'),
    );
}

/** Files of what was found, whose names have what was searched or a word of it: behind the same wall, because nothing else is looked through. */
const filesOfHits = (query: SearchQuery) => sql<FileMatch[]>`(
  select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'size', n.size, 'mediaType', n.media_type, 'image', n.image,
    'width', n.width, 'height', n.height, 'whole', n.whole,
    'request', json_build_object('id', r.id, 'number', r.number, 'title', r.title)) order by n.whole desc, n.at desc, n.id), '[]')
  from (
    select f.*, held.request, held.at, coalesce(search_vector(f.name, null) @@ ${query.match}, false) as whole
    from (
      select id as holder, id as request, at, array['ask', 'answer'] as kinds from asked
      union all select message, id, at, array['message'] from said
    ) held
    join attachments_file f on f.holder_id = held.holder and f.holder_kind = any(held.kinds)
    order by whole desc, held.at desc, f.id limit 500
  ) n join requests_request r on r.id = n.request
  where n.whole or exists (select from unnest(${query.words}::text[]) w where length(w) > 1 and strpos(fold(n.name), fold(w)) > 0))`;

async function byWords(db: Db, who: Who, sought: Sought, limit: number, now: Date) {
  const query = await searchQuery(db, sought.words, who.language);
  const found = await hits(db, who, query, sought, now)
    .selectNoFrom([
      sql<Best[]>`(select coalesce(json_agg(b order by b.score desc, b.at desc), '[]') from (
        select id, body, score, at, (count(*) over ())::int as total from best order by score desc, at desc limit ${limit}) b)`.as(
        'best',
      ),
      filesOfHits(query).as('files'),
    ])
    .executeTakeFirstOrThrow();
  return { best: found.best, files: found.files.slice(0, mostFiles) };
}

/** Filters alone: the newest change first. */
async function byFilters(db: Db, who: Who, { filters }: Sought, limit: number, now: Date) {
  const best = await db
    .with('narrowed', (with_) =>
      with_
        .selectFrom('requests_request as r')
        .select(['r.id', 'r.updated_at as at'])
        .where(visibleTo(who))
        .where(narrowedTo(who, filters, now))
        .orderBy('r.updated_at', 'desc')
        .orderBy('r.id', 'desc')
        .limit(countedUpTo),
    )
    .selectFrom('narrowed')
    .select(['id', sql<null>`null`.as('body'), sql<number>`(count(*) over ())::int`.as('total')])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return { best, files: [] as FileMatch[] };
}

/** The best matches first, then the newest; and how many there are, bounded by the candidates that are looked at. */
export async function findMatches(db: Db, who: Who, sought: Sought, limit: number, now: Date): Promise<Matches> {
  const search = /[\p{L}\p{N}]/u.test(sought.words) ? byWords : byFilters;
  const { best, files } = await search(db, who, sought, limit, now);
  if (best.length === 0) return none;
  const ids = best.map((one) => one.id);
  const rows = await requestsFor(db, who)
    .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(visibleTo(who))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = best.flatMap(({ id, body }) => {
    const row = byId.get(id);
    return row ? [{ found: row, body }] : [];
  });
  return { matches: found, files, total: best[0]?.total ?? 0 };
}
