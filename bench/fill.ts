// A company as it stands after some years: people, teams, requests with their conversations, history and notices. Written as fast as the
// database takes them; only the latest requests are still open, however many there are in all. The same numbers give the same company.
import type pg from 'pg';

export const teams = 20;
export const membersOfTeam = 15;
export const people = 5_000;
const openOnes = 2_000;
const texts = 10_000;
const batch = 50_000;

/** One request in two hundred has this word in its title. */
export const rareWord = 'aurora';

/** Three thousand words that nobody has heard, a few of them in every sentence and most of them hardly ever, as in a language. */
const vocabulary = `create temporary table bench_word as
  select n, a.part || b.part || c.part as word from generate_series(0, 2999) n,
    lateral (select (array['ka','lo','mi','su','te','ri','no','va','pe','hu','dra','sto','ble','fin','gor'])[1 + n % 15] as part) a,
    lateral (select (array['lan','ri','tus','mo','ke','sa','von','dil','per','ta','nom','gu','sel','bi'])[1 + n / 15 % 14] as part) b,
    lateral (select (array['na','ro','sti','la','mer','ton','vis','ke','du','pal','ex','or','ing','a','us'])[1 + n / 210 % 15] as part) c`;
/** Other words for each `seed`, which stands in the query around it. */
const sentence = (length: number) =>
  `(select string_agg(w.word, ' ') from generate_series(1, ${length}) k
    cross join lateral (select floor(3000 * power(random(), 3) + 0 * (k + seed))::int as at) one join bench_word w on w.n = one.at)`;

const made = [
  'select setseed(0.42)',
  vocabulary,
  'create index on bench_word (n)',
  `create temporary table bench_ask as select n, title, details, search_vector(title, details) as search
    from (select seed as n, left(${sentence(7)} || case when seed >= ${texts} then ' ${rareWord}' else '' end, 200) as title, ${sentence(30)} as details
      from generate_series(0, ${texts + texts / 10 - 1}) seed) one`,
  'create index on bench_ask (n)',
  `create temporary table bench_said as select n, body, search_vector('', body) as search
    from (select seed as n, ${sentence(18)} as body from generate_series(0, ${texts - 1}) seed) one`,
  'create index on bench_said (n)',
  `create temporary table bench_someone as select (row_number() over (order by id) - 1)::int as n, id from directory_person`,
  'create index on bench_someone (n)',
  `create temporary table bench_team as select (row_number() over (order by t.id) - 1)::int as n, t.id,
    (select array_agg(person_id order by person_id) from directory_membership m where m.team_id = t.id) as members from directory_team t`,
  'analyze bench_word, bench_ask, bench_said, bench_someone, bench_team',
];

/** People without a team, beside those that are there: they ask, nobody asks them. */
const crowd = `with made as (
    insert into directory_person (id, name, email, language, zone, folded, created_at)
    select uuidv7(), 'Person ' || n, 'person' || n || '@example.com', 'en', 'UTC', 'person ' || n, now() from generate_series(1, $1) n
    returning id, name, email
  ) insert into auth_user (id, name, email) select id, name, email from made`;

