// Canaries: a word of its own in every field that not everybody may read; then everybody reads all there is to read, and nobody may
// come upon a word that is not for them. Each word is also seen by those whom it is for, or the test would prove nothing.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askers, hideCanaries, madeUpWords, servers, signedIn, type Canary } from './canaries.ts';
import { readCalendars } from './appointments.ts';
import { openHooks, reached } from './hooks.ts';
import { readMails } from './letters.ts';
import { openCast, people, type Caller, type Cast } from './cast.ts';
import { openTaps } from './taps.ts';
import { follow, milestone, readAll, readRefusals, toldBy, type Stream, type View } from './views.ts';

const madeUp = (word: string) => word.match(madeUpWords)?.[0] === word;
const callers: readonly Caller[] = ['nobody', 'ended', ...people];

let cast: Cast;
let canaries: Canary[];
let requests: string[];
let articles: string[];
/** Put away after it had been open; opened after it had been the team's own. */
let away: string;
let opened: string;
let files: string[];
let services: string[];
let appointments: string[];
let ideas: string[];
let goals: string[];
let streams: Stream[];
let first: { id: string; event: string };
let views: View[];
let wordsOf: Record<'articles' | 'ideas', string[]>;
const hooks = openHooks();

beforeAll(async () => {
  const taps = openTaps();
  cast = await openCast('2026-11-24T08:00:00Z', { reach: taps.reach, webhookAllow: reached });
  await taps.subscribe(cast);
  await hooks.subscribe(cast);
  const address = await cast.http.listen({ port: 0, host: '127.0.0.1' });
  const followed = await Promise.all(callers.map((who) => follow(cast, address, who)));
  first = await milestone(cast, followed, 'The first to be heard of');
  ({ canaries, requests, articles, files, services, appointments, ideas, goals } = await hideCanaries(cast));
  streams = [...followed, ...(await Promise.all(callers.map((who) => follow(cast, address, who, first.event))))];
  await milestone(cast, streams, 'The last to be heard of');
  [, , away = '', opened = ''] = articles;
  const words = canaries.map(({ word }) => word).filter((word) => madeUp(word));
  const wordsWhere = (what: RegExp) =>
    canaries.filter(({ word, where }) => madeUp(word) && what.test(where)).map(({ word }) => word);
  wordsOf = { articles: wordsWhere(/article|draft|heading/), ideas: wordsWhere(/idea/) };
  const promises = await sql<{ id: string }>`select id from promises_promise`.execute(cast.db);
  const known = {
    promises: promises.rows.map(({ id }) => id),
    requests,
    people: Object.values(cast.id),
    teams: [cast.it, cast.kitchen],
    words,
    // The lists of one kind show things of that kind alone, all of which are read without looking for words, too.
    wordsOf,
    articles,
    files,
    services,
    appointments,
    ideas,
    goals,
  };
  views = streams.map(({ who, text }, index) => ({
    who,
    from: `the stream of events, ${index < callers.length ? 'followed' : 'resumed'}`,
    text,
  }));
  // What they tell is theirs to keep as it is now.
  streams.forEach(({ close }) => close());
  views.push(...(await taps.read(cast)), ...(await readMails(cast)), ...(await hooks.read(cast)));
  for (const who of callers)
    views.push(
      ...(await readAll(cast, who, known)),
      ...(await readRefusals(cast, who, { ...known, requests: requests.slice(0, 10) })),
    );
  views.push(...(await readCalendars(cast)));
}, 600_000);
afterAll(async () => {
  await cast.close();
  await hooks.close();
});

const readers = new Map<string, View[]>();

/** The views that show a word. All words that were made up are looked for at once, because there are hundreds, in thousands of views. */
function readersOf(word: string): readonly View[] {
  if (readers.size === 0) {
    for (const { word } of canaries) readers.set(word, []);
    const others = [...readers.keys()].filter((word) => !madeUp(word));
    const wordsIn = new Map<string, string[]>();
    for (const view of views) {
      const words = wordsIn.get(view.text) ?? [
        ...new Set(view.text.match(madeUpWords)),
        ...others.filter((word) => view.text.includes(word)),
      ];
      wordsIn.set(view.text, words);
      for (const word of words) readers.get(word)?.push(view);
    }
  }
  return readers.get(word) ?? [];
}

