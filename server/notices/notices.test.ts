// Notices from the door to the reader, through HTTP.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, join, now, settle, surround, type Surroundings } from '../directory/for-tests.ts';
import { newId, transact } from '../platform/db.ts';
import { createSecrets } from '../platform/secrets.ts';
import { createLinks } from './links.ts';
import { notify, type NewNotice } from './notices.ts';
import { noticesRoutes } from './routes.ts';

// What may be seen, as the capability that owns the subject would tell; each test says it.
const sights = new Map<string, Set<string>>();
const secrets = createSecrets('of a test');
const routes = noticesRoutes({
  secrets,
  links: createLinks(secrets, 'https://help.example.com'),
  mailReady: async () => false,
  subjects: {
    request: async (_db, who, ids) =>
      new Map(
        ids
          .filter((id) => sights.get(id)?.has(who.id))
          .map((id) => [id, { title: `About ${id}`, path: `/requests/${id}` }]),
      ),
  },
});

let here: Surroundings;
let mika: Awaited<ReturnType<typeof join>>;
let aino: typeof mika;
beforeAll(async () => {
  here = await surround([routes]);
  await settle(here);
  mika = await join(here, 'Mika');
});
afterAll(() => here.close());
beforeEach(async () => {
  here.clock.now = now;
  aino = await join(here, 'Aino');
});

const seenBy = (...people: string[]) => {
  const id = newId();
  sights.set(id, new Set(people));
  return id;
};
const tell = (notices: Array<Partial<NewNotice> & { subjectId: string }>, at = here.clock.now) =>
  transact(here.db, (tx) =>
    notify(
      tx,
      notices.map((notice) => ({
        to: aino.id,
        kind: 'promised',
        subject: 'request',
        actor: mika.id,
        params: {},
        dedupe: newId(),
        ...notice,
      })),
      at,
    ),
  );
const list = async (query = '', as: { cookie: string } = aino) =>
  (await call(here, `GET /api/notices${query}`, { as })).body as unknown as {
    items: Array<{ id: string; kind: string; subjectId: string; read: boolean }>;
    next: string | null;
    unread: number;
  };
const read = async (body: object, as: { cookie: string } = aino) => call(here, 'POST /api/notices/read', { as, body });
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('a notice', () => {
  test('tells who did what to which thing, as it is called now', async () => {
    const id = seenBy(aino.id);
    await tell([{ subjectId: id, params: { due: '2026-11-26T13:00:00.000Z' } }]);
    const { body } = await call(here, 'GET /api/notices', { as: aino });
    expect(body).toEqual({
      items: [
        {
          id: expect.any(String),
          kind: 'promised',
          subject: 'request',
          subjectId: id,
          title: `About ${id}`,
          path: `/requests/${id}`,
          actor: { id: mika.id, name: 'Mika', photo: null, active: true },
          params: { due: '2026-11-26T13:00:00.000Z' },
          at: now.toISOString(),
          read: false,
        },
      ],
      next: null,
      unread: 1,
    });
  });
  test('reaches a person once, however often it is told', async () => {
    const id = seenBy(aino.id);
    const same = { subjectId: id, dedupe: `promised:${id}` };
    await Promise.all([tell([same, same]), tell([same])]);
    await tell([same]);
    expect(await list()).toMatchObject({ items: [{ subjectId: id }], unread: 1 });
  });
  test('is never of one’s own act', async () => {
    await tell([{ subjectId: seenBy(aino.id), actor: aino.id }]);
    expect(await list()).toMatchObject({ items: [], unread: 0 });
  });
  test('of what time did has no actor', async () => {
    await tell([{ subjectId: seenBy(aino.id), actor: null, kind: 'overdue' }]);
    expect((await list()).items).toMatchObject([{ kind: 'overdue', actor: null }]);
  });
  test('is nobody else’s', async () => {
    const id = seenBy(aino.id, mika.id);
    await tell([{ subjectId: id }]);
    const [mine] = (await list()).items;
    expect(await list('', mika)).toMatchObject({ items: [], unread: 0 });
    await read({ ids: [mine?.id] }, mika);
    await read({ all: true }, mika);
    expect((await list()).unread).toBe(1);
    expect(await call(here, 'GET /api/notices')).toMatchObject({ status: 401 });
  });
  test('is announced to its person alone', async () => {
    await tell([{ subjectId: seenBy(aino.id) }]);
    const changes = await here.db
      .selectFrom('platform_change')
      .select(['subject', 'kind', 'recipient'])
      .where('recipient', '=', aino.id)
      .execute();
    expect(changes).toEqual([{ subject: 'notice', kind: 'added', recipient: aino.id }]);
  });
});

