// SQL that loads and saves one request and its conversation. Lists, queues and search: list.queries.ts.
import { sql } from 'kysely';
import type { AttachmentRef } from '../../contract/attachments.ts';
import type { AskRating, EntryKind } from '../../contract/requests.ts';
import { heldAsJson } from '../attachments/attachments.ts';
import type { RefRow } from '../directory/directory.ts';
import { newId, type Db } from '../platform/db.ts';
import { statement } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { PromiseRow } from '../promises/promises.ts';
import { askingAlongJson } from './asking-along.queries.ts';
import { approvalsJson, type ApprovalJson } from './approvals.queries.ts';
import { itemsJson, type ItemJson } from './checklist.queries.ts';
import { columnsOf, recordColumns } from './record.ts';
import type { Every, Request } from './rules.ts';
import { visibleTo } from './sight.queries.ts';
import type { RequestRecord, StoredFacts } from './tables.ts';

/** A request with what its views need beside it: one statement loads it all. */
export type Found = RequestRecord & {
  participant: boolean;
  asks_along: boolean;
  approvals: ApprovalJson[];
  checklist: { done: number; all: number };
  team_name: string | null;
  promise: Json<PromiseRow> | null;
};
/** One request with everybody who is named in it. */
export type Whole = Found & {
  participants: string[];
  co_requesters: string[];
  people: RefRow[];
  items: ItemJson[];
  ask_rating: AskRating | null;
  attachments: AttachmentRef[];
};

/** As it comes out of JSON: instants are text. */
type Json<Row> = { [Key in keyof Row]: Row[Key] extends Date | null ? string | Extract<Row[Key], null> : Row[Key] };

/** Requests with their team's name and their promise beside them; what every list and every reading begins from. */
export const requestsFor = (db: Pick<Db, 'selectFrom'>, who: Who) =>
  db
    .selectFrom('requests_request as r')
    .leftJoin('directory_team as t', 't.id', 'r.team_id')
    .leftJoin('promises_promise as q', 'q.id', 'r.promise_id')
    .select(recordColumns)
    .select([
      't.name as team_name',
      sql<Json<PromiseRow> | null>`case when q.id is null then null else to_json(q) end`.as('promise'),
      sql<boolean>`exists (select 1 from requests_participant p where p.request_id = r.id and p.person_id = ${who.id})`.as(
        'participant',
      ),
      sql<boolean>`exists (select 1 from requests_co_requester c where c.request_id = r.id and c.person_id = ${who.id})`.as(
        'asks_along',
      ),
      approvalsJson.as('approvals'),
      sql<{ done: number; all: number }>`(select json_build_object('done', count(c.done_at), 'all', count(*))
        from requests_checklist_item c where c.request_id = r.id)`.as('checklist'),
    ]);

const around = (who: Who) => [
  sql<string[]>`(select coalesce(json_agg(p.person_id order by p.added_at, p.person_id), '[]')
    from requests_participant p where p.request_id = r.id)`.as('participants'),
  askingAlongJson.as('co_requesters'),
  sql<
    RefRow[]
  >`(select json_agg(json_build_object('id', d.id, 'name', d.name, 'photo_version', d.photo_version, 'active', d.active))
    from directory_person d where d.id = any(array(
      select unnest(array[${who.id}, r.requester_id, r.asked_by_id, r.person_id, r.provider_id, r.greeted_by_id])
      union all select p.person_id from requests_participant p where p.request_id = r.id
      union all select c.person_id from requests_co_requester c where c.request_id = r.id
      union all select unnest(array[a.approver_id, a.stand_in_id, a.answered_by_id]) from requests_approval a where a.request_id = r.id
      union all select c.done_by_id from requests_checklist_item c where c.request_id = r.id)))`.as('people'),
  itemsJson.as('items'),
  heldAsJson({ kind: 'ask', id: 'r.id' }).as('attachments'),
  sql<AskRating | null>`(select json_build_object('clear', a.clear, 'complete', a.complete, 'inTime', a.in_time,
      'thanked', a.thanked, 'words', a.words)
    from requests_ask_rating a where a.request_id = r.id and a.author_id = ${who.id})`.as('ask_rating'),
];

const one = (db: Db, who: Who, id: string) => requestsFor(db, who).select(around(who)).where('r.id', '=', id);

