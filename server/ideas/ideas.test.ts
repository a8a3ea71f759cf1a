// Ideas through HTTP: proposing, answering, promising, discussing, and what time and promises do to them.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Idea, IdeaRow } from '../../contract/ideas.ts';
import { transact } from '../platform/db.ts';
import { openHotel, refuses, toldOf, type Hotel, type Person } from '../requests/for-tests.ts';
import { releasePromise, deliverPromise, concludePromise, revokePromise, promiseRows } from '../promises/promises.ts';
import { fate } from './fate.ts';
import { ideasOf, on, promise, seen } from './for-tests.ts';
import { riseUnanswered } from './ideas.ts';

let hotel: Hotel;
let { propose, decided, committed, read, story } = {} as ReturnType<typeof ideasOf>;
beforeAll(async () => {
  hotel = await openHotel();
  ({ propose, decided, committed, read, story } = ideasOf(hotel));
});
beforeEach(() => {
  hotel.time('2026-11-24T08:00:00Z');
});
afterAll(() => hotel.close());

const rows = async (by: Person, query = ''): Promise<IdeaRow[]> => {
  const { items }: { items: IdeaRow[] } = (await by.get(`/api/ideas${query}`)).body;
  return items;
};

describe('an idea', () => {
  it('is open to every colleague, and tells those who answer it', async () => {
    const idea = await propose();
    expect(idea).toMatchObject({ state: 'heard', can: ['edit', 'withdraw', 'support', 'discuss'], overtime: false });
    expect(idea.deciders.map(({ id }) => id)).toEqual([hotel.liisa.id]);
    expect((await read(idea, hotel.oleg)).can).toEqual(['support', 'discuss']);
    expect(await toldOf(hotel.liisa, idea)).toEqual(['ideaProposed']);
    expect(await toldOf(hotel.mika, idea)).toEqual([]);
  });
  it('for the team alone is not there for anybody else, and only an idea for a team can be so', async () => {
    const idea = await propose({ sight: 'team' });
    expect((await read(idea, hotel.mika)).title).toBe(idea.title);
    for (const who of [hotel.oleg, hotel.jussi])
      expect([(await who.get(on(idea))).status, (await rows(who)).some(({ id }) => id === idea.id)]).toEqual([
        404,
        false,
      ]);
    await refuses(
      hotel,
      () => hotel.aino.post('/api/ideas', { title: 'X', sight: 'team' }),
      422,
      'ideaNeedsTeam',
      'sight',
    );
  });
  it('for the company is answered by administrators', async () => {
    const idea = await propose({ team: null });
    expect((await read(idea, hotel.liisa)).can).not.toContain('decide');
    await refuses(hotel, () => hotel.liisa.post(on(idea, 'decision'), {}), 403, 'notYours');
    const yes = seen(await hotel.jussi.post(on(idea, 'decision'), {}));
    expect(yes).toMatchObject({ state: 'decided', answer: { kind: 'yes', by: { id: hotel.jussi.id } } });
  });
  it('is said in other words by its author, until it is answered', async () => {
    const idea = await propose();
    const words = (by: Person, version: number) =>
      by.call('PATCH', on(idea), { why: 'Guests come at night.' }, { 'if-match': `"${version}"` });
    await refuses(hotel, () => words(hotel.mika, 1), 403, 'notYours');
    expect((await words(hotel.aino, 1)).status).toBe(200);
    await refuses(hotel, () => words(hotel.aino, 1), 412, 'changedMeanwhile');
    await hotel.liisa.post(on(idea, 'decision'), {});
    await refuses(hotel, () => words(hotel.aino, 3), 409, 'ideaMovedOn');
  });
  it('is answered with a no by name and a reason, and may get its yes later', async () => {
    const idea = await propose();
    await refuses(hotel, () => hotel.mika.post(on(idea, 'refusal'), { answer: 'no', reason: 'Dear' }), 403, 'notYours');
    const no = seen(await hotel.liisa.post(on(idea, 'refusal'), { answer: 'notNow', reason: 'In spring.' }));
    expect(no.answer).toMatchObject({ kind: 'notNow', words: 'In spring.', by: { id: hotel.liisa.id } });
    expect(await toldOf(hotel.aino, idea)).toEqual(['ideaDeclined']);
    expect(seen(await hotel.liisa.post(on(idea, 'decision'), {})).state).toBe('decided');
    expect(await story(idea)).toEqual(['proposed', 'declined', 'decided']);
  });
  it('is taken back by its author alone', async () => {
    const idea = await propose();
    await refuses(hotel, () => hotel.liisa.post(on(idea, 'withdrawal'), {}), 403, 'notYours');
    expect(seen(await hotel.aino.post(on(idea, 'withdrawal'), { reason: 'We have one' }))).toMatchObject({
      state: 'withdrawn',
      can: [],
    });
  });
});

