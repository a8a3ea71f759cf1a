// The sample company is made whole through the front doors and leaves a living desk.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PromiseRow } from '../../contract/promises.ts';
import { createTestApp, type TestApp } from '../platform/test.ts';
import { transact } from '../platform/db.ts';
import { startWithTemplate } from '../platform/postgres/for-tests.ts';
import { reckonRisks } from '../promises/promises.ts';
import { makeSample, orderSample, sampleState } from './sample.ts';

type PromiseList = { items: PromiseRow[] };
let app: TestApp;
/** Its own: the sample is one long transaction, and news of a whole PostgreSQL waits for the oldest one. */
let own: Awaited<ReturnType<typeof startWithTemplate>>;
const now = new Date('2026-11-20T11:00:00Z');
beforeAll(async () => {
  own = await startWithTemplate();
  app = await createTestApp({ at: now.toISOString(), postgres: own.postgres });
  await transact(app.db, (tx) => orderSample(tx, now));
  await makeSample(app.db, now);
}, 600_000);
afterAll(async () => {
  await app.close();
  await own.stop();
});

it('is ready, with about 150 people in 14 teams and about 3,000 requests', async () => {
  expect(await sampleState(app.db)).toEqual({ state: 'ready', done: 1 });
  const count = (table: 'directory_person' | 'directory_team' | 'requests_request') =>
    app.db
      .selectFrom(table)
      .select((each) => each.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
  expect(await count('directory_team')).toEqual({ count: 14 });
  const people = (await count('directory_person')).count;
  const requests = (await count('requests_request')).count;
  expect(people).toBeGreaterThan(135);
  expect(requests).toBeGreaterThan(2500);
});

it('shows pictures with some of the asks, all of them attached', async () => {
  const files = await app.db.selectFrom('attachments_file').select(['holder_kind', 'image']).execute();
  expect(files.length).toBeGreaterThan(5);
  expect(files.every(({ holder_kind, image }) => holder_kind === 'ask' && image)).toBe(true);
});

it('lets a visitor be each of the seven, and each has a full day', async () => {
  for (const as of ['employee', 'it-lead', 'housekeeper', 'hr-partner', 'manager', 'steward', 'administrator']) {
    const browser = app.browser();
    const signedIn = await browser.post('/api/demo-session', { as });
    expect(signedIn.status).toBe(200);
    const { body } = await browser.get('/api/today');
    const today = body as { promised: unknown[]; awaitingMyWord: unknown[]; waitingFor: unknown[] };
    expect([as, today.promised.length > 2, today.awaitingMyWord.length > 1, today.waitingFor.length > 1]).toEqual([
      as,
      true,
      true,
      true,
    ]);
  }
});

it('has promises at risk for each of the reasons, of people whom a visitor may be, and each with a time that would hold', async () => {
  await reckonRisks(app.db, now);
  const reasons = new Set<string>();
  const all: PromiseRow[] = [];
  for (const as of ['employee', 'it-lead', 'housekeeper', 'hr-partner', 'manager', 'steward', 'administrator']) {
    const browser = app.browser();
    await browser.post('/api/demo-session', { as });
    const { items } = (await browser.get('/api/promises?limit=100')).body as PromiseList;
    const risky = items.filter(({ risk }) => risk);
    expect([as, risky.filter(({ suggestedDue }) => !suggestedDue)]).toEqual([as, []]);
    all.push(...items);
    for (const { risk } of risky) reasons.add(risk!.reason);
  }
  // A warning that comes with every promise is none.
  expect(all.filter(({ risk }) => risk).length).toBeLessThan(all.length / 2);
  expect([...reasons].toSorted()).toEqual(['belowMoved', 'otherPromises', 'timeShort', 'tookLonger']);
});
