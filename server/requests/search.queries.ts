// SQL of the search through requests and their conversations: within what the person may see, notes within their teams.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { candidates, matches, rank, searchQuery } from '../platform/text-search.ts';
import type { Who } from '../platform/who.ts';
import { recordColumns, visibleTo, type Found } from './queries.ts';

export type Match = { found: Found; excerpt: string | null };

const noteTeams = (who: Who) => sql`any(${who.teams.map((team) => team.id)}::uuid[])`;

/** Requests found by their own words or number, and messages found by theirs; each candidate list is bounded before ranking. */
function found(db: Db, who: Who, words: string) {
  const query = searchQuery(words, who.language);
  return db
    .with('asked', (with_) =>
      with_
        .selectFrom('requests_request as r')
        .select(['r.id', sql<string | null>`null::text`.as('body'), 'r.updated_at as at'])
        .select(sql<number>`coalesce(${rank('r.search', query)}, 0) + 1`.as('score'))
        .where(visibleTo(who))
        .where((each) =>
          each.or([matches('r.search', query), each('r.number', '=', sql<number>`any(${query.numbers}::bigint[])`)]),
        )
        .orderBy('r.updated_at', 'desc')
        .limit(candidates),
    )
    .with('said', (with_) =>
      with_
        .selectFrom('requests_message as m')
        .innerJoin('requests_request as r', 'r.id', 'm.request_id')
        .select(['r.id', 'm.body', 'm.created_at as at'])
        .select(rank('m.search', query).as('score'))
        .where(matches('m.search', query))
        .where(visibleTo(who))
        .where((each) =>
          each.or([
            each('m.note_team_id', 'is', null),
            each.and([each('m.note_team_id', '=', noteTeams(who) as never), each('r.requester_id', '<>', who.id)]),
          ]),
        )
        .orderBy('m.created_at', 'desc')
        .limit(candidates),
    )
    .with('hits', (with_) => with_.selectFrom('asked').selectAll().unionAll(with_.selectFrom('said').selectAll()))
    .with('best', (with_) =>
      with_
        .selectFrom('hits')
        .distinctOn('hits.id')
        .select(['hits.id', 'hits.body', 'hits.score', 'hits.at'])
        .orderBy('hits.id')
        .orderBy('hits.score', 'desc'),
    );
}

/** The best matches first, then the newest. */
export async function findMatches(db: Db, who: Who, words: string, limit: number): Promise<Match[]> {
  const rows = await found(db, who, words)
    .selectFrom('best')
    .innerJoin('requests_request as r', 'r.id', 'best.id')
    .select(recordColumns)
    .select(
      sql<boolean>`exists (select 1 from requests_participant p where p.request_id = r.id and p.person_id = ${who.id})`.as(
        'participant',
      ),
    )
    .select('best.body')
    .orderBy('best.score', 'desc')
    .orderBy('best.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body, ...row }) => ({ found: row, excerpt: body === null ? null : body.slice(0, 240) }));
}

/** How many requests match; bounded by the candidates that are looked at. */
export async function countMatches(db: Db, who: Who, words: string): Promise<number> {
  const row = await found(db, who, words)
    .selectFrom('best')
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}