describe('a promise for an idea', () => {
  it('is made by whoever says so, to a colleague who reads it', async () => {
    const idea = await committed();
    expect(idea).toMatchObject({
      state: 'committed',
      promiser: { id: hotel.mika.id },
      promisee: { id: hotel.liisa.id },
      promise: { deliverable: promise.deliverable, outcome: null },
    });
    expect(await toldOf(hotel.liisa, idea)).toContain('ideaCommitted');
    expect(await toldOf(hotel.aino, idea)).toContain('ideaCommitted');
  });
  it('is not made to oneself, nor to somebody to whom the idea is not there', async () => {
    const idea = await decided({ sight: 'team' });
    const to = (person: string) => hotel.mika.post(on(idea, 'commitment'), { to: person, ...promise });
    await refuses(hotel, () => to(hotel.mika.id), 422, 'promiseToYourself', 'to');
    await refuses(hotel, () => to(hotel.oleg.id), 422, 'unknownPerson', 'to');
    const late = { to: hotel.liisa.id, ...promise, due: '2026-11-23T08:00:00Z' };
    await refuses(hotel, () => hotel.mika.post(on(idea, 'commitment'), late), 422, 'dueInPast', 'due');
  });

  const ends = (idea: Idea, end: (tx: Parameters<typeof fate>[0], id: string) => Promise<unknown>) =>
    transact(hotel.db, async (tx) => {
      const id = idea.promise?.id ?? '';
      await end(tx, id);
      const [row] = await promiseRows(tx, [id]);
      if (row) await fate(tx, { promise: row, what: 'kept', by: hotel.mika.id, now: hotel.time() });
    });
  const deliver = (tx: Parameters<typeof fate>[0], id: string, late = false) =>
    deliverPromise(tx, id, { by: hotel.mika.id, ...(late ? { missReason: 'forgot' as const } : {}) }, hotel.time());
  const accept = (tx: Parameters<typeof fate>[0], id: string) => concludePromise(tx, id, hotel.liisa.id, hotel.time());

  it('that is kept makes it done, and those who would use it hear of it', async () => {
    const idea = await committed();
    await hotel.oleg.call('PUT', on(idea, 'support'), { supports: true });
    await ends(idea, async (tx, id) => [await deliver(tx, id), await accept(tx, id)]);
    expect(await read(idea)).toMatchObject({ state: 'done', kept: true, promiser: null });
    expect(await toldOf(hotel.oleg, idea)).toEqual(['ideaDone']);
    expect(await story(idea)).toEqual(['proposed', 'decided', 'committed', 'done']);
  });
  it('that came late makes it done, but not within what was said', async () => {
    const idea = await committed();
    hotel.time('2026-12-02T08:00:00Z');
    await ends(idea, async (tx, id) => [await deliver(tx, id, true), await accept(tx, id)]);
    expect(await read(idea)).toMatchObject({ state: 'done', kept: false });
  });
  it('is moved in the ledger by its two sides, and the idea hears of it', async () => {
    const idea = await committed();
    const promised = `/api/promises/${idea.promise?.id}`;
    const kept = await hotel.mika.post(`${promised}/delivery`, { done: 'It hangs' });
    expect([kept.status, kept.text]).toEqual([200, kept.text]);
    expect((await hotel.liisa.post(`${promised}/acceptance`, { thanks: 'Lovely' })).status).toBe(200);
    expect(await read(idea)).toMatchObject({ state: 'done', kept: true });
    expect(await story(idea)).toEqual(['proposed', 'decided', 'committed', 'delivered', 'done']);
    const next = await committed();
    expect((await hotel.liisa.post(`/api/promises/${next.promise?.id}/release`, {})).status).toBe(200);
    expect(await read(next)).toMatchObject({ state: 'decided', reached: 'committed' });
  });
  it('that is delivered and waits for a word is told in the story', async () => {
    const idea = await committed();
    await ends(idea, deliver);
    expect(await read(idea)).toMatchObject({ state: 'committed' });
    await transact(hotel.db, async (tx) => {
      const [row] = await promiseRows(tx, [idea.promise?.id ?? '']);
      if (row) await fate(tx, { promise: row, what: 'delivered', by: hotel.mika.id, now: hotel.time() });
    });
    expect(await story(idea)).toEqual(['proposed', 'decided', 'committed', 'delivered']);
  });
  it('that is taken back or let go gives the idea to the next hand', async () => {
    for (const [end, broken] of [
      ['revoked', true],
      ['released', false],
    ] as const) {
      const idea = await committed();
      await ends(idea, (tx, id) =>
        end === 'revoked'
          ? revokePromise(tx, id, { by: hotel.mika.id, reason: 'No wall', missReason: 'supply' }, hotel.time())
          : releasePromise(tx, id, { by: hotel.liisa.id, reason: '' }, hotel.time()),
      );
      expect(await read(idea)).toMatchObject({ state: 'decided', reached: 'committed', due: null });
      expect(await toldOf(hotel.aino, idea)).toContain('ideaFellBack');
      const row = await hotel.db.selectFrom('ideas_idea').select('broken').where('id', '=', idea.id).executeTakeFirst();
      expect(row?.broken).toBe(broken);
      expect(seen(await hotel.mika.post(on(idea, 'commitment'), { to: hotel.liisa.id, ...promise })).state).toBe(
        'committed',
      );
    }
  });
});

