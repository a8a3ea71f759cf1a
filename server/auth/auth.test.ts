// Accounts, links and sessions through the door, on a real PostgreSQL.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, transact, type Db } from '../platform/db.ts';
import {
  acceptLink,
  addAccount,
  createAuth,
  endSessions,
  forgetExpired,
  hasCredential,
  makeLink,
  readLink,
  renameAccount,
  secretOf,
  setActive,
  setEmail,
} from './auth.ts';
import { addAino, origin, surround, type Surroundings } from './for-tests.ts';

const now = new Date('2026-11-24T10:00:00Z');
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const hour = 3_600_000;
const day = 24 * hour;
const password = 'a good long password';

let here: Surroundings;
let db: Db;
beforeAll(async () => {
  here = await surround();
  ({ db } = here);
});
afterAll(() => here.close());

const account = async (): Promise<string> => {
  const id = newId();
  await addAccount(db, { id, name: 'Aino Virtanen', email: `${id}@example.com` }, now);
  return id;
};
const signIn = async (id: string, at = now) => {
  const made = await here.auth.signInAs(db, id, at);
  if (!made) throw new Error('no session was made');
  return made;
};
const sessionOf = (made: { cookie: string }, at = now) => here.auth.sessionOf(db, made.cookie.split(';')[0], at);

describe('an account', () => {
  it('has no way in until a link was accepted', async () => {
    const id = await account();
    expect(await hasCredential(db, id)).toBe(false);
    await acceptLink(db, await makeLink(db, { account: id, purpose: 'invite', now }), { password }, now);
    expect(await hasCredential(db, id)).toBe(true);
  });

  it('keeps its address in lower case, and no two have the same', async () => {
    const id = newId();
    expect(await addAccount(db, { id, name: 'A', email: 'Aino@Example.com' }, now)).toEqual({ id });
    expect(await addAccount(db, { id: newId(), name: 'B', email: 'AINO@example.COM' }, now)).toEqual({
      refused: 'emailTaken',
      field: 'email',
    });
  });

  it('changes its address, which ends the links sent to the old one', async () => {
    const id = await account();
    const other = await account();
    const token = await makeLink(db, { account: id, purpose: 'invite', now });
    expect(await setEmail(db, id, `${other}@example.com`, now)).toEqual({ refused: 'emailTaken', field: 'email' });
    expect(await readLink(db, token, now)).toMatchObject({ account: id });
    expect(await setEmail(db, id, `New.${id}@example.com`, now)).toEqual({ email: `new.${id}@example.com` });
    expect(await readLink(db, token, now)).toEqual({ refused: 'linkGone' });
  });

  it('changes its name', async () => {
    const id = await account();
    await renameAccount(db, id, 'Aino Korhonen', now);
    expect(await readLink(db, await makeLink(db, { account: id, purpose: 'invite', now }), now)).toMatchObject({
      name: 'Aino Korhonen',
    });
  });

  it('loses sessions and links at once when it is closed, and signs in no more until it is opened', async () => {
    const id = await account();
    const made = await signIn(id);
    const token = await makeLink(db, { account: id, purpose: 'reset', now });
    await transact(db, (tx) => setActive(tx, id, false, now));
    expect(await sessionOf(made)).toBeNull();
    expect(await readLink(db, token, now)).toEqual({ refused: 'linkGone' });
    expect(await here.auth.signInAs(db, id, now)).toBeNull();
    const late = await makeLink(db, { account: id, purpose: 'reset', now });
    expect(await acceptLink(db, late, { password }, now)).toEqual({ refused: 'linkGone' });
    await setActive(db, id, true, now);
    expect(await sessionOf(made)).toBeNull();
    expect(await sessionOf(await signIn(id))).toMatchObject({ account: id });
  });

  it('is not known by a session that slipped in while it was being closed', async () => {
    const id = await account();
    const made = await signIn(id);
    await db.updateTable('auth_user').set({ active: false }).where('id', '=', id).execute();
    expect(await sessionOf(made)).toBeNull();
  });
});

