// Passkeys from registration to sign-in, with a software device that signs like a real one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/db.ts';
import { setActive } from './auth.ts';
import { createAuthenticator } from './authenticator-for-tests.ts';
import { addAino, call, origin, signIn, surround, type Said, type Surroundings } from './for-tests.ts';

let here: Surroundings;
beforeAll(async () => {
  here = await surround();
});
afterAll(() => here.close());

type Device = ReturnType<typeof createAuthenticator>;
const ask = (...[method, url, more]: [Parameters<typeof call>[1], string, Parameters<typeof call>[3]?]) =>
  call(here.http, method, url, more);
const challengeOf = ({ body }: Said) => String(body['challenge']);
const both = (...cookies: string[]) => cookies.join('; ');

const signedIn = async () => {
  const { id, email } = await addAino(here.db, here.clock.now);
  const { cookie } = await signIn(here.http, email);
  return { id, email, cookie };
};
const add = async (cookie: string, device: Device, name?: string) => {
  const start = await ask('POST', '/api/passkeys/challenge', { cookie });
  const body = { answer: device.register(challengeOf(start)), ...(name ? { name } : {}) };
  return ask('POST', '/api/passkeys', { cookie: both(cookie, start.cookie), body });
};
const enter = async (device: Device) => {
  const start = await ask('POST', '/api/session/challenge');
  return ask('POST', '/api/session/passkey', {
    cookie: start.cookie,
    body: { answer: device.signIn(challengeOf(start)) },
  });
};
const listed = async (cookie: string) => (await ask('GET', '/api/passkeys', { cookie })).body['items'];

