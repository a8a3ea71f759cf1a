// Personal tokens, through HTTP: made once, shown once, good for what they were made for, and ended at once.
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MadeToken, Token } from '../../contract/tokens.ts';
import { openHotel, type Hotel, type Person } from '../requests/for-tests.ts';
import { bearerIn, tokenHash } from './auth.ts';

let hotel: Hotel;
beforeAll(async () => {
  hotel = await openHotel();
});
afterAll(() => hotel.close());

const make = async (who: Person, more: object = {}): Promise<MadeToken> => {
  const answer = await who.post('/api/tokens', { name: 'Nightly report', ...more });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as MadeToken;
};
const listed = async (who: Person, query = '') =>
  ((await who.get(`/api/tokens${query}`)).body as { items: Token[] }).items;
/** As a program calls: no cookie, no origin. */
const call = (token: string, method: 'GET' | 'POST' | 'PATCH' = 'GET', url = '/api/today', payload?: object) =>
  hotel.http.inject({
    method,
    url,
    headers: { host: 'localhost:4600', authorization: `Bearer ${token}` },
    ...(payload ? { payload } : {}),
  });

describe('a token', () => {
  test('has a form and a sum that scanners know, and 256 random bits', async () => {
    const { token, ending } = await make(hotel.aino);
    expect(token).toMatch(/^gt_[\w-]{43}[\dA-Za-z]{6}$/);
    expect(token.endsWith(ending)).toBe(true);
    expect(tokenHash(token)).toEqual(createHash('sha256').update(token).digest());
    const other = token.at(10) === 'A' ? 'B' : 'A';
    expect(tokenHash(token.slice(0, 10) + other + token.slice(11))).toBeNull();
  });
  test('is shown when it is made and never again, and only its hash is kept', async () => {
    const { token, ...rest } = await make(hotel.aino, { name: 'Shown once', days: 7 });
    const found = (await listed(hotel.aino)).find(({ id }) => id === rest.id);
    expect(found).toEqual(rest);
    expect([rest.scopes, rest.expires, rest.used]).toEqual([['read'], '2026-12-01T08:00:00.000Z', null]);
    for (const table of ['auth_token', 'platform_audit', 'platform_answer', 'platform_change']) {
      const rows = (await sql`select * from ${sql.table(table)}`.execute(hotel.db)).rows;
      expect(JSON.stringify(rows), table).not.toContain(token);
    }
  });
  test('lives from one day to a year', async () => {
    for (const days of [0, 366, 1.5, null])
      expect((await hotel.aino.post('/api/tokens', { name: 'x', days })).status, String(days)).toBe(422);
  });
  test('to administer is made by administrators alone', async () => {
    const answer = await hotel.aino.post('/api/tokens', { name: 'x', scopes: ['admin'] });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'notAllowed']);
  });
  test('is not made by a sign-in older than a day', async () => {
    const before = hotel.time().toISOString();
    hotel.time('2026-11-25T08:00:01Z');
    const answer = await hotel.oleg.post('/api/tokens', { name: 'x' });
    hotel.time(before);
    expect((answer.body as { code: string }).code).toBe('staleSignIn');
  });
  test('is one of fifty at most', async () => {
    for (let count = 0; count < 50; count += 1) await make(hotel.eeva);
    const answer = await hotel.eeva.post('/api/tokens', { name: 'One more' });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'tooManyTokens']);
  });
});

