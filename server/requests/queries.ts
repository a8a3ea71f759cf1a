// SQL that loads and saves one request and its conversation. Lists, queues and search: list.queries.ts.
import { sql, type SqlBool } from 'kysely';
import type { AskRating, EntryKind } from '../../contract/requests.ts';
import type { RefRow } from '../directory/directory.ts';
import { newId, type Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import type { PromiseRow } from '../promises/promises.ts';
import type { Every, Request } from './rules.ts';
import type { RequestRecord, StoredFacts } from './tables.ts';

/** The wall: every request that anybody gets starts from here. The same sight as `sees` in access.ts. Wants the request as `r`. */
export const visibleTo = (who: Who) => sql<SqlBool>`(
  r.requester_id = ${who.id} or r.asked_by_id = ${who.id} or r.provider_id = ${who.id} or r.person_id = ${who.id}
  or r.team_id = any(${who.teams.map((team) => team.id)}::uuid[])
  or exists (select 1 from requests_participant p where p.request_id = r.id and p.person_id = ${who.id}))`;

export const recordColumns = [
  'r.id',
  'r.number',
  'r.title',
  'r.details',
  'r.state',
  'r.requester_id',
  'r.asked_by_id',
  'r.team_id',
  'r.person_id',
  'r.provider_id',
  'r.greeted_by_id',
  'r.greeted_at',
  'r.greet_by',
  'r.zone',
  'r.ungreeted_at',
  'r.promise_id',
  'r.counter_deliverable',
  'r.counter_due_at',
  'r.counter_reason',
  'r.delivered_at',
  'r.delivered_words',
  'r.close_by',
  'r.closed_by_silence',
  'r.thanks',
  'r.timing',
  'r.quality',
  'r.accuracy',
  'r.decline_reason',
  'r.decline_instead',
  'r.created_at',
  'r.updated_at',
  'r.ended_at',
  'r.version',
] as const;

/** A request with what its views need beside it: one statement loads it all. */
export type Found = RequestRecord & {
  participant: boolean;
  team_name: string | null;
  promise: Json<PromiseRow> | null;
};
/** One request with everybody who is named in it. */
export type Whole = Found & { participants: string[]; people: RefRow[]; ask_rating: AskRating | null };

/** As it comes out of JSON: instants are text. */
type Json<Row> = { [Key in keyof Row]: Row[Key] extends Date | null ? string | Extract<Row[Key], null> : Row[Key] };

/** Requests with their team's name and their promise beside them; what every list and every reading begins from. */
export const requestsFor = (db: Db, who: Who) =>
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
    ]);

const around = (who: Who) => [
  sql<string[]>`(select coalesce(json_agg(p.person_id order by p.added_at, p.person_id), '[]')
    from requests_participant p where p.request_id = r.id)`.as('participants'),
  sql<
    RefRow[]
  >`(select json_agg(json_build_object('id', d.id, 'name', d.name, 'photo_version', d.photo_version, 'active', d.active))
    from directory_person d where d.id in (${who.id}, r.requester_id, r.asked_by_id, r.person_id, r.provider_id, r.greeted_by_id)
      or d.id in (select p.person_id from requests_participant p where p.request_id = r.id))`.as('people'),
  sql<AskRating | null>`(select json_build_object('clear', a.clear, 'complete', a.complete, 'inTime', a.in_time,
      'thanked', a.thanked, 'words', a.words)
    from requests_ask_rating a where a.request_id = r.id and a.author_id = ${who.id})`.as('ask_rating'),
];

const one = (db: Db, who: Who, id: string) => requestsFor(db, who).select(around(who)).where('r.id', '=', id);

/** One request if `who` may see it. */
export const findRequest = (db: Db, who: Who, id: string): Promise<Whole | undefined> =>
  one(db, who, id).where(visibleTo(who)).executeTakeFirst();

/** The same, locked until the transaction ends. */
export const lockRequest = (tx: Db, who: Who, id: string): Promise<Whole | undefined> =>
  one(tx, who, id).where(visibleTo(who)).forUpdate('r').executeTakeFirst();

/** The one way around the wall: once, for the person who has let go of the request in this very transaction. */
export const findLetGo = (tx: Db, who: Who, id: string): Promise<Whole> => one(tx, who, id).executeTakeFirstOrThrow();

const vector = (title: string, details: string) =>
  sql<string>`goodturn.search_vector(${title}::text, ${details}::text)`;

