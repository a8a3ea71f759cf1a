// SQL of the answers that a serving team gave: what somebody outside a request may build on. Notes are never among them.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';

export type Said = {
  words: string;
  /** The message that its files hang on, if they are its own. */
  holder: string | null;
};

/** What a message or a delivery says, when one of the team or the provider said it; without an entry, the last delivery. */
export async function answerWords(
  db: Db,
  request: string,
  entry: string | undefined,
  team: string,
): Promise<Said | undefined> {
  const which = (column: string) => (entry === undefined ? sql`true` : sql`${sql.ref(column)} = ${entry}`);
  const found = await sql<Said>`
    select said.words, said.holder from (
      select m.body as words, m.author_id as by, m.id as holder, m.created_at as at from requests_message m
      where m.request_id = ${request} and ${which('m.id')} and ${entry !== undefined} and m.note_team_id is null
      union all
      select e.facts ->> 'words', e.by_id, (select m.id from requests_message m where m.request_id = e.request_id
        and m.author_id = e.by_id and m.created_at = e.at and m.body = '' and m.note_team_id is null limit 1), e.at
      from requests_event e where e.request_id = ${request} and ${which('e.id')} and e.what = 'delivered'
    ) said
    join requests_request r on r.id = ${request}
    where said.words <> '' and said.by <> r.requester_id and said.by is distinct from r.asked_by_id
      and (said.by = r.provider_id
        or exists (select from directory_membership b where b.team_id = ${team} and b.person_id = said.by))
    order by said.at desc limit 1`.execute(db);
  return found.rows[0];
}
