// SQL of what people say in a request: messages, notes, participants, the provider's private rating of the ask.
import { sql } from 'kysely';
import type { AskRating, EntryKind } from '../../contract/requests.ts';
import type { Db } from '../platform/db.ts';
import type { Who } from '../platform/who.ts';
import { visibleTo } from './sight.queries.ts';
import type { StoredFacts } from './tables.ts';

/** Adds people who are not there yet; answers who was added. */
export async function insertParticipants(
  tx: Db,
  request: string,
  people: readonly string[],
  by: string,
  now: Date,
): Promise<string[]> {
  if (people.length === 0) return [];
  const added = await tx
    .insertInto('requests_participant')
    .values(people.map((person) => ({ request_id: request, person_id: person, added_by_id: by, added_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute();
  return added.map((row) => row.person_id);
}

export async function deleteParticipant(tx: Db, request: string, person: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('requests_participant')
    .where('request_id', '=', request)
    .where('person_id', '=', person)
    .returning('person_id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** `names` are those of the files that go along: it is found by them, too. */
type NewMessage = { id: string; request: string; author: string; body: string; names: string; at: Date };

const messageRow = (message: NewMessage, noteTeam: string | null) => ({
  id: message.id,
  request_id: message.request,
  author_id: message.author,
  note_team_id: noteTeam,
  body: message.body,
  created_at: message.at,
  search: sql<string>`goodturn.search_vector('', ${`${message.body}\n${message.names}`}::text)`,
});

/** Words move a request up in lists; they are no new version, so nobody's act is refused because somebody wrote. */
export async function insertMessage(tx: Db, message: NewMessage): Promise<void> {
  const row = messageRow(message, null);
  await tx
    .with('written', (db) => db.insertInto('requests_message').values(row))
    .updateTable('requests_request')
    .set({ updated_at: message.at })
    .where('id', '=', message.request)
    .execute();
}

/** A note changes nothing about the request: to everybody outside the team there is none. */
export async function insertNote(tx: Db, note: NewMessage, team: string): Promise<void> {
  await tx.insertInto('requests_message').values(messageRow(note, team)).execute();
}

export type EntryRow = {
  id: string;
  at: Date;
  by: string | null;
  /** Set for words; else it is an event. */
  body: string | null;
  note: boolean;
  what: EntryKind | null;
  facts: StoredFacts | null;
};

/**
 * Words and events in the order of time. Notes only of the teams named: nobody else learns that there is one.
 * What happened with another request is told only to those who see that one.
 */
export async function timeline(
  db: Db,
  who: Who,
  request: string,
  noteTeams: readonly string[],
  after: { at: string; id: string } | null,
  limit: number,
): Promise<EntryRow[]> {
  const past = after ? sql`and (at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const found = await sql<EntryRow>`
    select * from (
      select id, created_at as at, author_id as by, body, note_team_id is not null as note, null as what, null::jsonb as facts
      from requests_message
      where request_id = ${request} and (note_team_id is null or note_team_id = any(${noteTeams}::uuid[]))
      union all
      select id, at, by_id, null, false, what, facts from requests_event e
      where request_id = ${request} and (e.facts->>'request' is null or exists (
        select from requests_request r where r.id = (e.facts->>'request')::uuid and ${visibleTo(who)}))
    ) entries where true ${past} order by at, id limit ${limit}`.execute(db);
  return found.rows;
}

export const saveAskRating = (tx: Db, request: string, author: string, rating: AskRating, now: Date) => {
  const { clear, complete, inTime: in_time, thanked, words } = rating;
  const set = { clear, complete, in_time, thanked, words, at: now };
  return tx
    .insertInto('requests_ask_rating')
    .values({ request_id: request, author_id: author, ...set })
    .onConflict((conflict) => conflict.columns(['request_id', 'author_id']).doUpdateSet(set))
    .execute();
};
