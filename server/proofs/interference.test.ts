// Non-interference: the same story in two worlds, in one of which a team writes notes to itself, also about an open request, links requests
// with one that the others do not see, and somebody asks for something private. Whoever may not read that finds no difference: not in a
// byte, a count, a version, an ETag, a page, a notice, a mail or an event, whatever becomes of the request.
// (The private one comes last: numbers of requests count all that were ever asked.)
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createService } from '../catalog/catalog.ts';
import { newId, transact } from '../platform/db.ts';
import { must } from '../requests/for-tests.ts';
import { openCast, type Caller, type Cast, type Someone } from './cast.ts';
import { receiveMails } from './letters.ts';
import { follow, milestone, readAll, toldBy, type Known } from './views.ts';

const word = 'gkanarinote';
/** otherMember needs something of their own team, whose lead writes notes about that; the rest has nothing to do with notes at all. */
const readers = [
  'requester',
  'asker',
  'participant',
  'second',
  'otherMember',
  'named',
  'administrator',
  'nobody',
] as const;
type World = { cast: Cast; links: number; seen: Record<string, string[]>; told: (who: Caller) => string[] };

const worlds: World[] = [];
beforeAll(async () => {
  worlds.push(...(await Promise.all([live(false), live(true)])));
}, 300_000);
afterAll(() => Promise.all(worlds.map(({ cast }) => cast.close())));

async function live(notes: boolean): Promise<World> {
  const cast = await openCast('2026-11-24T08:00:00Z');
  const address = await cast.http.listen({ port: 0, host: '127.0.0.1' });
  const followed = await Promise.all(readers.map((who) => follow(cast, address, who)));
  const first = await milestone(cast, followed, 'The first to be heard of');
  const seen: World['seen'] = {};
  const requests: string[] = [];
  const known: Known = { requests, people: [], teams: [cast.it, cast.kitchen], words: [word] };
  const look = async (chapter: string) => {
    for (const who of readers)
      seen[`${who} ${chapter}`] = (await readAll(cast, who, known)).map(({ from, text }) => `${from}\n${text}`);
  };
  let pauses = 0;
  const settle = () => milestone(cast, followed, `Pause ${(pauses += 1)}`);
  const links = await tell({ cast, notes, requests, look, settle });
  const resumed = await Promise.all(readers.map((who) => follow(cast, address, who, first.event)));
  const streams = [...followed, ...resumed];
  await milestone(cast, streams, 'The last to be heard of');
  for (const each of streams) each.close();
  const mails = await receiveMails(cast);
  for (const who of readers)
    seen[`${who} in mails`] = mails
      .filter((each) => each.who === who)
      // Links that need no signing in are sealed with the secret of each world.
      .map(({ mail }) =>
        [mail.subject, mail.text, mail.html].join('\n').replaceAll(/(?<=\/mail-choice\/)[\w.-]+/g, 'a token'),
      );
  return {
    cast,
    links,
    seen,
    told: (who) => streams.filter((stream) => stream.who === who).flatMap((stream) => toldBy(stream, first.id)),
  };
}

type Telling = {
  cast: Cast;
  notes: boolean;
  requests: string[];
  look: (chapter: string) => Promise<void>;
  /** Waits until everybody has heard what there was to hear: whoever joins meanwhile would hear more or less of it by chance. */
  settle: () => Promise<unknown>;
};

/**
 * Greeted, noted, handed over, read along, declined, reopened, promised; one who needs something of their own team, and one who needs
 * something private. Answers with how many links the provider saw.
 */
