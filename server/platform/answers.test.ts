// Writes that are sent twice, and edits of what has moved on, through HTTP: one effect, the first answer, and nothing lost.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  at,
  contents,
  openHotel,
  refuses,
  seen,
  stories,
  storyOf,
  type Hotel,
  type Person,
} from '../requests/for-tests.ts';
import { forgetAnswers } from './answers.ts';

let hotel: Hotel;
let tell: ReturnType<typeof stories>;
let key = 0;
beforeAll(async () => {
  hotel = await openHotel();
  tell = stories(hotel);
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
  key += 1;
});
afterAll(() => hotel.close());

const named = (name = `key-${key}`) => ({ 'idempotency-key': name });
const post = (person: Person, url: string, body: object, name?: string) => person.post(url, body, named(name));
const kept = () => hotel.db.selectFrom('platform_answer').selectAll().execute();
const sent = () => ({ title: `A lamp ${key}`, team: hotel.it });
const count = async (title: string) =>
  (await hotel.db.selectFrom('requests_request').where('title', '=', title).select('id').execute()).length;

describe('the same write sent again', () => {
  it('gets the first answer, byte for byte, and has one effect', async () => {
    const first = await post(hotel.aino, '/api/requests', sent());
    hotel.time('2026-11-24T09:00:00Z');
    const again = await post(hotel.aino, '/api/requests', sent());
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect([again.headers['etag'], again.headers['content-type']]).toEqual([
      first.headers['etag'],
      first.headers['content-type'],
    ]);
    expect(await count(sent().title)).toBe(1);
  });
  it('gets the first answer even when the state has moved on meanwhile', async () => {
    const request = await tell.ask();
    const word = { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' };
    const first = await post(hotel.mika, at(request, 'promise'), word);
    await hotel.mika.post(at(request, 'delivery'), { done: 'Changed the cable' });
    const again = await post(hotel.mika, at(request, 'promise'), word);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'promised', 'delivered']);
  });
  it('keeps an answer without a body, too', async () => {
    const request = await tell.ask({ participants: [hotel.eeva.id] });
    const url = at(request, `participants/${hotel.eeva.id}`);
    for (let n = 0; n < 2; n += 1)
      expect(await hotel.aino.call('DELETE', url, undefined, named())).toMatchObject({ status: 204, text: '' });
    expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'participantRemoved']);
  });
  it('is forgotten after seven days', async () => {
    await post(hotel.aino, '/api/requests', sent());
    await forgetAnswers(hotel.db, new Date('2026-12-01T08:00:00Z'));
    expect(await kept()).not.toEqual([]);
    await forgetAnswers(hotel.db, new Date('2026-12-01T08:00:00.001Z'));
    expect(await kept()).toEqual([]);
  });
});

describe('a key that was used before', () => {
  it('for something else is refused, and changes nothing', async () => {
    await post(hotel.aino, '/api/requests', sent());
    await refuses(
      hotel,
      () => post(hotel.aino, '/api/requests', { ...sent(), title: 'Another lamp' }),
      422,
      'keyReused',
    );
    const request = await tell.ask();
    await refuses(hotel, () => post(hotel.aino, at(request, 'messages'), { body: 'Hello' }), 422, 'keyReused');
  });
  it('by somebody else is their own affair', async () => {
    const first = seen(await post(hotel.aino, '/api/requests', sent()));
    const other = seen(await post(hotel.eeva, '/api/requests', sent()));
    expect(other.id).not.toBe(first.id);
    expect(await count(sent().title)).toBe(2);
  });
  it('in a write that was refused is free again', async () => {
    const before = await kept();
    const { title, team } = sent();
    await refuses(hotel, () => post(hotel.aino, '/api/requests', { title: '', team }), 422, 'required', 'title');
    await refuses(
      hotel,
      () => post(hotel.aino, '/api/requests', { title, team, person: hotel.mika.id }),
      422,
      'oneRecipient',
      'team',
    );
    expect(await kept()).toEqual(before);
    expect((await post(hotel.aino, '/api/requests', sent())).status).toBe(201);
  });
  it('must be a text of 1 to 255 characters', async () => {
    expect((await post(hotel.aino, '/api/requests', sent(), 'x'.repeat(255))).status).toBe(201);
    await refuses(
      hotel,
      () => post(hotel.aino, '/api/requests', sent(), 'x'.repeat(256)),
      422,
      'invalid',
      'Idempotency-Key',
    );
    await refuses(hotel, () => post(hotel.aino, '/api/requests', sent(), ''), 422, 'invalid', 'Idempotency-Key');
  });
  it('is not asked for by reads, and without one each write is its own', async () => {
    const before = await kept();
    await hotel.aino.get('/api/requests', named());
    for (let n = 0; n < 2; n += 1) await hotel.aino.post('/api/requests', sent());
    expect(await kept()).toEqual(before);
    expect(await count(sent().title)).toBe(2);
  });
});

