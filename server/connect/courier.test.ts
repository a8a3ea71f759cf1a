// Webhooks as a receiver knows them: a real server that checks signatures with the library of the specification, and remembers.
import { sql } from 'kysely';
import { Webhook as Standard } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery, MadeWebhook, Webhook } from '../../contract/connect.ts';
import { openHotel, type Hotel, type Person } from '../requests/for-tests.ts';
import { isBehind, openReceiver, type Receiver } from './for-tests.ts';

let hotel: Hotel;
let there: Receiver;
beforeAll(async () => {
  hotel = await openHotel({ webhookAllow: ['127.0.0.1'] });
});
afterAll(() => hotel.close());
beforeEach(async () => {
  there = await openReceiver();
});
afterEach(async () => {
  await sql`update connect_webhook set active = false`.execute(hotel.db);
  await there.close();
});

const make = async (who: Person, more: object = {}): Promise<MadeWebhook> => {
  const answer = await who.post('/api/webhooks', { name: 'Wallboard', url: there.url, ...more });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as MadeWebhook;
};
const ask = async (who: Person, title: string, team = hotel.it) =>
  String((await who.post('/api/requests', { title, team })).body['id']);
const deliveries = async (who: Person, { id }: { id: string }) =>
  ((await who.get(`/api/webhooks/${id}/deliveries`)).body as { items: Delivery[] }).items;
const found = async (who: Person, { id }: { id: string }) =>
  ((await who.get('/api/webhooks')).body as { items: Webhook[] }).items.find((each) => each.id === id);
/** Lets time pass, and sends what is due then. */
const after = async (milliseconds: number) => {
  hotel.time(new Date(hotel.time().getTime() + milliseconds).toISOString());
  do {
    while (await hotel.courier.round());
  } while (await isBehind(hotel.db));
};
const sendAll = () => after(0);
const types = () => there.heard.map(({ event }) => event.type);

describe('a webhook', () => {
  test('tells its owner’s program what changed, signed by the specification', async () => {
    const { secret } = await make(hotel.mika);
    const id = await ask(hotel.aino, 'The projector is green');
    await sendAll();
    expect(types()).toEqual(['request.asked']);
    const [{ body, headers, event }] = there.heard as [Receiver['heard'][number]];
    expect(event.data).toMatchObject({
      id,
      path: `/requests/${id}`,
      request: { id, title: 'The projector is green', state: 'asked' },
    });
    // The library takes only signatures of the last minutes.
    const now = String(Math.floor(Date.now() / 1000));
    expect(Math.abs(Number(headers['webhook-timestamp']) - hotel.time().getTime() / 1000)).toBeLessThan(2);
    const fresh = new Standard(secret).sign(String(headers['webhook-id']), new Date(Number(now) * 1000), body);
    const again = { 'webhook-id': String(headers['webhook-id']), 'webhook-timestamp': now, 'webhook-signature': fresh };
    expect(new Standard(secret).verify(body, again)).toEqual(event);
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    expect(headers['webhook-signature']).toBe(new Standard(secret).sign(String(headers['webhook-id']), at, body));
    expect(String(headers['webhook-id'])).toMatch(/^msg_[\da-f-]{36}$/);
  });
  test('tells of what its owner may see and of nothing else', async () => {
    await make(hotel.oleg, { about: ['request', 'team', 'person', 'article'] });
    await make(hotel.jussi, { about: ['request'] });
    const id = await ask(hotel.aino, 'Nothing for the kitchen');
    await hotel.mika.post(`/api/requests/${id}/greeting`, { words: 'At once' });
    await ask(hotel.aino, 'Soup', hotel.kitchen);
    await sendAll();
    expect(types()).toEqual(['request.asked']);
    expect(there.text()).toContain('Soup');
    expect(there.text()).not.toMatch(/Nothing for the kitchen|At once/);
  });
  test('tells of notes only those who may read them', async () => {
    const asker = await make(hotel.aino);
    const server = await make(hotel.mika);
    const id = await ask(hotel.aino, 'A lamp');
    await hotel.liisa.post(`/api/requests/${id}/messages`, { kind: 'note', body: 'He is a wombat' });
    await sendAll();
    expect((await deliveries(hotel.aino, asker)).map(({ type }) => type)).toEqual(['request.asked']);
    expect((await deliveries(hotel.mika, server)).map(({ type }) => type)).toEqual(['request.note', 'request.asked']);
    expect(there.text()).not.toContain('wombat');
  });
  test('looks again at the moment of sending: what its owner lost sight of is withheld', async () => {
    const hook = await make(hotel.mika);
    there.answer(() => ({ status: 500 }));
    const id = await ask(hotel.aino, 'A secret of IT');
    await sendAll();
    await hotel.liisa.call('DELETE', `/api/teams/${hotel.it}/members/${hotel.mika.id}`);
    there.forget();
    await after(10_000);
    expect(there.heard).toEqual([]);
    expect(await deliveries(hotel.mika, hook)).toMatchObject([
      { type: 'request.asked', state: 'withheld', attempts: 2 },
    ]);
    await hotel.liisa.call('PUT', `/api/teams/${hotel.it}/members/${hotel.mika.id}`, { lead: false });
    expect(id).not.toBe('');
  });
  test('is silent when its owner has left', async () => {
    await make(hotel.eeva);
    await hotel.eeva.post('/api/requests', { title: 'Before', team: hotel.it });
    await hotel.jussi.post(`/api/people/${hotel.eeva.id}/deactivation`);
    await sendAll();
    expect(there.heard).toEqual([]);
    await hotel.jussi.call('DELETE', `/api/people/${hotel.eeva.id}/deactivation`);
  });
  test('tells of people and teams by their ids alone', async () => {
    await make(hotel.aino, { about: ['team', 'person'] });
    await hotel.jussi.post('/api/teams', { name: 'Garden' });
    await sendAll();
    // What the test before did to a person may still be news, when somebody else's long transaction holds the log back.
    expect(types().filter((type) => type.startsWith('team.'))).toEqual(['team.added']);
    for (const { event } of there.heard) expect(Object.keys(event.data), event.type).toEqual(['id', 'path']);
  });
});

