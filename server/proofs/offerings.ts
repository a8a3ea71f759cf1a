// For tests of the whole: services along with which another is needed, and requests of such a service.
import { sql } from 'kysely';
import { calendarOf } from '../directory/directory.ts';
import { newId, transact } from '../platform/db.ts';
import { makePromise } from '../promises/promises.ts';
import { must } from '../requests/for-tests.ts';
import type { Cast } from './cast.ts';

/** What is needed along: a service of the serving team, for everyone. */
export const neededAlong = '01890000-0000-7000-8000-00000000add1';
const kinds = ['offering', 'offered', 'included'] as const;
export type Offering = (typeof kinds)[number];
export const isOffering = (on: string): on is Offering => (kinds as readonly string[]).includes(on);

/** A service, or a copy of a promised request that was asked by it; `copy` makes that. */
export async function newOffering(cast: Cast, on: Offering, copy: () => Promise<string>): Promise<string> {
  const { db, it } = cast;
  const offer = (id: string) =>
    sql`
    with offered as (
      insert into catalog_service (id, team_id, name, sight, everyone, checklist, position, folded_name, folded, created_at)
      values (${id}, ${it}, ${`Along ${id}`}, 'usual', true, '[]', 1, ${id}, ${id}, now()) on conflict (id) do nothing returning id)
    insert into catalog_form (service_id, version, fields, made_at) select id, 1, '[]', now() from offered`.execute(db);
  const service = newId();
  await offer(neededAlong);
  await offer(service);
  await sql`insert into catalog_also (service_id, needed_id, position) values (${service}, ${neededAlong}, 1)`.execute(
    db,
  );
  if (on === 'offering') return service;
  const request = await copy();
  await sql`update requests_request set service_id = ${service} where id = ${request}`.execute(db);
  if (on === 'included') await include(cast, request, service);
  return request;
}

async function include({ db, time }: Cast, request: string, service: string): Promise<void> {
  const found = await sql<{ by: string; needs: string; team: string | null }>`
    select provider_id as by, requester_id as needs, team_id as team from requests_request where id = ${request}`.execute(
    db,
  );
  const { by = '', needs = '', team = null } = found.rows[0] ?? {};
  await transact(db, async (tx) => {
    const due = new Date(time().getTime() + 20 * 3_600_000);
    const parties = { promiser: by, promisee: needs, team, service: neededAlong };
    const calendar = await calendarOf(tx, { person: by, team });
    const origin = { subject: 'request', id: request } as const;
    const promise = must(
      await makePromise(tx, { subject: 'promise', ...parties, deliverable: 'Along', due, calendar, origin }, time()),
    );
    await sql`insert into anticipation_included (request_id, needed_id, service_id, promise_id, by_id, at)
      values (${request}, ${neededAlong}, ${service}, ${promise}, ${by}, ${time()})`.execute(tx);
  });
}