describe('twenty at the same time with one key', () => {
  it('ask once between them: each gets the one answer, or is told that it is being done', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(hotel.aino, '/api/requests', sent())));
    const done = answers.filter(({ status }) => status === 201);
    const twins = answers.filter(({ status }) => status !== 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    for (const twin of twins)
      expect([twin.status, twin.headers['retry-after'], twin.body]).toEqual([
        409,
        '1',
        expect.objectContaining({ code: 'twinRunning' }),
      ]);
    expect(await count(sent().title)).toBe(1);
  });
  it('promise once between them, and nobody hears of an earlier state', async () => {
    const word = { deliverable: 'A lamp', due: '2026-11-24T14:00:00Z' };
    for (let round = 0; round < 5; round += 1) {
      const request = await tell.ask();
      const name = `promise-${key}-${round}`;
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => post(hotel.mika, at(request, 'promise'), word, name)),
      );
      const problems = answers
        .filter(({ status }) => status !== 200)
        .map(({ body }) => (body as { code: string }).code);
      expect([...new Set(problems)].filter((code) => code !== 'twinRunning')).toEqual([]);
      expect(await storyOf(hotel.aino, request)).toEqual(['asked', 'promised']);
      expect((await post(hotel.mika, at(request, 'promise'), word, name)).status).toBe(200);
    }
  });
});

describe('versions', () => {
  const edit = (request: { id: string }, headers: Record<string, string>) =>
    hotel.aino.call('PATCH', at(request), { title: `Words ${key}` }, headers);

  it('come with each answer as its ETag, and move on with each act', async () => {
    const request = await tell.ask();
    expect((await hotel.aino.get(at(request))).headers['etag']).toBe('"1"');
    expect((await hotel.mika.post(at(request, 'greeting'))).headers['etag']).toBe('"2"');
    expect((await hotel.aino.get(at(request))).headers['etag']).toBe('"2"');
  });
  it('are needed by an edit', async () => {
    const request = await tell.ask();
    await refuses(hotel, () => edit(request, {}), 428, 'versionNeeded');
    expect((await edit(request, { 'if-match': '"1"' })).status).toBe(200);
  });
  it.each(['"7"', '"1", "2"', 'nonsense', '"abc"', '""'])(
    'that are not the current one are refused: %s',
    async (version) => {
      const request = await tell.ask();
      await refuses(hotel, () => edit(request, { 'if-match': version }), 412, 'changedMeanwhile');
      await refuses(
        hotel,
        () => hotel.mika.post(at(request, 'greeting'), {}, { 'if-match': version }),
        412,
        'changedMeanwhile',
      );
    },
  );
  it('let one of two edits through', async () => {
    const request = await tell.ask();
    const both = await Promise.all([edit(request, { 'if-match': '"1"' }), edit(request, { 'if-match': '"1"' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});

describe('whatever is refused', () => {
  it('in the middle of an act leaves nothing of it', async () => {
    const request = await tell.promised();
    hotel.time('2026-11-24T15:00:00Z');
    const before = await contents(hotel.db);
    const said = await post(hotel.mika, at(request, 'hand-over'), { team: hotel.kitchen, context: 'It is yours' });
    expect(said.body).toMatchObject({ code: 'missReasonNeeded' });
    expect(await contents(hotel.db)).toBe(before);
  });
});
