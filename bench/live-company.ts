// The company of the bench of live news: teams, people and open requests, and a session for everybody who listens or writes.
import { createAuth, secretOf } from '../server/auth/auth.ts';
import { addTeam, createCompany } from '../server/directory/directory.ts';
import { transact, type Database } from '../server/platform/db.ts';
import { isRefused, type Outcome } from '../server/platform/outcome.ts';

export type Person = { id: string; cookie: string };
export type Team = { id: string; members: string[]; writers: Person[] };
export type Company = { listeners: Person[]; teams: Team[]; requests: { id: string; team: number }[] };

const teamCount = 20;
const membersEach = 15;
const writersEach = 2;
const requestCount = 2000;

const must = <T>(outcome: Outcome<T>): Exclude<T, { refused: unknown }> => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome as Exclude<T, { refused: unknown }>;
};

/** `people` of them listen; the first ones are the teams' members, and any of them may need something. Writers are further people, two in each team. */
export async function makeCompany(database: Database, people: number, base: URL): Promise<Company> {
  const { db, pool } = database;
  const now = new Date();
  const teamIds = await transact(db, async (tx) => {
    const administrator = { name: 'Boss', email: 'boss@example.com' };
    const company = { name: 'Bench', language: 'en', zone: 'UTC', country: 'FI', administrator } as const;
    must(await createCompany(tx, company, now));
    const ids: string[] = [];
    for (let n = 0; n < teamCount; n += 1) ids.push(must(await addTeam(tx, { name: `Team ${n}` }, now)).id);
    return ids;
  });
  const all = await pool.query<{ id: string }>(
    `with made as (
      insert into directory_person (id, name, email, language, zone, folded, created_at)
      select uuidv7(), 'Person ' || n, 'person' || n || '@example.com', 'en', 'UTC', ' person ' || n, now() from generate_series(1, $1::int) n
      returning id, name, email
    ), accounts as (insert into auth_user (id, name, email) select id::text, name, email from made)
    select id from made order by substr(name, 8)::int`,
    [people + teamCount * writersEach],
  );
  const ids = all.rows.map(({ id }) => id);
  const teams = teamIds.map((id, index) => ({
    id,
    members: ids.slice(index * membersEach, (index + 1) * membersEach),
    writing: ids.slice(people + index * writersEach, people + (index + 1) * writersEach),
  }));
  for (const { id, members, writing } of teams)
    await pool.query(
      'insert into directory_membership (team_id, person_id, lead) select $1, person, false from unnest($2::uuid[]) person',
      [id, [...members, ...writing]],
    );
  const secret = await secretOf(db);
  const auth = createAuth({ pool, baseUrl: base.origin, secret, clock: () => new Date() });
  const signedIn = async (id: string): Promise<Person> => ({
    id,
    cookie: (await auth.signInAs(db, id, now))?.cookie.split(';')[0] ?? '',
  });
  const requests = await pool.query<{ id: string; number: number }>(
    `insert into requests_request (id, number, title, state, requester_id, team_id, greet_by, zone, created_at, updated_at)
    select uuidv7(), n, 'Something is broken ' || n, 'asked', ($1::uuid[])[1 + n % cardinality($1::uuid[])],
      ($2::uuid[])[1 + n % cardinality($2::uuid[])], now() + interval '8 hours', 'UTC', now(), now()
    from generate_series(1, $3::int) n returning id, number`,
    [ids.slice(0, people), teamIds, requestCount],
  );
  await pool.query(
    'insert into requests_words (request_id, search) select id, search_vector(title, null) from requests_request',
  );
  await pool.query('insert into requests_counter (value) values ($1) on conflict (id) do update set value = $1', [
    requestCount,
  ]);
  await pool.query('vacuum analyze');
  const made: Team[] = [];
  for (const { writing, ...team } of teams) made.push({ ...team, writers: await Promise.all(writing.map(signedIn)) });
  const listeners: Person[] = [];
  for (let from = 0; from < people; from += 10)
    listeners.push(...(await Promise.all(ids.slice(from, Math.min(from + 10, people)).map(signedIn))));
  return {
    listeners,
    teams: made,
    requests: requests.rows.map(({ id, number }) => ({ id, team: number % teamCount })),
  };
}
