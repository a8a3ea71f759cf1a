// The hot queries: everything that people do all day and that runs every minute, called as it is called in the running server.
import type { App } from '../server/app.ts';
import { secretOf, createAuth } from '../server/auth/auth.ts';
import { whoStays } from '../server/directory/directory.ts';
import { changesAfter, forgetChanges, latest, reachOf } from '../server/platform/changes.ts';
import { forgetAnswers } from '../server/platform/answers.ts';
import type { Database } from '../server/platform/db.ts';
import { sweep } from '../server/requests/jobs.ts';
import { requestAudiences } from '../server/requests/requests.ts';

export type HotQuery = {
  name: string;
  run: () => Promise<unknown>;
  /** More may be looked at than usual: so many rows, and why. */
  base?: number;
  why?: string;
};

const origin = 'http://localhost:4600';

/** The hot queries of this company, as a member of a team who asks a good deal as well. */
export async function hotQueries(app: App, database: Database, rareWord: string, now: Date): Promise<HotQuery[]> {
  const { db, pool } = database;
  const found = await pool.query<{ person: string; team: string; session: string }>(
    'select person_id as person, team_id as team from directory_membership order by team_id, person_id limit 1',
  );
  const { person = '', team = '' } = found.rows[0] ?? {};
  const auth = createAuth({ pool, baseUrl: origin, secret: await secretOf(db), clock: () => now });
  const made = await auth.signInAs(db, person, now);
  const cookie = made?.cookie.split(';')[0] ?? '';
  const requests = await pool.query<{ id: string }>(
    'select id from requests_request where team_id = $1 order by number desc limit 200',
    [team],
  );
  const ids = requests.rows.map(({ id }) => id);
  const last = ids.at(-1) ?? '';
  let key = 0;

  const call = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<{ next?: string | null }> => {
    const headers = { cookie, host: 'localhost:4600', origin, 'idempotency-key': `plans-${(key += 1)}` };
    const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    if (answer.statusCode >= 300) throw new Error(`${method} ${url} answered ${answer.statusCode}: ${answer.body}`);
    return answer.body ? answer.json() : {};
  };
  const get = (url: string) => () => call('GET', url);
  const queue = `/api/teams/${team}/queue?limit=50`;
  const next = async (url: string) => `${url}&cursor=${encodeURIComponent((await call('GET', url)).next ?? '')}`;
  const queueOn = await next(`${queue}&part=ended`);
  const mineOn = await next('/api/requests?limit=50');
  const change = { cursor: '0-0', subject: 'request', id: last, kind: 'message', recipient: null };
  const many = ids.slice(0, 100).map((id) => ({ ...change, id }));
  const searched = { base: 12_000, why: 'the newest of each kind of match are ranked, up to a bound' };

  return [
    { name: 'a request', run: get(`/api/requests/${last}`) },
    { name: 'its conversation', run: get(`/api/requests/${last}/messages`) },
    { name: 'a queue', run: get(queue) },
    { name: 'a queue, what ended', run: get(`${queue}&part=ended`) },
    { name: 'a queue, the next page', run: get(queueOn) },
    { name: 'today', run: get('/api/today'), base: 4000, why: 'what is open is counted for each team' },
    { name: 'my requests', run: get('/api/requests?limit=50') },
    { name: 'my requests, the next page', run: get(mineOn) },
    { name: 'what I asked', run: get('/api/requests?limit=50&role=asked') },
    { name: 'what I serve', run: get('/api/requests?limit=50&role=serving') },
    { name: 'what is late', run: get('/api/requests?limit=50&late=true') },
    { name: 'notices', run: get('/api/notices?limit=50') },
    { name: 'search, a rare word', run: get(`/api/search?q=${rareWord}`), ...searched },
    { name: 'search, a common word', run: get('/api/search?q=kalan'), ...searched },
    { name: 'search, a filter alone', run: get('/api/search?q=is:open'), base: 6000, why: 'up to 2000 are counted' },
    { name: 'a reply', run: () => call('POST', `/api/requests/${ids[1]}/messages`, { body: 'I will come by.' }) },
    { name: 'a new request', run: () => call('POST', '/api/requests', { title: 'The lamp is broken', team }) },
    { name: 'the sweep', run: () => sweep(db, now) },
    { name: 'mail', run: () => app.outgoing.mailer.deliver() },
    { name: 'pushes', run: () => app.outgoing.push.deliver() },
    { name: 'webhooks', run: () => app.courier.readOn() },
    { name: 'live: the tail of the log', run: async () => changesAfter(db, await latest(db), 500) },
    { name: 'live: how far the log reaches', run: () => reachOf(db) },
    {
      name: 'live: who hears',
      run: async () => requestAudiences.request(db, many),
      base: 4000,
      why: 'the members of each team',
    },
    { name: 'live: who is still signed in', run: () => whoStays(db, [made?.session ?? ''], now) },
    { name: 'forgetting answers', run: () => forgetAnswers(db, now) },
    { name: 'forgetting changes', run: () => forgetChanges(db, now) },
  ];
}
