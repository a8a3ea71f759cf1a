// SQL of links between requests: how one stands to another, for whoever sees both.
import { sql } from 'kysely';
import type { LinkKind } from '../../contract/request-links.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { turned, type Stored } from './links.rules.ts';
import { requestsFor, type Found } from './queries.ts';
import { visibleTo } from './sight.queries.ts';

export type Linked = Found & { link: LinkKind };
const most = 200;

/** What is linked with a request that `who` sees, as far as they see it; how each stands to it, seen from the request. */
export async function linkedWith(db: Db, who: Who, request: string): Promise<Linked[]> {
  const rows = await requestsFor(db, who)
    .innerJoin(
      sql<{ linked_id: string; kind: Stored; turned: boolean; linked_at: Date }>`(
        select other_id as linked_id, kind, false as turned, at as linked_at from requests_link where one_id = ${request}
        union all
        select one_id, kind, true, at from requests_link where other_id = ${request})`.as('l'),
      (join) => join.onRef('l.linked_id', '=', 'r.id'),
    )
    .where(visibleTo(who))
    .select(['l.kind', 'l.turned'])
    .orderBy('l.linked_at')
    .orderBy('r.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, link: row.turned ? turned(row.kind) : row.kind }));
}

/** How the two stand to each other, seen from `one`. */
export async function linkBetween(db: Db, one: string, other: string): Promise<LinkKind | undefined> {
  const [from, to] = [[one, other].toSorted()[0] ?? '', [one, other].toSorted()[1] ?? ''];
  const row = await db
    .selectFrom('requests_link')
    .where(sql`least(one_id, other_id)`, '=', from)
    .where(sql`greatest(one_id, other_id)`, '=', to)
    .select(['one_id', 'kind'])
    .executeTakeFirst();
  return row && (row.one_id === one ? row.kind : turned(row.kind));
}

type NewLink = { one: string; other: string; kind: Stored; by: string; at: Date };

/** Two requests stand to each other in one way: the new one takes the place of the old. */
export async function saveLink(tx: Db, { one, other, kind, by, at }: NewLink): Promise<void> {
  await deleteLink(tx, one, other);
  await tx.insertInto('requests_link').values({ one_id: one, other_id: other, kind, by_id: by, at }).execute();
}

export const deleteLink = (tx: Db, one: string, other: string) =>
  tx
    .deleteFrom('requests_link')
    .where((each) =>
      each.or([
        each.and([each('one_id', '=', one), each('other_id', '=', other)]),
        each.and([each('one_id', '=', other), each('other_id', '=', one)]),
      ]),
    )
    .execute();
