// SQL of asks that are offered to those on duty: which wait, who was offered what, and when.
import { sql, type SqlBool } from 'kysely';
import type { Db } from '../platform/db.ts';
import type { Offer } from './duty.rules.ts';

/** Asks to teams that still wait for a hello, and that some member was not offered yet. Index: requests_to_offer. */
export const waitingForDuty = (db: Db) =>
  db
    .selectFrom('requests_request as r')
    .where(stillWaiting)
    .where(
      sql<SqlBool>`exists (select 1 from directory_membership m where m.team_id = r.team_id
        and not exists (select 1 from requests_offer o where o.request_id = r.id and o.person_id = m.person_id))`,
    )
    .orderBy('r.greet_by')
    .orderBy('r.id')
    .select(['r.id', 'r.team_id', 'r.service_id', 'r.greet_by', lastOffer.as('last')])
    .execute();

// Said as it is rather than as parameters: a plan made for any state would not use the index.
const stillWaiting = sql<SqlBool>`(r.state = 'asked' and r.greeted_at is null and r.ungreeted_at is not null
  and r.person_id is null and r.team_id is not null)`;
const lastOffer = sql<Date | null>`(select max(o.at) from requests_offer o where o.request_id = r.id)`;

/** One of them, held until the transaction ends, with everybody who asks it; passed over when somebody is busy with it. */
export const holdWaiting = (tx: Db, request: string) =>
  tx
    .selectFrom('requests_request as r')
    .where('r.id', '=', request)
    .where(stillWaiting)
    .select(['r.id', 'r.sight', 'r.team_id', 'r.greet_by'])
    .select(
      sql<string[]>`array_remove(array[r.requester_id, r.asked_by_id]
        || array(select c.person_id from requests_co_requester c where c.request_id = r.id), null)::text[]`.as(
        'asking',
      ),
    )
    .forUpdate('r')
    .skipLocked()
    .executeTakeFirst();

/** To whom it was offered; to be read by whoever holds it. */
export const offersOf = (tx: Db, request: string): Promise<Offer[]> =>
  tx.selectFrom('requests_offer').where('request_id', '=', request).select(['person_id as person', 'at']).execute();

/** When each of these was last offered anything; who never was is missing. Index: requests_offer_of_person. */
export async function lastOffered(tx: Db, people: readonly string[]): Promise<Map<string, Date>> {
  const rows = await tx
    .selectFrom('requests_offer')
    .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .groupBy('person_id')
    .select((of) => ['person_id', of.fn.max('at').as('at')])
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.at]));
}

export const insertOffer = (tx: Db, request: string, person: string, now: Date) =>
  tx.insertInto('requests_offer').values({ request_id: request, person_id: person, at: now }).execute();
