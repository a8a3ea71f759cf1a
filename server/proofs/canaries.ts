// For tests of the whole: a story with a word of its own in every field that not everybody may read, and who may read each.
import { sql } from 'kysely';
import { hideInMeetings } from './appointments.ts';
import { hideInArticles } from './articles.ts';
import { hideInCourtesy } from './canaries-courtesy.ts';
import { hideInLinks } from './canaries-links.ts';
import { hideInGoals } from './goals.ts';
import { hideInFiles } from './files.ts';
import { hideInIdeas } from './ideas.ts';
import { hideInMoves } from './moves.ts';
import { hideInPromises, hideInRisk } from './canaries-promises.ts';
import { png } from './calls.ts';
import { hideInServices } from './canaries-catalog.ts';
import { hideInSight } from './canaries-sight.ts';
import { people, type Caller, type Cast, type Heard } from './cast.ts';
import { newId } from '../platform/db.ts';
import { newPerson } from './things.ts';

export type Canary = { word: string; where: string; may: ReadonlySet<Caller> };

export const signedIn = people.filter((who) => who !== 'gone');
export const servers = ['provider', 'member', 'lead', 'insider', 'helper'] as const;
export const askers = ['requester', 'asker', 'participant'] as const;
const kitchen = ['otherMember', 'otherLead'] as const;

export const madeUpWords = /[a-z]{2}kanari[a-z]*?zq/g;

/** No other word begins in the same way. */
function wordFor(where: string, index: number) {
  const letters = 'bcdfghjkmnpqrtvwxz';
  const first = letters[Math.floor(index / letters.length) % letters.length];
  return `${first}${letters[index % letters.length]}kanari${where.toLowerCase().replaceAll(/[^a-z]/g, '')}zq`;
}

type Tale = ReturnType<typeof begin>;

