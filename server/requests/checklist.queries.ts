// SQL of checklists: what the serving team ticks off.
import { sql } from 'kysely';
import { newId, type Db } from '../platform/db.ts';

export type ItemRow = { id: string; words: string; done_by_id: string | null; done_at: Date | null };

/** As it comes out of JSON: instants are text. */
export type ItemJson = Omit<ItemRow, 'done_at'> & { done_at: string | null };

/** The items of a request as JSON, in their order. Wants the request as `r`. */
export const itemsJson = sql<ItemJson[]>`(
  select coalesce(json_agg(to_json(c) order by c.position, c.id), '[]') from requests_checklist_item c where c.request_id = r.id)`;

/** In their order. */
export const itemsOf = (db: Db, request: string): Promise<ItemRow[]> =>
  db
    .selectFrom('requests_checklist_item')
    .where('request_id', '=', request)
    .orderBy('position')
    .orderBy('id')
    .select(['id', 'words', 'done_by_id', 'done_at'])
    .execute();

/** The items that a new request begins with. */
export async function addItems(tx: Db, request: string, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  await tx
    .insertInto('requests_checklist_item')
    .values(words.map((each, index) => ({ id: newId(), request_id: request, position: index + 1, words: each })))
    .execute();
}

export const appendItem = (tx: Db, request: string, words: string) =>
  tx
    .insertInto('requests_checklist_item')
    .values({
      id: newId(),
      request_id: request,
      position: sql<number>`(select coalesce(max(c.position), 0) + 1 from requests_checklist_item c where c.request_id = ${request})`,
      words,
    })
    .execute();

type Change = { words?: string | undefined; done?: { by: string; at: Date } | null | undefined };

/** Changes an item; false when there is none. What is done already stays as it was done. */
export async function changeItem(tx: Db, request: string, id: string, { words, done }: Change): Promise<boolean> {
  const changed = await tx
    .updateTable('requests_checklist_item')
    .where('request_id', '=', request)
    .where('id', '=', id)
    .set({
      ...(words === undefined ? {} : { words }),
      ...(done === undefined
        ? {}
        : done === null
          ? { done_by_id: null, done_at: null }
          : { done_by_id: sql`coalesce(done_by_id, ${done.by})`, done_at: sql`coalesce(done_at, ${done.at})` }),
      position: sql`position`,
    })
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}

export async function removeItem(tx: Db, request: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('requests_checklist_item')
    .where('request_id', '=', request)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

export const orderItems = (tx: Db, request: string, ids: readonly string[]) =>
  sql`
    update requests_checklist_item c set position = given.position
    from unnest(${ids}::uuid[]) with ordinality given (id, position)
    where c.id = given.id and c.request_id = ${request}`.execute(tx);