describe('what the reader may no longer see', () => {
  test('is neither listed nor counted, and comes back with the sight of it', async () => {
    const [seen, lost] = [seenBy(aino.id), seenBy(mika.id)];
    await tell([{ subjectId: seen }, { subjectId: lost }]);
    const answer = await call(here, 'GET /api/notices', { as: aino });
    expect(answer.body).toMatchObject({ items: [{ subjectId: seen }], unread: 1 });
    expect(answer.text).not.toContain(lost);
    sights.get(lost)?.add(aino.id);
    expect((await list()).unread).toBe(2);
  });
  test('does not hide what lies behind it', async () => {
    const seen = seenBy(aino.id);
    await tell([{ subjectId: seen }]);
    for (let minute = 1; minute <= 5; minute++) await tell([{ subjectId: seenBy(mika.id) }], after(minute));
    expect(await list('?limit=2')).toMatchObject({ items: [{ subjectId: seen }], next: null });
  });
  test('includes subjects that nobody answers for', async () => {
    await tell([{ subjectId: newId(), subject: 'idea' }]);
    expect(await list()).toMatchObject({ items: [], unread: 0 });
  });
});

describe('reading', () => {
  test('one, all about one thing, or everything', async () => {
    const [a, b] = [seenBy(aino.id), seenBy(aino.id)];
    await tell([{ subjectId: a }, { subjectId: a }, { subjectId: b }, { subjectId: b }]);
    const { items } = await list();
    expect((await read({ ids: [items.find((item) => item.subjectId === b)?.id] })).body).toEqual({ unread: 3 });
    expect((await read({ about: a })).body).toEqual({ unread: 1 });
    expect((await list('?unread=true')).items).toHaveLength(1);
    expect((await read({ all: true })).body).toEqual({ unread: 0 });
    expect((await list()).items.map((item) => item.read)).toEqual([true, true, true, true]);
    expect((await list('?unread=true')).items).toEqual([]);
  });
  test.each([
    ['ids', {}, 'required'],
    ['ids', { ids: [] }, 'required'],
    ['ids.0', { ids: ['x'] }, 'notAnId'],
    ['about', { about: 'x' }, 'notAnId'],
    ['all', { all: false }, 'notAChoice'],
  ])('what cannot be is refused by name: %s %j', async (path, body, code) => {
    expect(await read(body)).toMatchObject({ status: 422, body: { fields: [{ path, code }] } });
  });
  test.each([
    'cursor=x',
    'limit=0',
    'unread=maybe',
    `cursor=${Buffer.from('["2026-02-30T00:00:00Z","x"]').toString('base64url')}`,
  ])('a list that cannot be is refused by name: %s', async (query) => {
    const answer = await call(here, `GET /api/notices?${query}`, { as: aino });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: query.split('=')[0] }] } });
  });
});

describe('the list', () => {
  test('is newest first and pages without gap or double', async () => {
    const told: string[] = [];
    for (let minute = 0; minute < 7; minute++) {
      told.unshift(seenBy(aino.id));
      await tell([{ subjectId: told[0] ?? '' }], after(minute - (minute % 2)));
    }
    const all = (await list('?limit=100')).items.map((item) => item.id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(`?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
    }
    expect(seen).toEqual(all);
    expect(all).toHaveLength(7);
  });
  test('costs no more statements with three than with one', async () => {
    await tell([{ subjectId: seenBy(aino.id) }, { subjectId: seenBy(aino.id) }, { subjectId: seenBy(aino.id) }]);
    here.statements();
    await list('?limit=1');
    const one = here.statements();
    await list('?limit=3');
    expect(here.statements()).toBe(one);
  });
});