type Sought = { who: Who; id: string };
const reading = statement((db, { who, id }: Sought) => one(db, who, id).where(visibleTo(who)));
const locking = statement((tx, { who, id }: Sought) => one(tx, who, id).where(visibleTo(who)).forUpdate('r'));

/** One request if `who` may see it. */
export const findRequest = async (db: Db, who: Who, id: string): Promise<Whole | undefined> =>
  (await reading(db, { who, id }))[0];

/** The same, locked until the transaction ends. */
export const lockRequest = async (tx: Db, who: Who, id: string): Promise<Whole | undefined> =>
  (await locking(tx, { who, id }))[0];

const glancing = statement((db, { who, id }: Sought) =>
  db.selectFrom('requests_request as r').select('r.requester_id').where('r.id', '=', id).where(visibleTo(who)),
);

/** Whose request it is, if `who` may see it: for what hangs on it. */
export const glanceAt = async (db: Db, who: Who, id: string): Promise<{ requester: string } | undefined> => {
  const [found] = await glancing(db, { who, id });
  return found && { requester: found.requester_id };
};

/** The one way around the wall: once, for the person who has let go of the request in this very transaction. */
export const findLetGo = (tx: Db, who: Who, id: string): Promise<Whole> => one(tx, who, id).executeTakeFirstOrThrow();

const vector = ({ title, details }: Pick<Every, 'title' | 'details'>, answered: string) =>
  sql<string>`goodturn.search_vector(${title}::text, ${`${details}\n${answered}`}::text)`;

/** Inserts a new ask, found also by what was `answered` and by the names of its files; the number comes from a counter row, so numbers have no gaps and no order is promised by sequences. */
export async function insertRequest(
  tx: Db,
  request: Every & { state: 'asked' },
  serving: { greetBy: Date; zone: string },
  event: NewEvent,
  answered = '',
): Promise<void> {
  await tx
    .with('counted', (db) =>
      db
        .insertInto('requests_counter')
        .values({ value: 1 })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ value: sql`requests_counter.value + 1` }))
        .returning('value'),
    )
    .with('worded', (db) =>
      db.insertInto('requests_words').values({ request_id: request.id, search: vector(request, answered) }),
    )
    .with('recorded', (db) => db.insertInto('requests_event').values(eventRow(event)))
    .insertInto('requests_request')
    .values((db) => ({
      id: request.id,
      number: db.selectFrom('counted').select('value'),
      title: request.title,
      details: request.details,
      state: request.state,
      requester_id: request.requester,
      asked_by_id: request.askedBy,
      team_id: request.team,
      person_id: request.person,
      sight: request.sight,
      service_id: request.service,
      greet_by: serving.greetBy,
      zone: serving.zone,
      created_at: request.createdAt,
      updated_at: request.createdAt,
    }))
    .execute();
}

/** Saves the new state and what the history says of it, in one statement; a new greeting time starts the clock of the unanswered anew. */
export const saveRequest = (tx: Db, request: Request, event: NewEvent, serving?: { greetBy: Date; zone: string }) =>
  tx
    .with('recorded', (db) => db.insertInto('requests_event').values(eventRow(event)))
    .updateTable('requests_request')
    .set({
      ...columnsOf(request),
      updated_at: event.at,
      version: sql`version + 1`,
      ...(serving ? { greet_by: serving.greetBy, zone: serving.zone, ungreeted_at: null } : {}),
    })
    .where('id', '=', request.id)
    .execute();

/** What the ask is found by after it was put in other words, or answered otherwise; `answered`: its answers and the names of its files. */
export const saveWords = (tx: Db, request: Request, answered: string) =>
  tx
    .updateTable('requests_words')
    .set({ search: vector(request, answered) })
    .where('request_id', '=', request.id)
    .execute();

export type NewEvent = { request: string; by: string | null; what: EntryKind; facts?: StoredFacts; at: Date };

export const eventRow = (event: NewEvent) => ({
  id: newId(),
  request_id: event.request,
  at: event.at,
  by_id: event.by,
  what: event.what,
  facts: JSON.stringify(event.facts ?? {}),
});

/** Adds to the history. There is no way to change or remove what it says. */
export const recordEvent = (tx: Db, event: NewEvent) =>
  tx.insertInto('requests_event').values(eventRow(event)).execute();
