// For tests of the whole: words hidden in requests of private services, in every state of their lives, of two teams that are never to see
// each other's; in one that waits for a yes; and in an open one, which everybody may read.
import { Form } from '../../contract/forms.ts';
import { createService } from '../catalog/catalog.ts';
import { transact } from '../platform/db.ts';
import { must as made } from '../requests/for-tests.ts';
import type { Caller, Cast, Someone } from './cast.ts';

type Say = (where: string, may: Iterable<Caller>) => string;

const form = Form.parse([
  { key: 'words', kind: 'text', label: 'In your own words' },
  { key: 'why', kind: 'text', label: 'Why?', showIf: { tests: [{ field: 'words', is: 'notAnswered' }] } },
]);

const it = ['provider', 'member', 'lead', 'insider', 'helper'] as const;
const kitchen = ['otherMember', 'otherLead'] as const;
type Team = { team: 'it' | 'kitchen'; needs: Someone; serves: Someone; servers: readonly Someone[] };
const teams: readonly Team[] = [
  { team: 'it', needs: 'requester', serves: 'provider', servers: it },
  { team: 'kitchen', needs: 'second', serves: 'otherMember', servers: kitchen },
];

/** Hides them; answers with the requests. */
export async function hideInSight(cast: Cast, say: Say, everyone: readonly Caller[]): Promise<string[]> {
  const requests = [await waiting(cast, say), await open(cast, say, everyone)];
  for (const team of teams) {
    const service = await offer(cast, team, 'private');
    for (const way of Object.keys(ways)) requests.push(await ask(cast, say, team, service, way));
  }
  return requests;
}

let offered = 0;
const offer = async (cast: Cast, { team }: Pick<Team, 'team'>, sight: 'private' | 'open', approver?: Someone) =>
  made(
    await transact(cast.db, (tx) =>
      createService(
        tx,
        {
          team: cast[team],
          name: `Matter ${(offered += 1)}`,
          sight,
          form,
          checklist: ['Listen'],
          ...(approver ? { approval: { mode: 'inOrder', steps: [{ person: cast.id[approver] }] } } : {}),
        },
        cast.time(),
      ),
    ),
  ).id;

async function call(
  cast: Cast,
  who: Someone,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  body?: object,
  version?: number,
): Promise<{ id: string; version: number }> {
  const headers = { ...(version === undefined ? {} : { 'if-match': `"${version}"` }) };
  const answer = await cast.as(who, method, url, { headers, ...(body ? { body } : {}) });
  if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
  return { id: String(answer.body['id']), version: Number(answer.body['version']) };
}

type Step = [by: 'needs' | 'serves', path: string, body: object];
const due = (cast: Cast) => new Date(cast.time().getTime() + 3_600_000).toISOString();

/** How a request comes into each state, with a word of its own where the state has one. */
const ways: Record<string, (cast: Cast, word: (where: string) => string) => Step[]> = {
  asked: () => [],
  greeted: (_, word) => [['serves', 'greeting', { words: word('greeting') }]],
  countered: (cast, word) => [
    ['serves', 'counter-offer', { deliverable: word('offer'), due: due(cast), reason: word('reason') }],
  ],
  promised: (cast, word) => [['serves', 'promise', { deliverable: word('deliverable'), due: due(cast) }]],
  delivered: (cast, word) => [
    ['serves', 'promise', { deliverable: 'It', due: due(cast) }],
    ['serves', 'delivery', { done: word('delivery') }],
  ],
  closed: (cast, word) => [
    ['serves', 'promise', { deliverable: 'It', due: due(cast) }],
    ['serves', 'delivery', { done: 'Done' }],
    ['needs', 'acceptance', { thanks: word('thanks') }],
  ],
  declined: (_, word) => [['serves', 'refusal', { reason: word('refusal') }]],
  withdrawn: (_, word) => [['needs', 'withdrawal', { reason: word('withdrawal') }]],
  revoked: (cast, word) => [
    ['serves', 'promise', { deliverable: 'It', due: due(cast) }],
    ['serves', 'revocation', { reason: word('revocation'), missReason: 'forgot' }],
  ],
};

async function ask(cast: Cast, say: Say, team: Team, service: string, way: string): Promise<string> {
  const may = [team.needs, ...team.servers];
  const word = (where: string) => say(`${where} in private ${way} ${team.team}`, may);
  const { id } = await call(cast, team.needs, 'POST', '/api/requests', { service, title: word('title') });
  const at = `/api/requests/${id}`;
  await call(cast, team.serves, 'POST', `${at}/messages`, {
    body: say(`note of private ${way} ${team.team}`, team.servers),
    kind: 'note',
  });
  // What goes with every state is hidden once; each state has its own words besides.
  if (way === 'asked') {
    const answers = { words: word('answer'), why: say(`hidden answer ${team.team}`, []) };
    const { version } = await call(cast, team.needs, 'GET', at);
    await call(cast, team.needs, 'PATCH', at, { details: word('details'), answers }, version);
    await call(cast, team.serves, 'POST', `${at}/messages`, { body: word('message') });
    await call(cast, team.serves, 'POST', `${at}/checklist`, { words: word('thing to tick off') });
  }
  for (const [by, path, given] of ways[way]?.(cast, word) ?? [])
    await call(cast, team[by], 'POST', `${at}/${path}`, given);
  return id;
}

/** One that waits for a yes: whoever is asked sees it from then on, and no notes. */
async function waiting(cast: Cast, say: Say): Promise<string> {
  const [team] = teams as [Team];
  const service = await offer(cast, team, 'private', 'named');
  const may: Caller[] = ['requester', 'named', ...it];
  const word = (where: string) => say(`${where} that waits for a yes`, may);
  const { id } = await call(cast, 'requester', 'POST', '/api/requests', { service, title: word('title') });
  await call(cast, 'provider', 'POST', `/api/requests/${id}/messages`, {
    body: say('note on one that waits for a yes', it),
    kind: 'note',
  });
  await call(cast, 'named', 'POST', `/api/requests/${id}/approval`, { words: word('yes') });
  return id;
}

/** An open one: read by all who are signed in, but for its notes. */
async function open(cast: Cast, say: Say, everyone: readonly Caller[]): Promise<string> {
  const service = await offer(cast, { team: 'it' }, 'open');
  const body = {
    service,
    title: say('title of an open one', everyone),
    answers: { words: say('open answer', everyone) },
  };
  const { id } = await call(cast, 'requester', 'POST', '/api/requests', body);
  await call(cast, 'provider', 'POST', `/api/requests/${id}/messages`, {
    body: say('message in an open one', everyone),
  });
  await call(cast, 'member', 'POST', `/api/requests/${id}/messages`, {
    body: say('note in an open one', it),
    kind: 'note',
  });
  return id;
}