/**
 * Who reads something that is not for them now, and rightly. What one wrote oneself stays one's own, also of a request that one has let
 * go of since: in one's own data, and nowhere else. And whoever was there while an article was open has heard of it.
 */
const written: Record<string, string> = {
  'note left behind': 'provider',
  context: 'lead',
  'words of a farewell': 'administrator',
};
const isTheirOwn = (who: string, where: string, from: string) => from === '/api/me/data' && written[where] === who;
const wasOpen = (who: Caller, where: string, from: string) =>
  where === 'id of an article put away' && from === 'the stream of events, followed' && signedIn.includes(who as never);

describe('words that are not for everybody', () => {
  it('are read by nobody else, wherever they look', () => {
    expect(canaries.length).toBeGreaterThan(100);
    expect(views.length).toBeGreaterThan(1500);
    expect(views.filter(({ from }) => from.startsWith('a webhook')).length).toBeGreaterThan(200);
    expect(views.filter(({ from }) => from === 'a private calendar').length).toBe(signedIn.length);
    expect(Object.values(wordsOf).every((words) => words.length > 3)).toBe(true);
    const strays = canaries.flatMap(({ word, where, may }) =>
      readersOf(word).flatMap(({ who, from }) =>
        may.has(who) || isTheirOwn(who, where, from) || wasOpen(who, where, from)
          ? []
          : [`${who} reads the ${where} in ${from}`],
      ),
    );
    expect(strays).toEqual([]);
    expect(views.filter(({ text }) => text.includes('"code":"failed"'))).toEqual([]);
  }, 120_000);

  it('are still read by whoever wrote them, in their own data', () => {
    const own = canaries.flatMap(({ word, where, may }) =>
      readersOf(word).flatMap(({ who, from }) => (may.has(who) || from !== '/api/me/data' ? [] : [`${where}: ${who}`])),
    );
    expect(own.toSorted()).toEqual(
      Object.entries(written)
        .map((each) => each.join(': '))
        .toSorted(),
    );
  }, 120_000);

  it('are read by everybody whom they are for', () => {
    const meant = canaries.filter(({ where }) => !/^id of a (session|notice)/.test(where));
    const unread = meant.flatMap(({ word, where, may }) => {
      const readers = new Set(readersOf(word).map(({ who }) => who));
      return [...may].filter((who) => !readers.has(who)).map((who) => `${who} does not find the ${where}`);
    });
    expect(unread).toEqual([]);
  });

  it('are found by search as words, as beginnings and as phrases, by those whom they are for', async () => {
    const searchable = canaries.filter(({ where }) =>
      /^(title|note$|note on|note left|message|details|greeting)/.test(where),
    );
    expect(searchable.length).toBeGreaterThan(10);
    for (const { word, where, may } of searchable) {
      for (const typed of [word, word.slice(0, -3), `"${word}"`]) {
        for (const who of may) {
          const found = await cast.as(who, 'GET', `/api/search?q=${encodeURIComponent(typed)}`);
          expect(
            (found.body as { requests?: { total: number } }).requests?.total,
            `${where} as ${who} by ${typed}`,
          ).toBe(1);
        }
      }
    }
    const promised = canaries.filter(({ where }) =>
      /^promise(: something else|: what was done| that is missed| above)$/.test(where),
    );
    expect(promised.length).toBe(4);
    for (const { word, where, may } of promised)
      for (const who of may) {
        const found = await cast.as(who, 'GET', `/api/search?q=${encodeURIComponent(word.slice(0, -3))}`);
        expect((found.body as { promises?: unknown[] }).promises?.length, `${where} as ${who}`).toBe(1);
      }
  });
});

it.each(['mail', 'tap'])('go out in no line of a %s: not even to those who may read them', (kind) => {
  const sent = views.filter(({ from }) => from.startsWith(`a ${kind}:`));
  expect(sent.length).toBeGreaterThan(10);
  expect(new Set(sent.map(({ who }) => who)).size).toBeGreaterThan(5);
  const words = canaries.filter(({ word }) => madeUp(word)).map(({ word }) => word);
  expect(sent.flatMap(({ from }) => words.filter((word) => from.includes(word)))).toEqual([]);
});

