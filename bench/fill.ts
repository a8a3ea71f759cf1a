// A company with many requests, one in two hundred still open, written as fast as the database takes them.
import type pg from 'pg';

const common =
  'printer projector room linen invoice schedule kitchen guest key card window door light heating menu wine order delivery contract signature holiday shift uniform laptop screen cable password account network coffee breakfast table chair garden wedding conference elevator towel sauna pool parking bicycle taxi'.split(
    ' ',
  );

/** Fills one team with `requests` requests of three replies each; every 200th of them says "aurora". */
export async function fill(pool: pg.Pool, ids: { team: string; asker: string; provider: string }, requests: number) {
  const words = `(array[${common.map((word) => `'${word}'`).join(',')}])`;
  const sentence = (seed: string, length: number) =>
    `(select string_agg(${words}[1 + (hashint8(${seed} * 31 + k) & 1023) % ${common.length}], ' ') from generate_series(1, ${length}) k)`;
  for (let from = 1; from <= requests; from += 5000) {
    const to = Math.min(from + 4999, requests);
    await pool.query(
      `with made as (
        insert into requests_request (id, number, title, details, state, requester_id, team_id, greet_by, zone, created_at, updated_at, ended_at)
        select uuidv7(), n, ${sentence('n', 7)} || case when n % 200 = 0 then ' aurora' else '' end, ${sentence('n * 7', 30)},
          case when n % 200 = 7 then 'asked' else 'withdrawn' end, $2, $1, now() + interval '1 hour', 'UTC', now() - n * interval '1 minute',
          now() - n * interval '1 minute', case when n % 200 = 7 then null else now() end
        from generate_series($3::bigint, $4::bigint) n returning id, number, title, details, created_at
      ), worded as (
        insert into requests_words (request_id, search) select id, search_vector(title, details) from made
      ), evented as (
        insert into requests_event (id, request_id, at, by_id, what) select uuidv7(), id, created_at, $2, 'asked' from made
      )
      insert into requests_message (id, request_id, author_id, body, created_at, search)
      select uuidv7(), id, case when k % 2 = 0 then $2 else $5 end, said.body, created_at + k * interval '10 seconds', search_vector('', said.body)
      from made, generate_series(1, 3) k, lateral (select ${sentence('number * 13 + k', 18)} as body) said`,
      [ids.team, ids.asker, from, to, ids.provider],
    );
  }
  await pool.query('insert into requests_counter (value) values ($1) on conflict (id) do update set value = $1', [
    requests,
  ]);
  await pool.query('vacuum analyze');
}