async function tell({ cast, notes, requests, look, settle }: Telling) {
  const act = async (who: Someone, path: string, body: object, method: 'POST' | 'PUT' = 'POST') => {
    cast.time(new Date(cast.time().getTime() + 60_000).toISOString());
    const answer = await cast.as(who, method, `/api/requests${path}`, { body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return String(answer.body['id']);
  };
  const note = async (who: Someone, request: string, body: string) => {
    if (notes) await act(who, `/${request}/messages`, { kind: 'note', body });
    else cast.time(new Date(cast.time().getTime() + 60_000).toISOString());
  };
  const { id } = cast;
  const one = await act('asker', '', {
    title: 'A lamp',
    team: cast.it,
    onBehalfOf: id.requester,
    participants: [id.participant],
  });
  const own = await act('otherMember', '', { title: 'Knives', team: cast.kitchen });
  // Between the lead and the provider; nobody who reads here sees it. In one world it is linked, then not any more, then again.
  const hidden = await act('lead', '', { title: word, person: id.provider });
  const link = async (kind: string) => {
    if (notes) await act('provider', `/${one}/links/${hidden}`, { kind }, 'PUT');
    else cast.time(new Date(cast.time().getTime() + 60_000).toISOString());
  };
  const offer = (sight: 'open' | 'private') =>
    transact(cast.db, (tx) => createService(tx, { team: cast.it, name: `Something ${sight}`, sight }, cast.time()));
  const open = await act('asker', '', { title: 'Light for all', service: must(await offer('open')).id });
  const quiet = must(await offer('private')).id;
  requests.push(one, own, open);
  await link('blocks');
  await note('member', open, `${word} on @[Asker](person:${id.asker})`);
  await act('provider', `/${open}/greeting`, { words: 'Hello' });
  await note('provider', open, word);
  await note('member', one, `${word} for @[Lead](person:${id.lead}) and @[Requester](person:${id.requester})`);
  await act('provider', `/${one}/greeting`, { words: 'Hello' });
  await note('lead', one, `${word} for @[Participant](person:${id.participant})`);
  await note('otherLead', own, `${word} for @[You](person:${id.otherMember})`);
  await act('otherLead', `/${own}/promise`, { deliverable: 'Six knives', due: '2026-11-25T10:00:00Z' });
  await note('otherLead', own, word);
  await link('partOf');
  await look('before it is handed over');
  const linked = await cast.as('provider', 'GET', `/api/requests/${one}/links`);
  await act('provider', `/${one}/promise`, { deliverable: 'A lamp', due: '2026-11-25T10:00:00Z' });
  await note('member', one, word);
  await settle();
  await act('lead', `/${one}/hand-over`, { team: cast.kitchen, context: 'Kitchen lamp' });
  await settle();
  await act('requester', `/${one}/participants/${id.second}`, {}, 'PUT');
  await act('otherMember', `/${one}/refusal`, { reason: 'No lamps' });
  await act('requester', `/${one}/reopening`, { reason: 'Still dark' });
  await act('otherMember', `/${one}/promise`, { deliverable: 'A candle', due: '2026-11-25T10:00:00Z' });
  await look('after it was opened again');
  // Somebody who has nothing to do with the rest, and a team that many of the readers deal with.
  const secret = notes ? await act('newcomer', '', { title: word, details: word, service: quiet }) : newId();
  requests.push(secret);
  const step = async (who: Someone, path: string, body: object) => {
    if (notes) await act(who, `/${secret}/${path}`, body);
    else cast.time(new Date(cast.time().getTime() + 60_000).toISOString());
  };
  if (!notes) cast.time(new Date(cast.time().getTime() + 60_000).toISOString());
  await step('member', 'messages', { body: `${word} and @[Second](person:${id.second})` });
  await step('provider', 'greeting', { words: word });
  await step('provider', 'promise', { deliverable: word, due: '2026-11-25T10:00:00Z' });
  await look('after something private was promised');
  await step('provider', 'delivery', { done: word });
  await step('newcomer', 'acceptance', { thanks: word, ratings: { timing: 1, quality: 1, accuracy: 1 } });
  await look('after something private was done');
  return (linked.body as { items?: object[] }).items?.length ?? -1;
}

/** Ids by the order in which they come up, cursors by what they say: what is left is what can be told apart. */
function plain(texts: readonly string[]): string {
  const ids = new Map<string, string>();
  return (
    texts
      .join('\n')
      .replaceAll(/(?<="next":"|cursor=)[\w-]+/g, (cursor) => Buffer.from(cursor, 'base64url').toString())
      .replaceAll(/^id: \d+-\d+$/gm, '')
      .replaceAll(/"news":"\d+-\d+"/g, '')
      // A key of the house.
      .replaceAll(/"pushKey":"[\w-]+"/g, '')
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, (id) => {
        if (!ids.has(id)) ids.set(id, `id ${ids.size + 1}`);
        return ids.get(id) ?? '';
      })
  );
}

/** Figures of the process itself differ from one to the next. */
const ofProcess = (text: string) => text.startsWith('/metrics\n') || text.startsWith('/api/sessions\n');
/** How many mails of the whole company wait for the mail server, and since when, is for administrators to know: a note that names somebody is a mail. */
const withoutQueue = (text: string) =>
  text.startsWith('/api/mail/server\n')
    ? withoutLength(text).replace(/"waiting":\d+,"waitingSince":[^,]+/, '')
    : text.startsWith('/api/session\n')
      ? withoutLength(text)
      : text;
const withoutLength = (text: string) => text.replace(/"content-length":"\d+"/, '');

describe.each([
  'before it is handed over',
  'after it was opened again',
  'after something private was promised',
  'after something private was done',
])('what is there to read %s', (chapter) => {
  it.each(readers)('is the same with and without notes: %s', (who) => {
    const [without, with_] = worlds.map(({ seen }) =>
      (seen[`${who} ${chapter}`] ?? []).filter((text) => !ofProcess(text)).map(withoutQueue),
    );
    expect(without?.length).toBeGreaterThan(40);
    expect(plain(with_ ?? [])).toBe(plain(without ?? []));
  });
});

describe('mails', () => {
  it.each(readers)('are the same with and without: %s', (who) => {
    const [without, with_] = worlds.map(({ cast, seen }) =>
      plain([...Object.values(cast.id), ...(seen[`${who} in mails`] ?? [])]),
    );
    expect(with_).toBe(without);
  });
  it('come to some who may not read them, or this would prove nothing', () => {
    const [some] = worlds.map(({ seen }) => readers.filter((who) => (seen[`${who} in mails`] ?? []).length > 0));
    expect(some?.length).toBeGreaterThan(2);
  });
});

describe('the stream of events', () => {
  it.each(readers)('is the same with and without notes, live and resumed: %s', (who) => {
    const [without, with_] = worlds.map(({ cast, told }) => plain([...Object.values(cast.id), ...told(who)]));
    expect(with_).toBe(without);
    if (who !== 'nobody') expect(without).toContain('"kind":"added"');
  });
});

it('differs for those who may read them, or this would prove nothing', async () => {
  const found = await Promise.all(worlds.map(({ cast }) => cast.as('otherLead', 'GET', `/api/search?q=${word}`)));
  expect(found.map(({ body }) => (body as { requests?: { total: number } }).requests?.total)).toEqual([0, 1]);
  expect(worlds.map(({ links }) => links)).toEqual([0, 1]);
});