describe('a passkey', () => {
  it('is added, and then lets its owner in without e-mail and password', async () => {
    const { id, cookie } = await signedIn();
    const device = createAuthenticator(origin);
    const added = await add(cookie, device, 'My phone');
    expect(added).toMatchObject({
      status: 201,
      body: { name: 'My phone', keeper: 'Google Password Manager', synced: true },
    });
    expect(await listed(cookie)).toEqual([added.body]);
    for (let turn = 0; turn < 2; turn += 1) {
      const entered = await enter(device);
      expect(entered).toMatchObject({ status: 200, body: { person: id } });
      expect(await here.auth.sessionOf(here.db, entered.cookie, here.clock.now)).toMatchObject({ account: id });
    }
  });

  it('is asked to check who holds it, and does not count when it did not', async () => {
    const { cookie } = await signedIn();
    const start = await ask('POST', '/api/passkeys/challenge', { cookie });
    expect(start.body).toMatchObject({
      rp: { id: 'localhost', name: 'Goodturn' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect((await ask('POST', '/api/session/challenge')).body).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
    });
    const added = await add(cookie, createAuthenticator(origin, { verifies: false }));
    expect(added).toMatchObject({ status: 422, body: { code: 'passkeyFailed' } });
    expect(await listed(cookie)).toEqual([]);
  });

  it('does not let in whoever merely holds the device', async () => {
    const { cookie } = await signedIn();
    const device = createAuthenticator(origin);
    await add(cookie, device);
    const start = await ask('POST', '/api/session/challenge');
    const answer = device.signIn(challengeOf(start), { verified: false });
    const entered = await ask('POST', '/api/session/passkey', { cookie: start.cookie, body: { answer } });
    expect(entered).toMatchObject({ status: 422, body: { code: 'passkeyFailed' }, lines: [] });
  });

  it('leaves nothing in the database that would answer for the browser', async () => {
    const { cookie } = await ask('POST', '/api/session/challenge');
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token).toHaveLength(32);
    expect(JSON.stringify(await here.db.selectFrom('auth_verification').selectAll().execute())).not.toContain(token);
  });

  it('tells nothing of who has one before signing in', async () => {
    const { cookie } = await signedIn();
    await add(cookie, createAuthenticator(origin));
    expect((await ask('POST', '/api/session/challenge')).body).not.toHaveProperty('allowCredentials');
  });

  it('does not let in somebody who has left', async () => {
    const { id, cookie } = await signedIn();
    const device = createAuthenticator(origin);
    await add(cookie, device);
    await setActive(here.db, id, false, here.clock.now);
    expect(await enter(device)).toMatchObject({ status: 422, body: { code: 'passkeyFailed' }, lines: [] });
  });

  it('answers each challenge once', async () => {
    const { cookie } = await signedIn();
    const device = createAuthenticator(origin);
    await add(cookie, device);
    const start = await ask('POST', '/api/session/challenge');
    const more = { cookie: start.cookie, body: { answer: device.signIn(challengeOf(start)) } };
    const statuses = (await Promise.all([1, 2].map(() => ask('POST', '/api/session/passkey', more)))).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([200, 422]);
  });

  it('is refused when its answer is bogus, another’s, without a challenge or from another site', async () => {
    const { cookie } = await signedIn();
    const [known, stranger, elsewhere] = [
      createAuthenticator(origin),
      createAuthenticator(origin),
      createAuthenticator('https://evil.example'),
    ];
    await add(cookie, known);
    const begin = () => ask('POST', '/api/session/challenge');
    const finish = (answer: object, held: string) =>
      ask('POST', '/api/session/passkey', { cookie: held, body: { answer } });
    const [one, two, three, four] = [await begin(), await begin(), await begin(), await begin()];
    const forged = { ...known.signIn(challengeOf(one)), response: stranger.signIn(challengeOf(one)).response };
    const answers = [
      await finish(forged, one.cookie),
      await finish(stranger.signIn(challengeOf(two)), two.cookie),
      await finish(known.signIn(challengeOf(three)), four.cookie),
      await finish(known.signIn(challengeOf(three)), ''),
      await finish(elsewhere.signIn(challengeOf(three)), three.cookie),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 422, body: { code: 'passkeyFailed' }, lines: [] });
    expect((await finish({ id: 'a\u0000b', rawId: 'x', type: 'public-key', response: {} }, one.cookie)).status).toBe(
      422,
    );
  });

  it('made with the challenge of another person is not mine', async () => {
    const [me, other] = [await signedIn(), await signedIn()];
    const start = await ask('POST', '/api/passkeys/challenge', { cookie: other.cookie });
    const body = { answer: createAuthenticator(origin).register(challengeOf(start)) };
    expect((await ask('POST', '/api/passkeys', { cookie: both(me.cookie, start.cookie), body })).status).toBe(422);
    expect([await listed(me.cookie), await listed(other.cookie)]).toEqual([[], []]);
  });

  it('is added only soon after signing in', async () => {
    const { id, cookie } = await signedIn();
    await here.db
      .updateTable('auth_session')
      .set({ created_at: new Date(Date.now() - 25 * 3_600_000) })
      .where('user_id', '=', id)
      .execute();
    expect(await ask('POST', '/api/passkeys/challenge', { cookie })).toMatchObject({
      status: 403,
      body: { code: 'staleSignIn' },
    });
  });

  it('is renamed and removed by its owner only', async () => {
    const [me, other] = [await signedIn(), await signedIn()];
    const device = createAuthenticator(origin);
    const id = String((await add(me.cookie, device)).body['id']);
    const absent = await ask('DELETE', `/api/passkeys/${newId()}`, { cookie: other.cookie });
    expect(await ask('DELETE', `/api/passkeys/${id}`, { cookie: other.cookie })).toMatchObject({
      status: 404,
      body: absent.body,
    });
    expect((await ask('PATCH', `/api/passkeys/${id}`, { cookie: other.cookie, body: { name: 'Mine' } })).status).toBe(
      404,
    );
    expect(
      (await ask('PATCH', `/api/passkeys/${id}`, { cookie: me.cookie, body: { name: 'Work' } })).body,
    ).toMatchObject({ name: 'Work' });
    expect((await ask('DELETE', `/api/passkeys/${id}`, { cookie: me.cookie })).status).toBe(204);
    expect((await enter(device)).status).toBe(422);
  });

  it('stays while it is the only way in', async () => {
    const { id, cookie } = await signedIn();
    const key = String((await add(cookie, createAuthenticator(origin))).body['id']);
    await here.db.deleteFrom('auth_account').where('user_id', '=', id).execute();
    expect(await ask('DELETE', `/api/passkeys/${key}`, { cookie })).toMatchObject({
      status: 409,
      body: { code: 'lastWayIn' },
    });
    const second = String((await add(cookie, createAuthenticator(origin))).body['id']);
    const removals = await Promise.all([key, second].map((one) => ask('DELETE', `/api/passkeys/${one}`, { cookie })));
    expect(removals.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  });
});
