// SQL of the search through requests and their conversations: within what the person may see, notes within their teams.
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import { candidates, matches, rank, searchQuery } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import { requestsFor, type Found } from './queries.ts';
import { visibleTo } from './sight.queries.ts';

export type Match = { found: Found; excerpt: string | null };

const noteTeams = (who: Who): string[] => who.teams.map((team) => team.id);

/** Asks found by their words or number, and messages found by theirs. Only the newest candidates of each are ranked. */
function found(db: Db, who: Who, words: string) {
  const query = searchQuery(words, who.language);
  return db
    .with('asked', (with_) =>
      with_
        .selectFrom('requests_words as w')
        .innerJoin('requests_request as r', 'r.id', 'w.request_id')
        .select(['r.id', 'w.search', sql<string | null>`null::text`.as('body'), 'r.updated_at as at'])
        .where(matches('w.search', query))
        .where(visibleTo(who))
        .orderBy('r.updated_at', 'desc')
        .limit(candidates),
    )
    .with('numbered', (with_) =>
      with_
        .selectFrom('requests_request as r')
        .select(['r.id', sql<string | null>`null::text`.as('body'), sql<number>`3`.as('score'), 'r.updated_at as at'])
        .where('r.number', '=', sql<number>`any(${query.numbers}::bigint[])`)
        .where(visibleTo(who)),
    )
    .with('said', (with_) =>
      with_
        .selectFrom('requests_message as m')
        .innerJoin('requests_request as r', 'r.id', 'm.request_id')
        .select(['r.id', 'm.search', 'm.body', 'm.created_at as at'])
        .where(matches('m.search', query))
        .where(visibleTo(who))
        .where(
          sql<SqlBool>`(m.note_team_id is null or (m.note_team_id = any(${noteTeams(who)}::uuid[]) and r.requester_id <> ${who.id}))`,
        )
        .orderBy('m.created_at', 'desc')
        .limit(candidates),
    )
    .with('hits', (with_) =>
      with_
        .selectFrom('asked')
        // The ask itself counts more than what was said about it.
        .select(['id', 'body', sql<number>`${rank('asked.search', query)} + 0.5`.as('score'), 'at'])
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

/** The best matches first, then the newest; and how many there are, bounded by the candidates that are looked at. */
export async function findMatches(
  db: Db,
  who: Who,
  words: string,
  limit: number,
): Promise<{ matches: Match[]; total: number }> {
  const best = await found(db, who, words)
    .selectFrom('best')
    .select(['best.id', 'best.body', sql<number>`(count(*) over ())::int`.as('total')])
    .orderBy('best.score', 'desc')
    .orderBy('best.at', 'desc')
    .limit(limit)
    .execute();
  if (best.length === 0) return { matches: [], total: 0 };
  const ids = best.map((one) => one.id);
  const rows = await requestsFor(db, who)
    .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(visibleTo(who))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const matches = best.flatMap(({ id, body }) => {
    const row = byId.get(id);
    return row ? [{ found: row, excerpt: body?.slice(0, 240) || null }] : [];
  });
  return { matches, total: best[0]?.total ?? 0 };
}
