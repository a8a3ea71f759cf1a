// Signing in and out, sessions, passwords and links over HTTP, wrong turns included.
import { createHook } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLink, setActive } from './auth.ts';
import { addAino, call, password, signIn, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
beforeAll(async () => {
  here = await surround();
});
afterAll(() => here.close());

const ask = (...[method, url, more]: [Parameters<typeof call>[1], string, Parameters<typeof call>[3]?]) =>
  call(here.http, method, url, more);
const aino = () => addAino(here.db, here.clock.now);
const knows = async (cookie: string) => (await ask('GET', '/api/sessions', { cookie })).status === 200;
const next = 'an even longer password';

describe('signing in', () => {
  it('takes e-mail and password, whatever the case of the e-mail', async () => {
    const { id, email } = await aino();
    const signed = await signIn(here.http, ` ${email.toUpperCase()} `);
    expect(signed).toMatchObject({ status: 200, body: { person: id } });
    expect(await knows(signed.cookie)).toBe(true);
  });

  it('answers alike, byte for byte, whether the address, the password or the account is at fault', async () => {
    const { email } = await aino();
    const left = await aino();
    await setActive(here.db, left.id, false, here.clock.now);
    const answers = await Promise.all([
      signIn(here.http, email, 'not this password'),
      signIn(here.http, 'nobody@example.com'),
      signIn(here.http, left.email),
    ]);
    for (const { status, body, lines } of answers) {
      expect({ status, lines }).toEqual({ status: 401, lines: [] });
      expect(body).toEqual(answers[0]?.body);
    }
    expect(answers[0]?.body).toMatchObject({ code: 'signInFailed' });
  });

  it('hashes a password even for an address that nobody has, so that time tells nothing', async () => {
    const { email } = await aino();
    const hashes = async (address: string) => {
      let count = 0;
      const watch = createHook({ init: (_id, type) => void (type === 'SCRYPTREQUEST' && (count += 1)) }).enable();
      await signIn(here.http, address, 'not this password');
      watch.disable();
      return count;
    };
    expect([await hashes(email), await hashes('nobody@example.com')]).toEqual([1, 1]);
  });

  it.each([
    ['no body', undefined, 'email'],
    ['no password', { email: 'aino@example.com' }, 'password'],
    ['an empty password', { email: 'aino@example.com', password: '' }, 'password'],
    ['no address', { email: 'aino', password }, 'email'],
    ['a huge password', { email: 'aino@example.com', password: 'x'.repeat(100_000) }, 'password'],
    ['a zero byte in the address', { email: 'aino\u0000@example.com', password }, 'email'],
    ['an object for a password', { email: 'aino@example.com', password: { $ne: '' } }, 'password'],
  ])('says which field to mend when there is %s', async (_what, body, field) => {
    const answer = await ask('POST', '/api/session', body ? { body } : {});
    expect(answer.status).toBe(422);
    expect(answer.body['fields']).toEqual(expect.arrayContaining([expect.objectContaining({ path: field })]));
  });

  it('is refused from a page of another site', async () => {
    const { email } = await aino();
    const headers = { origin: 'https://evil.example' };
    const answer = await ask('POST', '/api/session', { body: { email, password }, headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreignOrigin' }, lines: [] });
  });

  it('works for programs, which send no origin', async () => {
    const { email } = await aino();
    const answer = await here.http.inject({ method: 'POST', url: '/api/session', payload: { email, password } });
    expect(answer.statusCode).toBe(200);
  });

  it('ends the session that the browser had before', async () => {
    const { email } = await aino();
    const { cookie } = await signIn(here.http, email);
    const again = await ask('POST', '/api/session', { body: { email, password }, cookie });
    expect(again.status).toBe(200);
    expect(await knows(cookie)).toBe(false);
    expect(await knows(again.cookie)).toBe(true);
  });
});

describe('signing out', () => {
  it('ends the session and takes the cookie away', async () => {
    const { email } = await aino();
    const { cookie } = await signIn(here.http, email);
    const out = await ask('DELETE', '/api/session', { cookie });
    expect(out.status).toBe(204);
    expect(out.lines).toEqual(['goodturn.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    expect(await knows(cookie)).toBe(false);
  });

  it('is fine for somebody who is not signed in', async () => {
    expect((await ask('DELETE', '/api/session')).status).toBe(204);
  });
});

describe('my sessions', () => {
  const items = async (cookie: string) =>
    (await ask('GET', '/api/sessions', { cookie })).body['items'] as Array<Record<string, unknown>>;

  it('are listed with what the device said of itself', async () => {
    const { email } = await aino();
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0' };
    const { cookie } = await ask('POST', '/api/session', { body: { email, password }, headers });
    await signIn(here.http, email);
    const listed = await items(cookie);
    expect(listed).toHaveLength(2);
    expect(listed.filter((session) => session['current'])).toEqual([
      expect.objectContaining({ browser: 'Firefox', system: 'Linux', mobile: false }),
    ]);
    expect(Object.keys(listed[0] ?? {}).toSorted()).toEqual([
      'browser',
      'created',
      'current',
      'id',
      'mobile',
      'seen',
      'system',
    ]);
  });

  it('keep only so much of what a device says', async () => {
    const { id, email } = await aino();
    await ask('POST', '/api/session', { body: { email, password }, headers: { 'user-agent': 'x'.repeat(5000) } });
    const kept = await here.db.selectFrom('auth_session').select('user_agent').where('user_id', '=', id).execute();
    expect(kept.map((row) => row.user_agent?.length)).toEqual([400]);
  });

  it('end one by one, and all but the one that asks', async () => {
    const { email } = await aino();
    const [one, two, three] = [
      await signIn(here.http, email),
      await signIn(here.http, email),
      await signIn(here.http, email),
    ];
    const listed = await items(two.cookie);
    const current = listed.find((session) => session['current']);
    expect((await ask('DELETE', `/api/sessions/${String(current?.['id'])}`, { cookie: one.cookie })).status).toBe(204);
    expect(await knows(two.cookie)).toBe(false);
    expect((await ask('DELETE', '/api/sessions', { cookie: one.cookie })).status).toBe(204);
    expect([await knows(one.cookie), await knows(three.cookie)]).toEqual([true, false]);
  });

  it('of somebody else are not there for me, like those that never were', async () => {
    const [mine, theirs] = [await aino(), await aino()];
    const [me, they] = [await signIn(here.http, mine.email), await signIn(here.http, theirs.email)];
    const id = String((await items(they.cookie))[0]?.['id']);
    const other = await ask('DELETE', `/api/sessions/${id}`, { cookie: me.cookie });
    const absent = await ask('DELETE', '/api/sessions/0192d5a0-0000-7000-8000-000000000000', { cookie: me.cookie });
    expect(other).toMatchObject({ status: 404, body: absent.body });
    expect(await knows(they.cookie)).toBe(true);
  });

  it('are nobody’s without a session', async () => {
    expect(await ask('GET', '/api/sessions')).toMatchObject({ status: 401, body: { code: 'signInNeeded' } });
  });
});

describe('changing the password', () => {
  it('ends all other sessions and gives this one a new cookie', async () => {
    const { email } = await aino();
    const [here_, elsewhere] = [await signIn(here.http, email), await signIn(here.http, email)];
    const changed = await ask('PUT', '/api/password', { cookie: here_.cookie, body: { current: password, next } });
    expect(changed.status).toBe(204);
    expect(await knows(changed.cookie)).toBe(true);
    expect([await knows(here_.cookie), await knows(elsewhere.cookie)]).toEqual([false, false]);
    expect((await signIn(here.http, email)).status).toBe(401);
    expect((await signIn(here.http, email, next)).status).toBe(200);
  });

  it('asks for the present one, and changes nothing without it', async () => {
    const { email } = await aino();
    const { cookie } = await signIn(here.http, email);
    const answer = await ask('PUT', '/api/password', { cookie, body: { current: 'not this password', next } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'wrongPassword', fields: [{ path: 'current' }] } });
    expect(await knows(cookie)).toBe(true);
    expect((await signIn(here.http, email)).status).toBe(200);
  });

  it.each([
    ['eleven characters', 'x'.repeat(11), 'tooShort'],
    ['129 characters', 'x'.repeat(129), 'tooLong'],
  ])('does not take %s', async (_what, short, code) => {
    const { email } = await aino();
    const { cookie } = await signIn(here.http, email);
    const answer = await ask('PUT', '/api/password', { cookie, body: { current: password, next: short } });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'next', code }] } });
  });

  it('takes any characters, and does not trim them', async () => {
    const { email } = await aino();
    const { cookie } = await signIn(here.http, email);
    const odd = '  ключ 🔑 \u0000 avain  ';
    expect((await ask('PUT', '/api/password', { cookie, body: { current: password, next: odd } })).status).toBe(204);
    expect((await signIn(here.http, email, odd.trim())).status).toBe(401);
    expect((await signIn(here.http, email, odd)).status).toBe(200);
  });
});

