// SQL of the answers that a serving team gave: what somebody outside a request may build on. Notes are never among them.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

/** The words of a message, or of a delivery, when one of the team or the provider said them. */
export async function answerWords(db: Db, request: string, entry: string, team: string): Promise<string | undefined> {
  const found = await sql<{ words: string }>`
    select said.words from (
      select m.body as words, m.author_id as by from requests_message m
      where m.request_id = ${request} and m.id = ${entry} and m.note_team_id is null
      union all
      select e.facts ->> 'words', e.by_id from requests_event e
      where e.request_id = ${request} and e.id = ${entry} and e.what = 'delivered'
    ) said
    join requests_request r on r.id = ${request}
    where said.words <> '' and said.by <> r.requester_id and said.by is distinct from r.asked_by_id
      and (said.by = r.provider_id
        or exists (select from directory_membership b where b.team_id = ${team} and b.person_id = said.by))`.execute(
    db,
  );
  return found.rows[0]?.words;
}