describe('a delivery that was not taken', () => {
  test('is tried ten times over three days under one id, then left', async () => {
    const hook = await make(hotel.aino);
    there.answer(() => ({ status: 503, body: 'not\u0000 now' }));
    await ask(hotel.aino, 'Patience');
    await sendAll();
    for (const wait of [5e3, 3e5, 18e5, 72e5, 18e6, 36e6, 504e5, 72e6, 864e5]) {
      await after(wait * 0.89);
      const before = there.heard.length;
      await after(wait * 0.22);
      expect(there.heard.length, String(wait)).toBe(before + 1);
    }
    await after(864e5);
    expect(there.heard.length).toBe(10);
    expect(new Set(there.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deliveries(hotel.aino, hook)).toMatchObject([
      { state: 'failed', attempts: 10, status: 503, response: 'not  now', next: null },
    ]);
  });
  test('is one that was answered with a redirect, which nobody follows', async () => {
    const hook = await make(hotel.aino);
    there.answer(() => ({ status: 302, headers: { location: `${there.url}/elsewhere` } }));
    await ask(hotel.aino, 'Round and round');
    await sendAll();
    expect(there.heard.length).toBe(1);
    expect(await deliveries(hotel.aino, hook)).toMatchObject([{ state: 'waiting', status: 302 }]);
  });
  test('is taken later, and all is well again', async () => {
    const hook = await make(hotel.aino);
    there.answer((count) => ({ status: count === 1 ? 500 : 204 }));
    await ask(hotel.aino, 'Second time');
    await sendAll();
    expect((await found(hotel.aino, hook))?.failingSince).not.toBeNull();
    await after(6000);
    expect(await deliveries(hotel.aino, hook)).toMatchObject([{ state: 'delivered', attempts: 2, status: 204 }]);
    expect((await found(hotel.aino, hook))?.failingSince).toBeNull();
  });
  test('keeps at most the first kilobyte of what was answered', async () => {
    const hook = await make(hotel.aino);
    there.answer(() => ({ status: 200, body: 'é'.repeat(5000) }));
    await ask(hotel.aino, 'Long');
    await sendAll();
    const [one] = await deliveries(hotel.aino, hook);
    expect(one?.response?.length).toBeLessThanOrEqual(1000);
    expect(one?.response).toMatch(/^é+/);
  });
});

describe('a webhook that is no use any more', () => {
  test('ends when it answers 410, and its owner is told', async () => {
    const hook = await make(hotel.aino);
    there.answer(() => ({ status: 410 }));
    await ask(hotel.aino, 'Gone');
    await sendAll();
    expect(await found(hotel.aino, hook)).toMatchObject({ active: false, ended: 'gone' });
    const notices = (await hotel.aino.get('/api/notices')).body as { items: object[] };
    expect(notices.items[0]).toMatchObject({ kind: 'webhookEnded', title: 'Wallboard', path: '/me/webhooks' });
    await ask(hotel.aino, 'Nobody hears');
    await sendAll();
    expect(there.heard.length).toBe(1);
  });
  test('ends after five days of nothing but failure, and not before', async () => {
    const hook = await make(hotel.aino);
    there.answer(() => ({ status: 500 }));
    for (let day = 0; day < 5; day += 1) {
      await ask(hotel.aino, `Day ${day}`);
      await sendAll();
      await after(86_300_000);
      expect((await found(hotel.aino, hook))?.active, `day ${day}`).toBe(true);
    }
    await ask(hotel.aino, 'The last');
    await after(2_000_000);
    expect(await found(hotel.aino, hook)).toMatchObject({ active: false, ended: 'failing' });
  });
  test('starts afresh when its owner says so', async () => {
    const hook = await make(hotel.aino);
    there.answer(() => ({ status: 410 }));
    await ask(hotel.aino, 'Gone');
    await sendAll();
    there.answer(() => ({ status: 200 }));
    const version = { 'if-match': `"${(await found(hotel.aino, hook))?.version}"` };
    const started = await hotel.aino.call('PATCH', `/api/webhooks/${hook.id}`, { active: true }, version);
    expect(started.body).toMatchObject({ active: true, ended: null });
    there.forget();
    await ask(hotel.aino, 'Here again');
    await sendAll();
    expect(there.text()).toContain('Here again');
  });
});

describe('an owner', () => {
  test('tries it, and sends again what went astray, under the same id', async () => {
    const hook = await make(hotel.aino);
    expect((await hotel.aino.post(`/api/webhooks/${hook.id}/test`)).status).toBe(202);
    await sendAll();
    const [trial] = await deliveries(hotel.aino, hook);
    expect(trial).toMatchObject({ type: 'webhook.test', state: 'delivered', attempts: 1 });
    await hotel.aino.post(`/api/webhooks/${hook.id}/deliveries/${trial?.id}/resend`);
    await sendAll();
    expect(there.heard.map(({ headers }) => headers['webhook-id'])).toEqual([trial?.message, trial?.message]);
  });
  test('changes the secret, and for a day both sign', async () => {
    const hook = await make(hotel.aino);
    const next = (await hotel.aino.post(`/api/webhooks/${hook.id}/secret`)).body as MadeWebhook;
    expect(next.secret).not.toBe(hook.secret);
    await hotel.aino.post(`/api/webhooks/${hook.id}/test`);
    await sendAll();
    await after(86_400_001);
    await hotel.aino.post(`/api/webhooks/${hook.id}/test`);
    await sendAll();
    const [both, one] = there.heard.map(({ headers, body }) => {
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      const signatures = String(headers['webhook-signature']).split(' ');
      return [next.secret, hook.secret].map((secret) =>
        signatures.includes(new Standard(secret).sign(String(headers['webhook-id']), at, body)),
      );
    });
    expect([both, one]).toEqual([
      [true, true],
      [true, false],
    ]);
  });
  test('sees the secret once, and it is in no list, log or answer that is kept', async () => {
    const { secret } = await make(hotel.aino);
    expect((await hotel.aino.get('/api/webhooks')).text).not.toContain(secret);
    for (const table of ['platform_audit', 'platform_answer', 'platform_change'])
      expect(JSON.stringify((await sql`select * from ${sql.table(table)}`.execute(hotel.db)).rows)).not.toContain(
        secret,
      );
  });
  test('is the only one who sees the address and what was answered', async () => {
    const hook = await make(hotel.aino, { url: `${there.url}/hidden-path` });
    const all = await hotel.jussi.get('/api/webhooks?everybody=true');
    expect(all.text).toContain(hook.id);
    expect(all.text).not.toContain('hidden-path');
    expect((await hotel.jussi.get(`/api/webhooks/${hook.id}/deliveries`)).status).toBe(404);
    expect((await hotel.jussi.call('DELETE', `/api/webhooks/${hook.id}`)).status).toBe(204);
  });
});

test('a copy that was restored sends nothing until it is told to', async () => {
  const hook = await make(hotel.aino);
  await sql`insert into platform_quiet (since) values (now())`.execute(hotel.db);
  await ask(hotel.aino, 'Held');
  await sendAll();
  expect(there.heard).toEqual([]);
  await sql`delete from platform_quiet`.execute(hotel.db);
  await sendAll();
  expect(there.text()).toContain('Held');
  expect(await deliveries(hotel.aino, hook)).toMatchObject([{ state: 'delivered' }]);
});

test('a place in the log of another database is given up for the newest of this one', async () => {
  await make(hotel.aino);
  await sql`update connect_cursor set cursor = '9000000000000000000-1'`.execute(hotel.db);
  await sendAll();
  await ask(hotel.aino, 'After the restore');
  await sendAll();
  expect(there.text()).toContain('After the restore');
});