describe('a link', () => {
  const linkFor = (account: string) => makeLink(here.db, { account, purpose: 'reset', now: here.clock.now });

  it('says whom it is for, and lets them in once', async () => {
    const { id, email } = await aino();
    const before = await signIn(here.http, email);
    const token = await linkFor(id);
    const read = await ask('GET', `/api/links/${token}`);
    expect(read).toMatchObject({ status: 200, body: { purpose: 'reset', name: 'Aino Virtanen', email } });
    expect(read.headers['cache-control']).toBe('no-store');
    const used = await ask('POST', `/api/links/${token}/use`, { body: { password: next } });
    expect(used).toMatchObject({ status: 200, body: { person: id } });
    expect([await knows(used.cookie), await knows(before.cookie)]).toEqual([true, false]);
    expect((await signIn(here.http, email, next)).status).toBe(200);
    expect((await ask('POST', `/api/links/${token}/use`, { body: { password: next } })).body).toMatchObject({
      code: 'linkGone',
    });
  });

  it('lets one of two in who press at the same instant', async () => {
    const { id } = await aino();
    const token = await linkFor(id);
    const press = () => ask('POST', `/api/links/${token}/use`, { body: { password: next } });
    const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 404, 404]);
  });

  it('that is used, expired or made up gets one and the same answer', async () => {
    const { id } = await aino();
    const used = await linkFor(id);
    await ask('POST', `/api/links/${used}/use`, { body: { password: next } });
    const expired = await makeLink(here.db, {
      account: id,
      purpose: 'reset',
      now: new Date(here.clock.now.getTime() - 3_600_001),
    });
    const answers = await Promise.all(
      [used, expired, 'A'.repeat(43), 'x', 'null', '%00', '..%2F..'].map((token) => ask('GET', `/api/links/${token}`)),
    );
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 404, body: answers[0]?.body });
    expect(answers[0]?.body).toMatchObject({ code: 'linkGone' });
  });

  it('is not spent by a password that is too short', async () => {
    const { id } = await aino();
    const token = await linkFor(id);
    expect((await ask('POST', `/api/links/${token}/use`, { body: { password: 'short' } })).status).toBe(422);
    expect((await ask('GET', `/api/links/${token}`)).status).toBe(200);
  });
});