/** Inserts a new ask; the number comes from a counter row, so numbers have no gaps and no order is promised by sequences. */
export async function insertRequest(
  tx: Db,
  request: Every & { state: 'asked' },
  serving: { greetBy: Date; zone: string },
  event: NewEvent,
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
      db
        .insertInto('requests_words')
        .values({ request_id: request.id, search: vector(request.title, request.details) }),
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
      greet_by: serving.greetBy,
      zone: serving.zone,
      created_at: request.createdAt,
      updated_at: request.createdAt,
    }))
    .execute();
}

/** The row as the state that it is in; the database's constraints promise that the fields are there. */
export function requestOf(row: RequestRecord): Request {
  const every: Every = {
    id: row.id,
    number: row.number,
    title: row.title,
    details: row.details,
    requester: row.requester_id,
    askedBy: row.asked_by_id,
    team: row.team_id,
    person: row.person_id,
    greetedBy: row.greeted_by_id,
    greetedAt: row.greeted_at,
    createdAt: row.created_at,
  };
  const provider = row.provider_id ?? '';
  const promise = row.promise_id ?? '';
  const served = {
    provider,
    promise,
    deliveredAt: row.delivered_at ?? row.updated_at,
    done: row.delivered_words ?? '',
  };
  const endedAt = row.ended_at ?? row.updated_at;
  switch (row.state) {
    case 'asked':
      return { ...every, state: 'asked' };
    case 'countered': {
      const due = row.counter_due_at ?? row.updated_at;
      const counter = { deliverable: row.counter_deliverable ?? '', due, reason: row.counter_reason ?? '' };
      return { ...every, state: 'countered', provider, counter };
    }
    case 'promised':
      return { ...every, state: 'promised', provider, promise };
    case 'delivered':
      return { ...every, ...served, state: 'delivered', closeBy: row.close_by ?? row.updated_at };
    case 'closed': {
      const { timing, quality, accuracy } = row;
      const ratings = { timing: timing ?? undefined, quality: quality ?? undefined, accuracy: accuracy ?? undefined };
      const acceptance = row.closed_by_silence ? null : { thanks: row.thanks ?? '', ratings };
      return { ...every, ...served, state: 'closed', endedAt, acceptance };
    }
    case 'declined':
      return {
        ...every,
        state: 'declined',
        endedAt,
        reason: row.decline_reason ?? '',
        instead: row.decline_instead ?? '',
      };
    case 'withdrawn':
    case 'revoked':
      return { ...every, state: row.state, endedAt };
  }
}

function columnsOf(request: Request) {
  const counter = request.state === 'countered' ? request.counter : null;
  const served = 'deliveredAt' in request ? request : null;
  const acceptance = request.state === 'closed' ? request.acceptance : null;
  return {
    title: request.title,
    details: request.details,
    state: request.state,
    team_id: request.team,
    person_id: request.person,
    provider_id: 'provider' in request ? request.provider : null,
    greeted_by_id: request.greetedBy,
    greeted_at: request.greetedAt,
    promise_id: 'promise' in request ? request.promise : null,
    counter_deliverable: counter?.deliverable ?? null,
    counter_due_at: counter?.due ?? null,
    counter_reason: counter?.reason ?? null,
    delivered_at: served?.deliveredAt ?? null,
    delivered_words: served?.done ?? null,
    close_by: request.state === 'delivered' ? request.closeBy : null,
    closed_by_silence: request.state === 'closed' && request.acceptance === null,
    thanks: acceptance?.thanks || null,
    timing: acceptance?.ratings.timing ?? null,
    quality: acceptance?.ratings.quality ?? null,
    accuracy: acceptance?.ratings.accuracy ?? null,
    decline_reason: request.state === 'declined' ? request.reason : null,
    decline_instead: request.state === 'declined' ? request.instead : null,
    ended_at: 'endedAt' in request ? request.endedAt : null,
  };
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

/** What the ask is found by after it was put in other words. */
export const saveWords = (tx: Db, request: Request) =>
  tx
    .updateTable('requests_words')
    .set({ search: vector(request.title, request.details) })
    .where('request_id', '=', request.id)
    .execute();

export type NewEvent = { request: string; by: string | null; what: EntryKind; facts?: StoredFacts; at: Date };

const eventRow = (event: NewEvent) => ({
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