/** Requests `$1` to `$2` of `$3`; the last ${openOnes} are open, one half asked, one half promised. */
const requests = `with base as (
    select no, uuidv7() as id, uuidv7() as promise, t.id as team, t.members[1 + no / ${teams} % array_length(t.members, 1)] as provider,
      a.id as requester, k.id as asking, w.title, w.details, w.search,
      case when $3 - no >= ${openOnes} then 'closed' when no / ${teams} % 2 = 0 then 'asked' else 'promised' end as state,
      now() - (($3 - no) * (interval '730 days' / $3)) as at
    from generate_series($1::bigint, $2::bigint) no
    join bench_team t on t.n = no % ${teams}
    join bench_team k on k.n = no * 7 / 3 % ${teams}
    join bench_someone a on a.n = (no * 7919) % (select count(*) from bench_someone)
    join bench_ask w on w.n = case when no % 200 = 0 then ${texts} + no / 200 % ${texts / 10} else no * 31 % ${texts} end
  ), them as (select * from base where requester <> provider),
  promised as (
    insert into promises_promise (id, subject, subject_id, promiser_id, promisee_id, team_id, asking_team_id, deliverable, due_at, first_due_at, zone, made_at, warn_at,
      state, delivered_at, ended_at, outcome)
    select promise, 'request', id, provider, requester, team, asking, left(title, 100), due, due, 'UTC', at, due - interval '4 hours',
      case when state = 'closed' then 'ended' else 'open' end, case when state = 'closed' then at + interval '1 day' end,
      case when state = 'closed' then at + interval '1 day' end, case when state = 'closed' then 'kept' end
    from them, lateral (select case when state = 'closed' then at + interval '2 days' else now() + interval '3 days' end as due) d where state <> 'asked' returning id
  ), asked as (
    insert into requests_request (id, number, title, details, state, requester_id, team_id, provider_id, greeted_by_id, greeted_at, greet_by, zone, promise_id,
      delivered_at, delivered_words, thanks, timing, quality, accuracy, created_at, updated_at, ended_at)
    select id, no, title, details, state, requester, team, case when state <> 'asked' then provider end, case when state <> 'asked' then provider end,
      case when state <> 'asked' then at end, case when state = 'asked' then now() + interval '5 hours' else at end, 'UTC', case when state <> 'asked' then promise end,
      case when state = 'closed' then at + interval '1 day' end, case when state = 'closed' then 'It is done.' end,
      case when state = 'closed' then 'Thank you!' end, case when state = 'closed' then 5 end, case when state = 'closed' then 4 end,
      case when state = 'closed' then 5 end, at, case when state = 'closed' then at + interval '1 day' else at end, case when state = 'closed' then at + interval '1 day' end
    from them returning id
  ), worded as (
    insert into requests_words (request_id, search) select id, search from them
  ), evented as (
    insert into requests_event (id, request_id, at, by_id, what)
    select uuidv7(), id, at + e.after, case when e.what in ('asked', 'accepted') then requester else provider end, e.what
    from them, (values ('asked', interval '0'), ('promised', interval '1 hour'), ('delivered', interval '20 hours'), ('accepted', interval '1 day')) e (what, after)
    where e.what = 'asked' or state = 'closed' or (e.what = 'promised' and state = 'promised')
  ), noticed as (
    insert into notices_notice (id, person_id, kind, subject, subject_id, actor_id, dedupe, created_at, read_at)
    select uuidv7(), case when k.kind = 'promised' then requester else provider end, k.kind, 'request', id,
      case when k.kind = 'promised' then provider else requester end, k.kind || ':' || id, at, case when state = 'closed' then at end
    from them, (values ('promised'), ('message')) k (kind) where state <> 'asked'
  )
  insert into requests_message (id, request_id, author_id, body, created_at, search)
  select uuidv7(), id, case when k % 2 = 0 then requester else provider end, said.body, at + k * interval '1 hour', said.search
  from them, generate_series(1, 3) k join bench_said said on true where said.n = (them.no * 13 + k * 101) % ${texts}`;

/** What is made anew at once after the filling, instead of word by word. */
async function wordIndexes(client: pg.PoolClient): Promise<{ name: string; definition: string }[]> {
  const found = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'goodturn' and tablename in ('requests_words', 'requests_message') and indexdef like '%gin%'`,
  );
  return found.rows;
}

/** Fills a company whose teams and members are there already with people and `count` requests; all on one connection. */
export async function fill(pool: pg.Pool, count: number, say: (sentence: string) => void): Promise<void> {
  const client = await pool.connect();
  try {
    const there = await client.query<{ count: number }>('select count(*)::int as count from directory_person');
    await client.query(crowd, [people - (there.rows[0]?.count ?? 0)]);
    for (const statement of made) await client.query(statement);
    const indexes = await wordIndexes(client);
    for (const { name } of indexes) await client.query(`drop index goodturn.${name}`);
    for (let from = 1; from <= count; from += batch) {
      const to = Math.min(from + batch - 1, count);
      await client.query(requests, [from, to, count]);
      if (to % 250_000 === 0) say(`${to} requests`);
    }
    await client.query("set maintenance_work_mem = '1GB'");
    for (const { definition } of indexes) await client.query(definition);
    await client.query(
      'insert into requests_counter (value) values ($1) on conflict (id) do update set value = excluded.value',
      [count],
    );
    // As it would be after a quiet night: nothing waits to be tidied up while we measure.
    await client.query('vacuum (analyze, freeze)');
    await client.query('checkpoint').catch(() => undefined);
  } finally {
    client.release(true);
  }
}
