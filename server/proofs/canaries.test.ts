// Canaries: a word of its own in every field that not everybody may read; then everybody reads all there is to read, and nobody may
// come upon a word that is not for them. Each word is also seen by those whom it is for, or the test would prove nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askers, hideCanaries, servers, type Canary } from './canaries.ts';
import { readMails } from './letters.ts';
import { openCast, people, type Caller, type Cast } from './cast.ts';
import { follow, milestone, readAll, readRefusals, toldBy, type Stream, type View } from './views.ts';

const callers: readonly Caller[] = ['nobody', 'ended', ...people];

let cast: Cast;
let canaries: Canary[];
let requests: string[];
let articles: string[];
let files: string[];
let services: string[];
let streams: Stream[];
let first: { id: string; event: string };
let views: View[];

beforeAll(async () => {
  cast = await openCast('2026-11-24T08:00:00Z');
  const address = await cast.http.listen({ port: 0, host: '127.0.0.1' });
  const followed = await Promise.all(callers.map((who) => follow(cast, address, who)));
  first = await milestone(cast, followed, 'The first to be heard of');
  ({ canaries, requests, articles, files, services } = await hideCanaries(cast));
  streams = [...followed, ...(await Promise.all(callers.map((who) => follow(cast, address, who, first.event))))];
  await milestone(cast, streams, 'The last to be heard of');
  const words = canaries.map(({ word }) => word).filter((word) => word.includes('kanari'));
  const known = {
    requests,
    people: Object.values(cast.id),
    teams: [cast.it, cast.kitchen],
    words,
    articles,
    files,
    services,
  };
  views = streams.map(({ who, text }) => ({ who, from: 'the stream of events', text }));
  views.push(...(await readMails(cast)));
  for (const who of callers)
    views.push(
      ...(await readAll(cast, who, known)),
      ...(await readRefusals(cast, who, { ...known, requests: requests.slice(0, 10) })),
    );
}, 240_000);
afterAll(async () => {
  streams.forEach(({ close }) => close());
  await cast.close();
});

const readersOf = (word: string) => views.filter(({ text }) => text.includes(word));

/** What one wrote oneself stays one's own, also of a request that one has let go of since: in one's own data, and nowhere else. */
const written: Record<string, string> = {
  'note left behind': 'provider',
  context: 'lead',
  'words of a farewell': 'administrator',
};
const isTheirOwn = (who: string, where: string, from: string) => from === '/api/me/data' && written[where] === who;

describe('words that are not for everybody', () => {
  it('are read by nobody else, wherever they look', () => {
    expect(canaries.length).toBeGreaterThan(100);
    expect(views.length).toBeGreaterThan(1500);
    const strays = canaries.flatMap(({ word, where, may }) =>
      readersOf(word).flatMap(({ who, from }) =>
        may.has(who) || isTheirOwn(who, where, from) ? [] : [`${who} reads the ${where} in ${from}`],
      ),
    );
    expect(strays).toEqual([]);
    expect(views.filter(({ text }) => text.includes('"code":"failed"'))).toEqual([]);
  });

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
  });
});

it('go out by mail only in mails that were looked at here', () => {
  const mails = views.filter(({ from }) => from.startsWith('a mail'));
  expect(mails.length).toBeGreaterThan(10);
  expect(new Set(mails.map(({ who }) => who)).size).toBeGreaterThan(5);
  // In a subject nobody's words ever stand, not even for those who may read them.
  const words = canaries.filter(({ word }) => word.includes('kanari')).map(({ word }) => word);
  const told = mails.flatMap(({ from }) => words.filter((word) => from.includes(word)));
  expect(told).toEqual([]);
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

describe('the stream of events', () => {
  const of = (who: Caller) => streams.filter((stream) => stream.who === who);
  it('tells of notes only those who may read them, live and resumed', () => {
    const tells = callers.filter((who) => of(who).some(({ text }) => text.includes('"note"')));
    expect(tells.toSorted()).toEqual([...servers, 'otherLead'].toSorted());
  });
  it.each([...askers, 'administrator'] as const)(
    'tells %s the same when it is resumed as when it was followed',
    (who) => {
      const [live, resumed] = of(who).map((stream) => toldBy(stream, first.id));
      expect(resumed).toEqual(live);
      expect(live?.length).toBeGreaterThan(0);
    },
  );
  it('ends with the session: whoever changed the password begins anew', () => {
    expect(of('named').map(({ text }) => text.includes('event: ended'))).toEqual([true, false]);
  });
  it.each(['nobody', 'ended', 'gone'] as const)('does not open for those who are not let in: %s', (who) => {
    expect(of(who).map(({ text }) => text.slice(0, 3))).toEqual(['401', '401']);
  });
});