describe('a session', () => {
  it('is known by its cookie until it expires', async () => {
    const id = await account();
    const made = await signIn(id);
    expect(made.expires).toEqual(after(30 * day));
    expect(await sessionOf(made)).toEqual({ session: made.session, account: id, expiresAt: after(30 * day) });
    expect(await sessionOf(made, after(30 * day - 1))).not.toBeNull();
    expect(await sessionOf(made, after(30 * day))).toBeNull();
  });

  it('is unknown once ended', async () => {
    const id = await account();
    const [one, two] = [await signIn(id), await signIn(id)];
    expect(await endSessions(db, id)).toBe(2);
    expect(await sessionOf(one)).toBeNull();
    expect(await sessionOf(two)).toBeNull();
  });

  it('is unknown when signed with another secret', async () => {
    const id = await account();
    const forger = createAuth({
      pool: here.database.pool,
      baseUrl: origin,
      secret: 'another secret',
      clock: () => now,
    });
    const made = await signIn(id);
    const token = here.auth.tokenOf(made.cookie.split(';')[0]);
    const forged = await forger.signInAs(db, id, now);
    expect(token).not.toBeNull();
    expect(forged && (await sessionOf(forged))).toBeNull();
  });

  it('gets its full life back when it is seen, at most once a day', async () => {
    const id = await account();
    const made = await signIn(id);
    const header = made.cookie.split(';')[0];
    expect(await here.auth.prolong(db, header, after(day - 1))).toBeNull();
    const both = await Promise.all([1, 2].map(() => here.auth.prolong(db, header, after(2 * day))));
    expect(both.filter((line) => line !== null)).toEqual([made.cookie]);
    expect(await sessionOf(made, after(2 * day))).toMatchObject({ expiresAt: after(32 * day) });
    expect(await here.auth.prolong(db, header, after(40 * day))).toBeNull();
  });

  it('is not made for an account that does not exist', async () => {
    expect(await here.auth.signInAs(db, newId(), now)).toBeNull();
  });
});

