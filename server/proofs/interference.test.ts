// Non-interference: the same story in two worlds, in one of which a team writes notes to itself, and links requests with one that the
// others do not see. Whoever may not read them finds no difference: not in a byte, a count, a version, an ETag, a page, a notice or an event, whatever becomes of the request.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCast, type Caller, type Cast, type Someone } from './cast.ts';
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
}, 120_000);
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

/** How many links the provider saw. Greeted, noted, handed over, read along, declined, reopened, promised; and one who needs something of their own team. */
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
  requests.push(one, own);
  await link('blocks');
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
      // A key of the house, and how many letters of all kinds wait for the mail server: that is the administrator's to know.
      .replaceAll(/"pushKey":"[\w-]+"|"waiting":\d+,"waitingSince"/g, '')
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, (id) => {
        if (!ids.has(id)) ids.set(id, `id ${ids.size + 1}`);
        return ids.get(id) ?? '';
      })
  );
}

/** Figures of the process itself differ from one to the next. */
const ofProcess = (text: string) => text.startsWith('/metrics\n') || text.startsWith('/api/sessions\n');

describe.each(['before it is handed over', 'after it was opened again'])('what is there to read %s', (chapter) => {
  it.each(readers)('is the same with and without notes: %s', (who) => {
    const [without, with_] = worlds.map(({ seen }) =>
      (seen[`${who} ${chapter}`] ?? []).filter((text) => !ofProcess(text)),
    );
    expect(without?.length).toBeGreaterThan(40);
    expect(plain(with_ ?? [])).toBe(plain(without ?? []));
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