describe('a program', () => {
  test('reads as its owner without a cookie, and writes without an origin or from any', async () => {
    const { token } = await make(hotel.aino, { scopes: ['read', 'write'] });
    expect((await call(token)).statusCode).toBe(200);
    const answer = await hotel.http.inject({
      method: 'POST',
      url: '/api/requests',
      headers: { host: 'localhost:4600', origin: 'https://elsewhere.example', authorization: `bearer ${token}` },
      payload: { title: 'Chairs', team: hotel.kitchen },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<{ requester: { id: string } }>().requester.id).toBe(hotel.aino.id);
  });
  test('is its token and nobody else, whatever cookie comes along', async () => {
    const { token } = await make(hotel.aino);
    const both = await hotel.liisa.get('/api/session', { authorization: `Bearer ${token}` });
    expect((both.body as { person: { id: string } }).person.id).toBe(hotel.aino.id);
    const wrong = await hotel.liisa.get('/api/session', { authorization: 'Bearer nonsense' });
    expect(wrong.status).toBe(401);
  });
  test('is told what it lacks', async () => {
    const { token } = await make(hotel.aino);
    const answer = await call(token, 'POST', '/api/requests', { title: 'Chairs', team: hotel.kitchen });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'scopeMissing']);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="Goodturn", error="insufficient_scope", scope="write"',
    );
  });
  test('of an administrator, made to write, is no administrator', async () => {
    const path = `/api/people/${hotel.aino.id}`;
    const version = { 'if-match': String((await hotel.jussi.get(path)).headers['etag']) };
    const change = async (scopes: string[]) => {
      const authorization = `Bearer ${(await make(hotel.jussi, { scopes })).token}`;
      return hotel.http.inject({
        method: 'PATCH',
        url: path,
        headers: { authorization, ...version },
        payload: { place: 'Lahti' },
      });
    };
    expect((await change(['read', 'write'])).statusCode).toBe(403);
    expect((await change(['write', 'admin'])).statusCode).toBe(200);
    const [last] = ((await hotel.jussi.get('/api/audit?act=person.update')).body as { items: { byProgram: boolean }[] })
      .items;
    expect(last?.byProgram).toBe(true);
  });
  test('administers only while its owner does', async () => {
    const made = await hotel.jussi.post('/api/people', {
      name: 'Second',
      email: 'second@example.com',
      administrator: true,
    });
    const { token } = await make(hotel.jussi, { scopes: ['admin'] });
    expect((await call(token, 'GET', '/api/audit')).statusCode).toBe(200);
    expect((made.body as { administrator: boolean }).administrator).toBe(true);
    const role = (administrator: boolean) =>
      sql`update directory_person set administrator = ${administrator} where id = ${hotel.jussi.id}`.execute(hotel.db);
    await role(false);
    expect((await call(token, 'GET', '/api/audit')).json<{ code: string }>().code).toBe('notAllowed');
    await role(true);
  });
  test('is noted by the day, with one write an hour at most', async () => {
    const { token, id } = await make(hotel.mika);
    const seen = async () =>
      (await sql<{ used_at: Date }>`select used_at from auth_token where id = ${id}`.execute(hotel.db)).rows[0]
        ?.used_at;
    await call(token);
    const first = await seen();
    hotel.time('2026-11-24T08:59:59Z');
    await call(token);
    expect(await seen()).toEqual(first);
    hotel.time('2026-11-24T09:00:00Z');
    await call(token);
    expect(await seen()).toEqual(new Date('2026-11-24T09:00:00Z'));
    hotel.time('2026-11-24T08:00:00Z');
    expect((await listed(hotel.mika))[0]?.used).toBe('2026-11-24');
  });
});

describe('a token that is none', () => {
  test('gets one answer, whatever was wrong with it', async () => {
    const ended = await make(hotel.mika);
    await hotel.mika.call('DELETE', `/api/tokens/${ended.id}`);
    const old = await make(hotel.mika, { days: 1 });
    hotel.time('2026-11-25T08:00:00Z');
    const never = 'gt_0000000000000000000000000000000000000000000000000';
    const answers = await Promise.all(
      [ended.token, old.token, never, '', 'x', `${old.token} ${old.token}`].map((each) => call(each)),
    );
    hotel.time('2026-11-24T08:00:00Z');
    const told = answers.map(({ statusCode, body, headers: { date: _date, ...headers } }) => ({
      statusCode,
      body,
      headers,
    }));
    for (const one of told) expect(one).toEqual(told[0]);
    expect([told[0]?.statusCode, told[0]?.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="Goodturn", error="invalid_token"',
    ]);
    expect((await listed(hotel.mika)).some(({ id }) => id === ended.id)).toBe(false);
  });
  test('opens not even what is open to everybody', async () => {
    expect((await call('x', 'GET', '/api/session')).statusCode).toBe(401);
  });
  test('is also that of somebody who was let go, though they come back', async () => {
    const { token } = await make(hotel.oleg);
    await hotel.jussi.post(`/api/people/${hotel.oleg.id}/deactivation`);
    expect((await call(token)).statusCode).toBe(401);
    await hotel.jussi.call('DELETE', `/api/people/${hotel.oleg.id}/deactivation`);
    expect((await call(token)).statusCode).toBe(401);
  });
  test.each(['Basic Z3RfeDp5', 'Digest x', ''])('is not what another scheme carries: %j', (header) => {
    expect(bearerIn(header)).toBeUndefined();
  });
});

describe('other people’s tokens', () => {
  test('are listed and ended by administrators, who never see them', async () => {
    const { token, id } = await make(hotel.aino, { name: 'Left behind' });
    const all = await hotel.jussi.get('/api/tokens?everybody=true');
    expect(all.text).not.toContain(token.slice(3, 40));
    expect((all.body as { items: Token[] }).items.find((each) => each.id === id)).toMatchObject({
      name: 'Left behind',
      mine: false,
      owner: { id: hotel.aino.id, name: 'Aino Virtanen' },
    });
    expect((await hotel.jussi.call('DELETE', `/api/tokens/${id}`)).status).toBe(204);
    expect((await call(token)).statusCode).toBe(401);
    const [last] = ((await hotel.jussi.get('/api/audit?act=token.revoke')).body as { items: object[] }).items;
    expect(last).toMatchObject({ person: { name: 'Aino Virtanen' }, subject: { kind: 'token', name: 'Left behind' } });
  });
  test('are nobody else’s to list or to end', async () => {
    const { id } = await make(hotel.aino);
    expect((await hotel.liisa.get('/api/tokens?everybody=true')).status).toBe(403);
    expect((await hotel.liisa.call('DELETE', `/api/tokens/${id}`)).status).toBe(404);
  });
});
