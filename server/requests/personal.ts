// Which words of people requests keep, and whose they are: for their own data, for erasure and for retention. See platform/personal.ts.
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { byColumn, inColumn, type Personal } from '../platform/personal.ts';

const ofRow = inColumn('id');
const ofRequest = inColumn('request_id');
const beside = ['number', 'state', 'created_at', 'ended_at'];
/** Whoever declined need not be who serves it: the history knows. */
const declinedBy = (person: string) => sql<boolean>`t.decline_reason is not null and exists (
  select from requests_event e where e.request_id = t.id and e.what = 'declined' and e.by_id = ${person}::uuid)`;

export const requestsPersonal: Personal = {
  kept: [
    {
      table: 'requests_request',
      words: { title: 'line', details: 'line' },
      by: byColumn('requester_id', 'asked_by_id'),
      of: ofRow,
      at: 'created_at',
      beside,
    },
    {
      table: 'requests_request',
      words: { thanks: 'line' },
      by: byColumn('requester_id'),
      of: ofRow,
      at: 'ended_at',
      beside: ['number', 'timing', 'quality', 'accuracy'],
    },
    {
      table: 'requests_request',
      words: { counter_deliverable: 'line', counter_reason: 'line', delivered_words: 'line' },
      by: byColumn('provider_id'),
      of: ofRow,
      at: 'delivered_at',
      beside,
    },
    {
      table: 'requests_request',
      words: { decline_reason: 'line', decline_instead: 'line' },
      by: declinedBy,
      of: ofRow,
      at: 'ended_at',
      beside,
    },
    {
      table: 'requests_message',
      words: { body: 'line' },
      by: byColumn('author_id'),
      of: ofRequest,
      search: { column: 'search', title: null, body: 'body' },
      appendOnly: true,
      at: 'created_at',
      beside: ['request_id'],
    },
    {
      table: 'requests_event',
      words: { facts: { keys: ['deliverable', 'reason', 'words', 'instead'] } },
      // Whoever brought a request over from elsewhere wrote none of its words.
      by: (person) => sql<boolean>`t.by_id = ${person}::uuid and t.what <> 'imported'`,
      of: ofRequest,
      appendOnly: true,
      at: 'at',
      beside: ['request_id', 'what'],
    },
    {
      table: 'requests_ask_rating',
      words: { words: 'line' },
      by: byColumn('author_id'),
      of: ofRequest,
      at: 'at',
      beside: ['request_id', 'clear', 'complete', 'in_time', 'thanked'],
    },
    {
      table: 'requests_answer',
      words: { answers: { value: '{}' } },
      by: (person) => sql<boolean>`exists (
        select from requests_request r where r.id = t.request_id and ${person}::uuid in (r.requester_id, r.asked_by_id))`,
      of: ofRequest,
      beside: ['request_id'],
    },
    {
      table: 'requests_approval',
      words: { words: 'line' },
      by: byColumn('answered_by_id'),
      of: ofRequest,
      at: 'answered_at',
      beside: ['request_id', 'state'],
    },
    // Whose they are is not written down: they go with their request.
    { table: 'requests_checklist_item', words: { words: 'line' }, of: ofRequest },
  ],
  derive: indexAnew,
};

/** What asks are found by, after their words were changed elsewhere than in the asking: of these, or where it differs. */
async function indexAnew(tx: Db, requests: readonly string[] | null): Promise<void> {
  const which = requests === null ? sql`true` : sql`w.request_id = any(${[...requests]}::uuid[])`;
  await sql`
    update requests_words w set search = search_vector(r.title, r.details) from requests_request r
    where r.id = w.request_id and ${which} and (r.title ~ '[\uE0F0\uE0F1]' or r.details ~ '[\uE0F0\uE0F1]')`.execute(
    tx,
  );
}

/** `team` null: asked of a colleague, and of no team. */
type Rule = { team: string | null } | { service: string };

/** Ids of requests that ended before this moment and still have their words, held until the transaction ends. */
export async function endedBefore(tx: Db, rule: Rule, before: Date, limit: number, except: readonly string[]) {
  const of =
    'service' in rule
      ? sql`service_id = ${rule.service}`
      : sql`${rule.team === null ? sql`team_id is null` : sql`team_id = ${rule.team}`} and (service_id is null or service_id <> all(${[...except]}::uuid[]))`;
  const found = await sql<{ id: string }>`
    select id from requests_request where ${of} and ended_at < ${before} and blanked_at is null
    order by ended_at limit ${limit} for update skip locked`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** Writes down that the words of these are gone. */
export const markBlanked = (tx: Db, requests: readonly string[], now: Date) =>
  tx
    .updateTable('requests_request')
    .set({ blanked_at: now })
    .where('id', '=', sql<string>`any(${[...requests]}::uuid[])`)
    .execute();