describe('talking about it', () => {
  it('tells its people, and those named only if they may read it', async () => {
    const idea = await propose({ sight: 'team' });
    const body = `@[Oleg](person:${hotel.oleg.id}) and @[Mika](person:${hotel.mika.id}), what do you think?`;
    expect((await hotel.liisa.post(on(idea, 'messages'), { body })).status).toBe(201);
    expect(await toldOf(hotel.oleg, idea)).toEqual([]);
    expect(await toldOf(hotel.mika, idea)).toEqual(['mentioned']);
    expect(await toldOf(hotel.aino, idea)).toEqual(['message']);
    await refuses(hotel, () => hotel.oleg.post(on(idea, 'messages'), { body }), 404, 'notFound');
  });
  it('counts everybody who would use it once', async () => {
    const idea = await propose();
    for (const who of [hotel.oleg, hotel.oleg, hotel.mika])
      await who.call('PUT', on(idea, 'support'), { supports: true });
    expect(await read(idea)).toMatchObject({ supporters: 2, supported: false });
    const back = seen(await hotel.oleg.call('PUT', on(idea, 'support'), { supports: false }));
    expect(back.supportedBy.map(({ id }) => id)).toEqual([hotel.mika.id]);
  });
});

describe('lists', () => {
  it('show what I may read by rung, team, words and what is mine, page by page', async () => {
    const [first, second] = [
      await propose({ title: 'Tandem bicycles' }),
      await propose({ title: 'Tandem for guests' }),
    ];
    expect((await rows(hotel.oleg, '?q=tandem')).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await rows(hotel.oleg, '?q=tandem&mine=true')).toEqual([]);
    await hotel.oleg.call('PUT', on(first, 'support'), { supports: true });
    expect((await rows(hotel.oleg, '?mine=true&q=tandem')).map(({ id }) => id)).toEqual([first.id]);
    const { ideas }: { ideas: IdeaRow[] } = (await hotel.oleg.get('/api/search?q=tande')).body;
    expect(ideas.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await rows(hotel.oleg, `?team=${hotel.kitchen}`)).toEqual([]);
    expect((await rows(hotel.oleg, '?q=tandem&state=decided')).length).toBe(0);
    const page = (await hotel.oleg.get('/api/ideas?q=tandem&limit=1')).body as { items: IdeaRow[]; next: string };
    const rest = (await hotel.oleg.get(`/api/ideas?q=tandem&limit=1&cursor=${page.next}`)).body as { items: IdeaRow[] };
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});

describe('silence', () => {
  it('after ten working days lets an idea rise to those who answer it, once', async () => {
    const idea = await propose();
    const answered = await decided();
    hotel.time('2026-12-09T08:00:00Z');
    await Promise.all([riseUnanswered(hotel.db, hotel.time()), riseUnanswered(hotel.db, hotel.time())]);
    await riseUnanswered(hotel.db, hotel.time());
    expect(await toldOf(hotel.liisa, idea)).toEqual(['ideaUnanswered', 'ideaProposed']);
    expect(await toldOf(hotel.aino, idea)).toEqual(['ideaUnanswered']);
    expect(await toldOf(hotel.liisa, answered)).toEqual(['ideaProposed']);
    expect(await read(idea)).toMatchObject({ overtime: true });
    expect((await story(idea)).filter((what) => what === 'rose')).toEqual(['rose']);
  });
});
