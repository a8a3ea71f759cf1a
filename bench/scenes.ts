// What an ordinary employee does all day, as calls through HTTP; each beside the least that a database would have to do for it.
import type { Shot } from './load.ts';

export type Company = {
  /** Cookies of members of one team, each with a session of their own. */
  members: readonly string[];
  team: string;
  /** A team that nobody lists: what is created here waits there. */
  elsewhere: string;
  /** Newest requests of that team, ended ones among them. */
  requests: readonly string[];
  rareWord: string;
  /** A goal of that team, its history reckoned. */
  goal: string;
};

export type Scene = {
  name: string;
  /** CPU of the whole call, as a multiple of the limit's; null where nobody has set one. */
  goal: number | null;
  /** One act; of several calls, when it takes several. */
  shots: (index: number) => Shot[];
  cookie: (index: number) => string;
};

/** @param run differs each time, so that no write is taken for a repetition of an earlier one */
export function scenesOf(company: Company, run: string): Scene[] {
  const cookie = (index: number) => company.members[index % company.members.length] ?? '';
  const request = (index: number) => `/api/requests/${company.requests[index % company.requests.length]}`;
  const get = (path: string): Shot => ({ method: 'GET', path });
  const post = (path: string, index: number, body: object): Shot => ({
    method: 'POST',
    path,
    body,
    headers: { 'idempotency-key': `${run} ${path} ${index}` },
  });
  return [
    { name: 'read one', goal: 6, cookie, shots: (index) => [get(request(index))] },
    { name: 'its conversation', goal: null, cookie, shots: (index) => [get(`${request(index)}/messages`)] },
    { name: 'list 50 of a queue', goal: 10, cookie, shots: () => [get(`/api/teams/${company.team}/queue?limit=50`)] },
    { name: 'trust of a team', goal: null, cookie, shots: () => [get(`/api/teams/${company.team}/trust`)] },
    { name: 'trust of mine', goal: null, cookie, shots: () => [get('/api/me/trust?every=month')] },
    { name: 'today', goal: null, cookie, shots: () => [get('/api/today')] },
    { name: 'a goal', goal: null, cookie, shots: () => [get(`/api/goals/${company.goal}`)] },
    { name: 'goals of a team', goal: null, cookie, shots: () => [get(`/api/teams/${company.team}/goals`)] },
    { name: 'search, 0.5 % match', goal: 1.5, cookie, shots: () => [get(`/api/search?q=${company.rareWord}`)] },
    {
      name: 'reply',
      goal: 5,
      cookie,
      shots: (index) => [
        post(`${request(index)}/messages`, index, {
          body: 'Good morning, I will come by before lunch and look at the cable.',
        }),
      ],
    },
    {
      name: 'create',
      goal: 5,
      cookie,
      shots: (index) => [
        post('/api/requests', index, {
          title: `The projector in room ${index} shows only green`,
          details: 'It began this morning after the cleaning. We need it at one o’clock for the guests from Turku.',
          team: company.elsewhere,
        }),
      ],
    },
  ];
}
