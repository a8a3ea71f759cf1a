// Limits on tries: counted in the database, forgiven after success, on by default.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth, placeOf } from './auth.ts';
import { addAino, call, origin, password, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
beforeAll(async () => {
  here = await surround({ limited: true });
});
afterAll(() => here.close());

const tryIn = (email: string, from: string, given = 'not this password') =>
  call(here.http, 'POST', '/api/session', { body: { email, password: given }, from });
const later = (milliseconds: number) => {
  here.clock.now = new Date(here.clock.now.getTime() + milliseconds);
};

describe('signing in', () => {
  it('may fail five times a minute from one place, then waits, even with the right password', async () => {
    const { email } = await addAino(here.db, here.clock.now);
    for (let turn = 0; turn < 5; turn += 1) expect((await tryIn(email, '192.0.2.1')).status).toBe(401);
    later(20_000);
    const stopped = await tryIn(email, '192.0.2.1', password);
    expect(stopped).toMatchObject({ status: 429, body: { code: 'tooManyAttempts' }, lines: [] });
    expect(stopped.headers['retry-after']).toBe('40');
    expect((await tryIn(email, '192.0.2.2', password)).status).toBe(200);
    later(40_001);
    expect((await tryIn(email, '192.0.2.1', password)).status).toBe(200);
  });

  it('counts tries that come at the same instant, and in whatever case', async () => {
    const { email } = await addAino(here.db, here.clock.now);
    const addresses = [email, email.toUpperCase(), email, email, email, email, email];
    const statuses = (await Promise.all(addresses.map((address) => tryIn(address, '192.0.2.3')))).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('forgets failed tries after a good one', async () => {
    const { email } = await addAino(here.db, here.clock.now);
    for (let turn = 0; turn < 4; turn += 1) await tryIn(email, '192.0.2.4');
    expect((await tryIn(email, '192.0.2.4', password)).status).toBe(200);
    for (let turn = 0; turn < 4; turn += 1) expect((await tryIn(email, '192.0.2.4')).status).toBe(401);
  });

  it('stops one place that guesses at many accounts', async () => {
    const place = placeOf('192.0.2.5');
    for (let turn = 0; turn < 120; turn += 1)
      await here.auth.tried(here.db, 'signInFromAddress', place, here.clock.now);
    expect((await tryIn('somebody@example.com', '192.0.2.5')).status).toBe(429);
  });

  it('keeps no address of anybody who tried', async () => {
    await tryIn('stranger@example.com', '192.0.2.6');
    const kept = JSON.stringify(await here.db.selectFrom('auth_rate_limit').selectAll().execute());
    expect(kept).not.toMatch(/stranger|192\.0\.2/);
  });
});

describe('links', () => {
  it('may be tried ten times a minute from one place', async () => {
    const look = () => call(here.http, 'GET', `/api/links/${'A'.repeat(43)}`, { from: '192.0.2.7' });
    for (let turn = 0; turn < 10; turn += 1) expect((await look()).status).toBe(404);
    expect((await look()).status).toBe(429);
    const use = await call(here.http, 'POST', `/api/links/${'A'.repeat(43)}/use`, {
      body: { password },
      from: '192.0.2.7',
    });
    expect(use.status).toBe(429);
  });
});

describe('limits', () => {
  it('hold unless they are switched off', async () => {
    const settings = { pool: here.database.pool, baseUrl: origin, secret: here.secret, clock: () => here.clock.now };
    const usual = createAuth(settings);
    const off = createAuth({ ...settings, limited: false });
    const outcomes = [];
    for (let turn = 0; turn < 6; turn += 1)
      outcomes.push(await usual.tried(here.db, 'password', 'somebody', here.clock.now));
    expect(outcomes.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(outcomes[5]).toMatchObject({ refused: 'tooManyAttempts' });
    expect(await off.tried(here.db, 'password', 'somebody', here.clock.now)).toBeNull();
  });

  it('count one network of IPv6 as one place', () => {
    expect(placeOf('2001:db8:1:2:3:4:5:6')).toBe(placeOf('2001:db8:1:2::1'));
    expect(placeOf('2001:db8:1:2::1')).not.toBe(placeOf('2001:db8:1:3::1'));
    expect(placeOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  });
});
