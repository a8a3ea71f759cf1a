// For tests of the whole: one person's promises as everybody comes upon them: each is of a request that is served, found, listed and told of.
import { sql } from 'kysely';
import { newId, transact } from '../platform/db.ts';
import { announceAll } from '../platform/changes.ts';
import type { Cast, Someone } from './cast.ts';

/** Gives each promise of `whose` that has ended a request of its own, asked of IT by `second`; their ids. Streams and webhooks tell of each. */
export async function serveAll(cast: Cast, whose: Someone): Promise<string[]> {
  const asked = await cast.as('second', 'POST', '/api/requests', { body: { title: 'Cables', team: cast.it } });
  const { rows: promises } = await sql<{ id: string; revoked: boolean; at: Date }>`
    select id, outcome = 'revoked' as revoked, ended_at as at from promises_promise
    where promiser_id = ${cast.id[whose]} and state = 'ended'`.execute(cast.db);
  return transact(cast.db, async (tx) => {
    const made: string[] = [];
    for (const { id, revoked, at } of promises) {
      const request = newId();
      made.push(request);
      const served = {
        id: request,
        state: revoked ? 'revoked' : 'closed',
        promise_id: id,
        provider_id: cast.id[whose],
        greeted_by_id: cast.id[whose],
        greeted_at: at,
        delivered_at: revoked ? null : at,
        ended_at: at,
      };
      await sql`
        with counted as (update requests_counter set value = value + 1 returning value)
        insert into requests_request select (jsonb_populate_record(r, ${JSON.stringify(served)}::jsonb || jsonb_build_object('number', counted.value))).*
        from requests_request r, counted where r.id = ${String(asked.body['id'])}`.execute(tx);
      await sql`insert into requests_words select ${request}, search from requests_words where request_id = ${String(asked.body['id'])}`.execute(
        tx,
      );
      await sql`update promises_promise set subject_id = ${request} where id = ${id}`.execute(tx);
    }
    await announceAll(
      tx,
      made.map((id) => ({ subject: 'request', id, kind: 'accepted' })),
    );
    return made;
  });
}