describe('ratings', () => {
  const ratings = async (who: Caller) =>
    (await cast.as(who, 'GET', `/api/requests/${requests[0]}`)).body as { ratings?: unknown };
  it.each(['requester', 'asker', 'provider', 'lead'] as const)(
    'of the work are seen by the two sides: %s',
    async (who) => {
      expect((await ratings(who)).ratings).toEqual({ timing: 2, quality: 3, accuracy: 4 });
    },
  );
  it.each(['participant', 'member', 'insider'] as const)(
    'of the work are not seen by those who only read along: %s',
    async (who) => {
      expect((await ratings(who)).ratings).toBeNull();
    },
  );
  it('of the ask are seen by the one who wrote them alone', async () => {
    for (const who of [...askers, ...servers])
      expect((await cast.as(who, 'GET', `/api/requests/${requests[0]}`)).body['askRating'] !== null, who).toBe(
        who === 'provider',
      );
  });
});

describe('what is said of an ask afterwards', () => {
  const judged = () => requests.at(-1) ?? '';
  it.each([
    ['asking-answer', 'provider', 'missing'],
    ['serving-answer', 'requester', 'greeted'],
  ] as const)('as %s is read by %s alone', async (answer, writer, field) => {
    const readers: Caller[] = [];
    for (const who of callers) {
      const { body } = await cast.as(who, 'GET', `/api/requests/${judged()}/${answer}`);
      if ((body as Record<string, unknown>)[field] !== undefined) readers.push(who);
    }
    expect(readers).toEqual([writer]);
  });
  it('stands in nothing that anybody else reads: no list, no export, no figure, not even one’s own data', () => {
    const told = (word: string) => [
      ...new Set(views.filter(({ text }) => text.includes(word)).map(({ who, from }) => `${who}: ${from}`)),
    ];
    expect(told('"missing":"approval"').toSorted()).toEqual(
      [`provider: /api/me/data`, `provider: /api/requests/${judged()}/asking-answer`].toSorted(),
    );
    expect(told('"greeted":false').filter((each) => !each.startsWith('requester: '))).toEqual([]);
  });
  it('changes no figure of the one it is about, and none of the team, before others have said something, too', async () => {
    expect((await cast.as('requester', 'GET', '/api/me/asking')).body).toMatchObject({ hints: [], said: [] });
    expect((await cast.as('lead', 'GET', `/api/teams/${cast.it}/courtesy`)).body).toMatchObject({
      greeted: null,
      closed: null,
      over: [],
    });
  });
});

describe('the stream of events', () => {
  const of = (who: Caller) => streams.filter((stream) => stream.who === who);
  it('tells of notes only those who may read them, live and resumed', () => {
    const tells = callers.filter((who) => of(who).some(({ text }) => text.includes('"note"')));
    expect(tells.toSorted()).toEqual([...servers, 'otherLead'].toSorted());
  });
  it.each([...askers, 'administrator'] as const)(
    'tells %s the same when it is resumed as when it was followed, of all that was theirs to see throughout',
    (who) => {
      const [live, resumed] = of(who).map((stream) =>
        toldBy(stream, first.id).filter((line) => ![away, opened].some((id) => line.includes(id))),
      );
      expect(resumed).toEqual(live);
      expect(live?.length).toBeGreaterThan(0);
    },
  );
  it('resumed, tells of an article whom it is open to now; of one put away, others hear that its team changed', () => {
    const news = JSON.stringify({ subject: 'team', id: cast.it, kind: 'changed' });
    for (const who of signedIn.filter((each) => each !== 'named')) {
      const [live = '', resumed = ''] = of(who).map((stream) => toldBy(stream, first.id).join('\n'));
      expect([live.includes(news), resumed.includes(news)], who).toEqual([true, true]);
      expect([live.includes(opened), resumed.includes(opened)], who).toEqual([true, true]);
      expect(resumed.includes(away), who).toBe(servers.includes(who as never));
    }
  });
  it('ends with the session: whoever changed the password begins anew', () => {
    expect(of('named').map(({ text }) => text.includes('event: ended'))).toEqual([true, false]);
  });
  it.each(['nobody', 'ended', 'gone'] as const)('does not open for those who are not let in: %s', (who) => {
    expect(of(who).map(({ text }) => text.slice(0, 3))).toEqual(['401', '401']);
  });
});
