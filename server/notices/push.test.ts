// Taps on browsers: to whom, when, how little they say, and what becomes of browsers that are gone.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Outbound, Reach } from '../platform/outbound.ts';
import { openHotel, type Hotel, type Person } from '../requests/for-tests.ts';
import { newPhone as phone, opened, type Phone } from './phone-for-tests.ts';

let hotel: Hotel;
let sent: Outbound[] = [];
let answer = 201;
const reach: Reach = async (call) => {
  sent.push(call);
  return { status: answer, headers: {}, body: Buffer.alloc(0), cut: false };
};
beforeAll(async () => {
  hotel = await openHotel({ reach });
});
afterAll(() => hotel.close());
beforeEach(async () => {
  hotel.time('2026-11-24T08:00:00Z');
  await sql`delete from notices_browser`.execute(hotel.db);
  await sql`update notices_notice set read_at = now(), push_at = null`.execute(hotel.db);
  sent = [];
  answer = 201;
});

const subscribe = async (who: Person, { endpoint, keys, auth }: Phone) => {
  const sentKeys = { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') };
  const made = await who.post('/api/notices/browsers', { endpoint, keys: sentKeys });
  expect(made.status, made.text).toBe(201);
  return (made.body as { id: string }).id;
};
const asked = async (title: string) => {
  const made = await hotel.aino.post('/api/requests', { title, team: hotel.it });
  return made.body as { id: string; number: number };
};
const greet = async (id: string) => {
  expect((await hotel.mika.post(`/api/requests/${id}/greeting`, { words: 'Kanari hello' })).status).toBe(200);
};
const deliver = async (at?: string) => {
  if (at) hotel.time(at);
  await hotel.outgoing.push.deliver();
  return sent.splice(0);
};

test('a tap says kind and number, encrypted for that browser, and leads to the page; it comes once', async () => {
  const mine = phone('mine');
  await subscribe(hotel.aino, mine);
  const { id, number } = await asked('Kanari lamp');
  await greet(id);
  const [tap, ...none] = await deliver();
  expect(none).toEqual([]);
  expect(tap?.url).toBe(mine.endpoint);
  expect(String(tap?.body)).not.toContain('request');
  expect(tap?.headers?.['Authorization']).toMatch(/^vapid t=[\w.-]+, k=/);
  const read = opened(mine, tap?.body as Buffer);
  expect(read).toEqual({ line: `Hello about your request #${number}`, path: `/requests/${id}`, tag: `request ${id}` });
  expect(await deliver()).toEqual([]);
});

test('whoever has no browser, has read it, or works tomorrow is not tapped now', async () => {
  const { id } = await asked('A lamp');
  await greet(id);
  expect(await deliver()).toEqual([]);
  await subscribe(hotel.aino, phone('mine'));
  const read = await asked('A chair');
  await greet(read.id);
  await hotel.aino.post('/api/notices/read', { all: true });
  expect(await deliver()).toEqual([]);
  hotel.time('2026-11-24T18:00:00Z');
  const late = await asked('A desk');
  await greet(late.id);
  expect(await deliver()).toEqual([]);
  expect((await deliver('2026-11-25T06:00:00Z')).length).toBe(1);
});

test('much news at one time is one tap that counts it', async () => {
  const mine = phone('mine');
  await subscribe(hotel.aino, mine);
  for (const title of ['One', 'Two', 'Three', 'Four']) await greet((await asked(title)).id);
  const [tap, ...none] = await deliver();
  expect(none).toEqual([]);
  expect(opened(mine, tap?.body as Buffer)).toEqual({
    line: '4 pieces of news for you',
    path: '/notices',
    tag: 'several',
  });
});

test('of a private request the team alone is told', async () => {
  const mine = phone('mine');
  await subscribe(hotel.aino, mine);
  const { id } = await asked('Kanari salary');
  await sql`update requests_request set sight = 'private' where id = ${id}`.execute(hotel.db);
  await greet(id);
  const [tap] = await deliver();
  expect(opened(mine, tap?.body as Buffer)['line']).toBe('Your request to IT');
});

test.each([404, 410])('a browser whose push service answers %s is forgotten', async (status) => {
  answer = status;
  await subscribe(hotel.aino, phone('mine'));
  await greet((await asked('A lamp')).id);
  expect((await deliver()).length).toBe(1);
  expect((await hotel.aino.get('/api/notices/settings')).body).toMatchObject({ browsers: [] });
});

test('a service that fails for the moment keeps the browser', async () => {
  answer = 503;
  await subscribe(hotel.aino, phone('mine'));
  await greet((await asked('A lamp')).id);
  await deliver();
  expect((await hotel.aino.get('/api/notices/settings')).body).toMatchObject({ browsers: [{ browser: null }] });
});

describe('a browser', () => {
  test('is subscribed once however often it asks, and by another person it is theirs', async () => {
    const mine = phone('mine');
    const id = await subscribe(hotel.aino, mine);
    expect(await subscribe(hotel.aino, mine)).toBe(id);
    await subscribe(hotel.mika, mine);
    expect((await hotel.aino.get('/api/notices/settings')).body).toMatchObject({ browsers: [] });
    expect((await hotel.aino.call('DELETE', `/api/notices/browsers/${id}`)).status).toBe(404);
    expect((await hotel.mika.call('DELETE', `/api/notices/browsers/${id}`)).status).toBe(204);
  });

  test.each([
    'http://push.example.com/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://metadata.google.internal/a',
    'https://10.0.0.8/a',
  ])('with a push address that is not on the public internet is not taken: %s', async (endpoint) => {
    const refused = await hotel.aino.post('/api/notices/browsers', {
      endpoint,
      keys: { p256dh: 'BAAA', auth: 'AAAA' },
    });
    expect(refused.status).toBe(422);
    expect((refused.body as { code: string }).code).toBe('notCallable');
  });
});