function begin(cast: Cast, canaries: Canary[]) {
  const canary = (where: string, may: Iterable<Caller>, word = wordFor(where, canaries.length)) => {
    canaries.push({ word, where, may: new Set(may) });
    return word;
  };
  const said = async (
    who: Caller,
    method: 'POST' | 'PUT' | 'PATCH',
    url: string,
    body: object,
    headers = {},
  ): Promise<Heard> => {
    const answer = await cast.as(who, method, url, { body, headers });
    if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`);
    return answer;
  };
  const must = async (...call: Parameters<typeof said>) => String((await said(...call)).body['id']);
  const at = (id: string) => (who: Caller, path: string, body: object) =>
    must(who, 'POST', `/api/requests/${id}/${path}`, body);
  const due = (hours: number) => new Date(cast.time().getTime() + hours * 3_600_000).toISOString();
  return { cast, canary, said, must, at, due };
}

/** Tells the story: the words hidden in it, and the requests that it is about. */
export async function hideCanaries(cast: Cast): Promise<
  Record<'requests' | 'articles' | 'files' | 'services' | 'appointments' | 'ideas' | 'goals', string[]> & {
    canaries: Canary[];
  }
> {
  const canaries: Canary[] = [];
  const tale = begin(cast, canaries);
  const requests: string[] = [];
  for (const chapter of [served, insiders, byName, handedOver, farewell, declined, given])
    requests.push(await chapter(tale));
  const services = await hideInServices(cast, tale.canary);
  requests.push(...(await hideInLinks(cast, tale.canary, { askers, servers })));
  const ideas = await hideInIdeas(cast, tale.canary);
  const articles = await hideInArticles(cast, tale.canary);
  const { files, request, articles: shown } = await hideInFiles(cast, tale.canary);
  requests.push(request, ...(await hideInSight(cast, tale.canary, signedIn)), await hideInMoves(cast, tale.canary));
  const appointments = await hideInMeetings(cast, tale.canary);
  const goals = await hideInGoals(cast, tale.canary, servers);
  requests.push(await hideInCourtesy(cast, tale.canary));
  await hideInPromises(cast, tale.canary);
  await hideInRisk(cast, tale.canary);
  await keys(tale);
  await secrets(tale);
  return { canaries, requests, articles: [...articles, ...shown], files, services, appointments, ideas, goals };
}

/** Words in the middle of others, as people write. */
const amid = (word: string) => `Well, ${word} it is`;
const note = (word: string) => ({ kind: 'note', body: amid(word) });

/** A request served from the ask to the thanks, given back once on the way. */
async function served(tale: Tale): Promise<string> {
  const { cast, canary, must, said, at, due } = tale;
  const all = [...askers, ...servers];
  const say = (where: string) => amid(canary(where, all));
  const id = await must('asker', 'POST', '/api/requests', {
    title: say('title'),
    details: say('details'),
    team: cast.it,
    onBehalfOf: cast.id.requester,
    participants: [cast.id.participant],
  });
  canary('id of a request', all, id);
  const act = at(id);
  await act('participant', 'messages', { body: say('message') });
  canary('id of a note', servers, await act('member', 'messages', note(canary('note', servers))));
  await act('lead', 'messages', {
    kind: 'note',
    body: `@[Provider](person:${cast.id.provider}) ${canary('note that names', servers)}`,
  });
  await act('provider', 'greeting', { words: say('greeting') });
  await act('provider', 'counter-offer', { deliverable: say('offer'), due: due(4), reason: say('reason to offer') });
  await act('asker', 'counter-offer/reply', { words: say('reply') });
  await act('provider', 'promise', { deliverable: say('deliverable'), due: due(5), words: say('words of a promise') });
  await act('provider', 'renegotiation', { due: due(20), reason: say('reason to renegotiate') });
  await act('requester', 'renegotiation/answer', { answer: 'hold', words: say('words of holding') });
  await act('provider', 'delivery', { done: amid('done once') });
  await act('requester', 'return', { missing: say('missing') });
  await act('provider', 'delivery', { done: say('delivery') });
  await act('requester', 'acceptance', { thanks: say('thanks'), ratings: { timing: 2, quality: 3, accuracy: 4 } });
  const rating = {
    clear: true,
    complete: true,
    inTime: true,
    thanked: true,
    words: canary('rating of the ask', ['provider']),
  };
  await said('provider', 'PUT', `/api/requests/${id}/ask-rating`, rating);
  return id;
}

/** Who needs something of their own team reads none of its notes about that. */
async function insiders(tale: Tale): Promise<string> {
  const { cast, canary, must, at } = tale;
  const id = await must('insider', 'POST', '/api/requests', {
    title: amid(canary('title of an insider', servers)),
    team: cast.it,
  });
  const others = servers.filter((who) => who !== 'insider');
  const act = at(id);
  canary(
    'id of a note on an insider',
    others,
    await act('member', 'messages', note(canary('note on an insider', others))),
  );
  await act('lead', 'messages', {
    kind: 'note',
    body: `@[Insider](person:${cast.id.insider}) ${canary('note that names an insider', others)}`,
  });
  return id;
}

async function byName(tale: Tale): Promise<string> {
  const { cast, canary, must, at, due } = tale;
  const both = ['requester', 'named'] as const;
  const id = await must('requester', 'POST', '/api/requests', {
    title: canary('title between two', both),
    person: cast.id.named,
  });
  canary('id of a request between two', both, id);
  await at(id)('named', 'messages', { body: canary('message between two', both) });
  await at(id)('named', 'promise', { deliverable: canary('deliverable between two', both), due: due(1) });
  await at(id)('named', 'revocation', { reason: canary('reason to take back', both), missReason: 'forgot' });
  return id;
}

/** From one team to another: its notes stay behind, with the one of that team who still reads along. */
async function handedOver(tale: Tale): Promise<string> {
  const { cast, canary, must, said, at } = tale;
  const now = [...askers, 'member', 'second', ...kitchen] as const;
  const id = await must('asker', 'POST', '/api/requests', {
    title: canary('title handed over', now),
    team: cast.it,
    onBehalfOf: cast.id.requester,
    participants: [cast.id.participant, cast.id.member],
  });
  const act = at(id);
  canary(
    'id of a note left behind',
    ['member'],
    await act('provider', 'messages', note(canary('note left behind', ['member']))),
  );
  await act('lead', 'hand-over', { team: cast.kitchen, context: amid(canary('context', now)) });
  await said('requester', 'PUT', `/api/requests/${id}/participants/${cast.id.second}`, {});
  await act('otherMember', 'messages', note(canary('note of the next team', kitchen)));
  await act('otherMember', 'refusal', { reason: canary('refusal', now), instead: canary('instead', now) });
  await act('requester', 'reopening', { reason: canary('reason to reopen', now) });
  await act('otherLead', 'greeting', { words: canary('greeting of the next team', now) });
  return id;
}

/** An administrator hands over what somebody who leaves was asked, and reads none of it. */
async function farewell(tale: Tale): Promise<string> {
  const { cast, canary, must, said } = tale;
  const all = ['requester', 'named'] as const;
  const person = await newPerson(cast, 'Extra Leaver');
  const id = await must('requester', 'POST', '/api/requests', {
    title: amid(canary('title asked of one who left', all)),
    person,
  });
  const held = await cast.as('administrator', 'GET', `/api/people/${person}/held`);
  const left = await said('administrator', 'POST', `/api/people/${person}/farewell`, {
    shares: [{ team: null, to: cast.id.named }],
    context: amid(canary('words of a farewell', all)),
  });
  if (/kanari/.test(held.text + left.text)) throw new Error(`The administrator reads ${held.text} ${left.text}`);
  return id;
}

async function declined(tale: Tale): Promise<string> {
  const { cast, canary, must, said, at } = tale;
  const seen = ['otherLead', ...servers] as const;
  const id = await must('otherLead', 'POST', '/api/requests', {
    title: 'A lamp',
    details: canary('details before', seen),
    team: cast.it,
  });
  await said(
    'otherLead',
    'PATCH',
    `/api/requests/${id}`,
    { title: canary('title after', seen) },
    { 'if-match': '"1"' },
  );
  await at(id)('lead', 'refusal', {
    reason: canary('reason to decline', seen),
    instead: canary('where to go instead', seen),
  });
  return id;
}

/** A promise given, let go and withdrawn; somebody read along for a while. */
async function given(tale: Tale): Promise<string> {
  const { cast, canary, must, at, due } = tale;
  const seen = ['second', ...kitchen] as const;
  const id = await must('second', 'POST', '/api/requests', {
    title: canary('title released', seen),
    team: cast.kitchen,
    participants: [cast.id.named],
  });
  await at(id)('otherLead', 'promise', { deliverable: 'Soup', due: due(3) });
  await at(id)('second', 'release', { words: canary('words of letting go', seen) });
  await cast.as('second', 'DELETE', `/api/requests/${id}/participants/${cast.id.named}`);
  await at(id)('second', 'messages', { body: canary('message after somebody went', seen) });
  await at(id)('second', 'withdrawal', { reason: canary('reason to withdraw', seen) });
  return id;
}

/** What people hold: an address that is no longer in use, a photo, a password, links, a passkey. */
async function keys({ cast, canary, said }: Tale) {
  const { id, db } = cast;
  canary('address of somebody who left', ['administrator'], 'gone@example.com');
  const photo = Buffer.concat([png, Buffer.from(canary('photo', signedIn))]);
  const headers = { 'content-type': 'image/png' };
  await said('second', 'PUT', `/api/people/${id.second}/photo`, photo, headers);
  const next = canary('password', []);
  await said('named', 'PUT', '/api/password', { current: 'correct horse battery', next });
  cast.cookie.named = await cast.enter('named');
  for (const path of [`${id.newcomer}/invitation`, `${id.second}/reset-link`]) {
    const link = await said('administrator', 'POST', `/api/people/${path}`, {});
    canary(`link of ${path.split('/')[1]}`, [], String(link.body['url']).split('/').at(-1));
  }
  await sql`
    insert into auth_passkey (id, user_id, name, credential_id, public_key, counter, device_type, backed_up)
    values (${newId()}, ${id.second}, ${canary('name of a passkey', ['second'])}, ${canary('credential', [])}, ${canary('public key', [])}, 0, 'x', false)`.execute(
    db,
  );
  const hook = {
    name: canary('name of a webhook', ['otherMember', 'administrator']),
    url: `https://hooks.example.com/${canary('address of a webhook', ['otherMember'])}`,
  };
  const hooked = await said('otherMember', 'POST', '/api/webhooks', hook);
  canary('secret of a webhook', [], String(hooked.body['secret']).slice('whsec_'.length));
  const name = canary('name of a token', ['member', 'administrator']);
  const made = await said('member', 'POST', '/api/tokens', { name, scopes: ['read'] });
  canary('token', [], String(made.body['token']));
  const day = { date: '2026-12-06', hours: [], note: canary('note in a calendar', signedIn) };
  const { etag } = (await cast.as('lead', 'GET', `/api/teams/${cast.it}`)).headers;
  await said('lead', 'PATCH', `/api/teams/${cast.it}`, { exceptions: [day] }, { 'if-match': String(etag) });
}

/** What nobody reads, as it lies in the database. */
async function secrets({ cast, canary }: Tale) {
  const found = await sql<{ kind: string; owner: string | null; word: string }>`
    select 'token of a session' as kind, null as owner, token as word from auth_session
    union all select 'id of a session', user_id, id from auth_session
    union all select 'kept password', null, password from auth_account
    union all select 'kept link', null, encode(token_hash, 'hex') from auth_link
    union all select 'kept link as base64', null, encode(token_hash, 'base64') from auth_link
    union all select 'hash of a token', null, encode(token_hash, 'hex') from auth_token
    union all select 'hash of a token as base64', null, encode(token_hash, 'base64') from auth_token
    union all select 'secret', null, secret from auth_secret
    union all select 'id of a notice', person_id::text, id::text from notices_notice`.execute(cast.db);
  const nameOf = (owner: string | null) => people.find((who) => cast.id[who] === owner);
  for (const { kind, owner, word } of found.rows) {
    const who = nameOf(owner);
    canary(kind, who ? [who] : [], word);
  }
}
