// That better-auth finds our tables complete, and that our reader and its sessions agree.
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuth } from './auth.ts';
import { engineOptions } from './engine.ts';
import { addAino, call, origin, password, signIn, surround, type Surroundings } from './for-tests.ts';

let here: Surroundings;
beforeAll(async () => {
  here = await surround();
});
afterAll(() => here.close());

const settings = () => ({ pool: here.database.pool, baseUrl: origin, secret: here.secret, clock: () => new Date() });

describe('better-auth, as we set it up', () => {
  it('finds nothing missing and nothing strange in our tables', async () => {
    const warnings: string[] = [];
    const options = {
      ...engineOptions(settings()),
      logger: { log: (_level: string, message: string) => warnings.push(message) },
    };
    const plan = await getMigrations(options);
    expect(plan.toBeCreated.map(({ table }) => table)).toEqual([]);
    expect(plan.toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)])).toEqual([]);
    expect(plan.schemaProblems).toEqual([]);
    // The one difference is wanted: the counter of WebAuthn is unsigned and does not fit better-auth's integer.
    expect(warnings).toEqual([
      'Field counter in table auth_passkey has a different type in the database. Expected number but got int8.',
    ]);
  });

  it('would see a missing column, so that the test above means something', async () => {
    await here.database.pool.query('alter table auth_passkey rename column aaguid to elsewhere');
    const plan = await getMigrations(engineOptions(settings()));
    await here.database.pool.query('alter table auth_passkey rename column elsewhere to aaguid');
    expect(plan.toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)])).toEqual([
      ['auth_passkey', ['aaguid']],
    ]);
  });

  it('makes sessions that our reader accepts, of thirty days', async () => {
    const { id, email } = await addAino(here.db, new Date());
    const signed = await signIn(here.http, email);
    const session = await here.auth.sessionOf(here.db, signed.cookie, here.clock.now);
    expect(session).toMatchObject({ account: id });
    expect(session?.expiresAt.toISOString()).toBe(signed.body['expires']);
    expect(signed.lines).toEqual([
      expect.stringMatching(/^goodturn\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('accepts the sessions that we make', async () => {
    const { id } = await addAino(here.db, new Date());
    const made = await here.auth.signInAs(here.db, id, new Date());
    const engine = betterAuth(engineOptions(settings()));
    const seen = await engine.api.getSession({ headers: new Headers({ cookie: made?.cookie.split(';')[0] ?? '' }) });
    expect(seen?.session.id).toBe(made?.session);
    expect(seen?.user).toMatchObject({ id, name: 'Aino Virtanen', active: true });
  });

  it('puts the cookie under the lock of host and TLS where people come by https', async () => {
    const { email } = await addAino(here.db, new Date());
    const secure = createAuth({ ...settings(), baseUrl: 'https://goodturn.example.com' });
    const host = { host: 'goodturn.example.com', origin: 'https://goodturn.example.com' };
    const answer = await secure.ask('/sign-in/email', host, { email, password });
    expect(answer.cookies).toEqual([
      expect.stringMatching(
        /^__Host-goodturn\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(await secure.sessionOf(here.db, answer.cookies[0]?.split(';')[0], new Date())).not.toBeNull();
  });

  it('keeps watch over origins as a second wall', async () => {
    const { email } = await addAino(here.db, new Date());
    for (const foreign of ['https://evil.example', 'null', 'http://localhost:9999'])
      expect(
        await here.auth.ask(
          '/sign-in/email',
          { host: 'localhost:4600', origin: foreign, cookie: 'a=b' },
          { email, password },
        ),
      ).toMatchObject({ status: 403, cookies: [] });
  });

  it('opens no account by itself', async () => {
    const body = { name: 'Eve', email: 'eve@example.com', password };
    expect((await here.auth.ask('/sign-up/email', { host: 'localhost:4600' }, body)).status).toBeGreaterThanOrEqual(
      400,
    );
    expect(await here.db.selectFrom('auth_user').select('id').where('email', '=', body.email).execute()).toEqual([]);
  });

  it('has no address of its own on our server', async () => {
    for (const path of ['/api/auth/ok', '/api/auth/get-session', '/api/auth/sign-in/email'])
      expect((await call(here.http, 'GET', path)).status).toBe(404);
  });
});