describe('a link', () => {
  it('says whom it is for, and then sets the password once', async () => {
    const id = await account();
    const token = await makeLink(db, { account: id, purpose: 'invite', now });
    expect(await readLink(db, token, after(72 * hour - 1))).toEqual({
      account: id,
      purpose: 'invite',
      name: 'Aino Virtanen',
      email: `${id}@example.com`,
      expires: after(72 * hour),
    });
    expect(await acceptLink(db, token, { password }, now)).toEqual({ account: id, purpose: 'invite' });
    expect(await acceptLink(db, token, { password }, now)).toEqual({ refused: 'linkGone' });
    expect(await readLink(db, token, now)).toEqual({ refused: 'linkGone' });
  });

  it('of two who use it at the same instant lets one in', async () => {
    const id = await account();
    const token = await makeLink(db, { account: id, purpose: 'reset', now });
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => transact(db, (tx) => acceptLink(tx, token, { password }, now))),
    );
    expect(outcomes.filter((outcome) => 'account' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(3);
  });

  it('is not spent when the transaction around it fails', async () => {
    const id = await account();
    const token = await makeLink(db, { account: id, purpose: 'reset', now });
    const failing = db.transaction().execute(async (tx) => {
      await acceptLink(tx, token, { password }, now);
      throw new Error('the machine went away');
    });
    await expect(failing).rejects.toThrow('went away');
    expect(await hasCredential(db, id)).toBe(false);
    expect(await readLink(db, token, now)).toMatchObject({ account: id });
  });

  it('ends when a newer one of the same purpose is made, and when its time is over', async () => {
    const id = await account();
    const older = await makeLink(db, { account: id, purpose: 'invite', now });
    const reset = await makeLink(db, { account: id, purpose: 'reset', now });
    const newer = await makeLink(db, { account: id, purpose: 'invite', now });
    expect(await readLink(db, older, now)).toEqual({ refused: 'linkGone' });
    expect(await readLink(db, newer, now)).toMatchObject({ purpose: 'invite' });
    expect(await readLink(db, newer, after(72 * hour))).toEqual({ refused: 'linkGone' });
    expect(await readLink(db, reset, after(hour - 1))).toMatchObject({ purpose: 'reset' });
    expect(await acceptLink(db, reset, { password }, after(hour))).toEqual({ refused: 'linkGone' });
  });

  it('ends the sessions and the other links of its account, and nobody else’s', async () => {
    const [id, other] = [await account(), await account()];
    const invite = await makeLink(db, { account: id, purpose: 'invite', now });
    const reset = await makeLink(db, { account: id, purpose: 'reset', now });
    const theirs = await makeLink(db, { account: other, purpose: 'reset', now });
    const [mine, else_] = [await signIn(id), await signIn(other)];
    await acceptLink(db, reset, { password }, now);
    expect(await sessionOf(mine)).toBeNull();
    expect(await readLink(db, invite, now)).toEqual({ refused: 'linkGone' });
    expect(await sessionOf(else_)).toMatchObject({ account: other });
    expect(await readLink(db, theirs, now)).toMatchObject({ account: other });
  });

  it('is kept as a hash only', async () => {
    const token = await makeLink(db, { account: await account(), purpose: 'invite', now });
    const rows = await db.selectFrom('auth_link').selectAll().execute();
    const kept = JSON.stringify(rows) + rows.map((row) => row.token_hash.toString('base64url')).join();
    expect(kept).not.toContain(token);
  });

  it.each([
    ['empty', () => ''],
    ['the word null', () => 'null'],
    ['in capitals', (token: string) => token.toUpperCase()],
    ['in small letters', (token: string) => token.toLowerCase()],
    ['without its last letter', (token: string) => token.slice(0, -1)],
    ['without its first letter', (token: string) => token.slice(1)],
    ['with a letter more', (token: string) => `${token}A`],
    ['padded', (token: string) => `${token}=`],
    ['with a space', (token: string) => ` ${token}`],
    ['with a zero byte', (token: string) => `${token}\u0000`],
    ['as a pattern', () => '%'.repeat(43)],
    ['as its own hash', (token: string) => Buffer.from(token).toString('hex')],
  ])('is not taken when its token is %s', async (_how, forge) => {
    const token = await makeLink(db, { account: await account(), purpose: 'invite', now });
    expect(await readLink(db, forge(token), now)).toEqual({ refused: 'linkGone' });
    expect(await acceptLink(db, forge(token), { password }, now)).toEqual({ refused: 'linkGone' });
  });
});

describe('housekeeping', () => {
  it('shares one secret between all who start at once', async () => {
    const secrets = await Promise.all([1, 2, 3].map(() => secretOf(db)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toHaveLength(64);
  });

  it('forgets what is over and keeps what is not', async () => {
    const { id } = await addAino(db, now);
    const [old, fresh] = [await signIn(id), await signIn(id, after(10 * day))];
    await makeLink(db, { account: id, purpose: 'reset', now });
    const kept = await makeLink(db, { account: id, purpose: 'invite', now: after(30 * day) });
    await forgetExpired(db, after(30 * day + 1));
    const sessions = await db.selectFrom('auth_session').select('id').where('user_id', '=', id).execute();
    expect(sessions).toEqual([{ id: fresh.session }]);
    expect(old.session).not.toBe(fresh.session);
    const links = await db.selectFrom('auth_link').select('purpose').where('account_id', '=', id).execute();
    expect(links).toEqual([{ purpose: 'invite' }]);
    expect(await readLink(db, kept, after(30 * day))).toMatchObject({ account: id });
  });
});
