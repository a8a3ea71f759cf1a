// The front door of auth: accounts, sessions, links. It knows who holds which key, and nothing of who the person is.
import { normalizeIP } from '@better-auth/core/utils/ip';
import { hashPassword } from 'better-auth/crypto';
import { createHash, randomBytes } from 'node:crypto';
import type { LinkPurpose } from '../../contract/auth.ts';
import { transact, type Db } from '../platform/db.ts';
import { refused, type Outcome, type Refused } from '../platform/outcome.ts';
import { sessionCookie } from './cookie.ts';
import { createEngine, type EngineSettings } from './engine.ts';
import * as queries from './queries.ts';
import { deleteTokensOf } from './tokens.queries.ts';
import { isToken, limits, linkExpires, sessionLife, sessionRest } from './rules.ts';

export { liveSession } from './queries.ts';
export { bearerIn, tokenHash } from './tokens.ts';
export { liveToken, touchToken } from './tokens.queries.ts';
export { authPersonal } from './personal.ts';
export { deviceOf } from './rules.ts';

export type Auth = ReturnType<typeof createAuth>;

/** A session just made: its id, until when it lives, and the Set-Cookie line that carries it. */
export type Made = { session: string; expires: Date; cookie: string };

/** What is needed where sessions are read or made. `limited: false` is for tests and for seeding only. */
export function createAuth({ limited = true, ...settings }: EngineSettings & { limited?: boolean }) {
  const cookie = sessionCookie(settings.secret, settings.baseUrl.startsWith('https:'));
  const expiresAfter = (now: Date) => new Date(now.getTime() + sessionLife);
  return {
    /** The session token in a Cookie header when we signed it, else null. No database. To be joined with `liveSession`. */
    tokenOf: cookie.read,

    /** The live session behind a Cookie header; null when there is none, it is forged, expired, ended, or the account is inactive. */
    sessionOf: async (db: Db, header: string | undefined, now: Date) => {
      const token = cookie.read(header);
      const row = token === null ? undefined : await queries.findSession(db, token, now);
      return row ? { session: row.id, account: row.user_id, expiresAt: row.expires_at } : null;
    },

    /** Gives a seen session its full life back, at most once a day: the Set-Cookie line, or null when it was not yet due. */
    prolong: async (db: Db, header: string | undefined, now: Date): Promise<string | null> => {
      const token = cookie.read(header);
      const before = new Date(now.getTime() - sessionRest);
      return token && (await queries.prolongSession(db, token, now, expiresAfter(now), before))
        ? cookie.give(token)
        : null;
    },

    /** Makes a session without asking for a password: first run, accepted link, demo. Null for an unknown or inactive account. */
    signInAs: async (tx: Db, account: string, now: Date, agent?: string): Promise<Made | null> => {
      const token = randomBytes(32).toString('base64url');
      const expires = expiresAfter(now);
      const session = await queries.insertSession(tx, {
        account,
        token,
        now,
        expires,
        agent: agent?.slice(0, 400) ?? null,
      });
      return session === undefined ? null : { session, expires, cookie: cookie.give(token) };
    },

    /** The Set-Cookie line that removes the session from the browser. */
    farewell: cookie.take,

    /** Asks better-auth on behalf of a caller. */
    ask: createEngine(settings).ask,

    /** Counts a try, in the database and outside any transaction; a refusal with `seconds` once there were too many. */
    tried: async (db: Db, limit: keyof typeof limits, subject: string, now: Date): Promise<Refused | null> => {
      const { tries, milliseconds } = limits[limit];
      if (!limited) return null;
      const { count, ends } = await queries.countTry(db, tryKey(limit, subject), now, milliseconds);
      if (count <= tries) return null;
      return refused('tooManyAttempts', {
        params: { seconds: Math.max(1, Math.ceil((ends.getTime() - now.getTime()) / 1000)) },
      });
    },

    /** Forgets the tries of one who proved to be right. */
    forgive: (db: Db, limit: keyof typeof limits, subject: string) => queries.forgetTries(db, tryKey(limit, subject)),
  };
}

const tryKey = (limit: string, subject: string) =>
  createHash('sha256').update(`${limit} ${subject}`).digest('base64url');

/** An address as limits count it: one IPv6 network of 64 bits is one place. */
export const placeOf = (address: string): string => normalizeIP(address);

/** The secret that signs cookies, made once and shared by every process on this database. */
export async function secretOf(db: Db): Promise<string> {
  const fresh = randomBytes(48).toString('base64url');
  return transact(db, async (tx) => {
    await tx
      .insertInto('auth_secret')
      .values({ id: 1, secret: fresh })
      .onConflict((same) => same.column('id').doNothing())
      .execute();
    return (await tx.selectFrom('auth_secret').select('secret').executeTakeFirstOrThrow()).secret;
  });
}

export { addAccounts, makeInvitations, renameAccounts } from './many.ts';

/** Opens an account for a person, with no way in yet. Refuses `emailTaken`. */
export async function addAccount(
  tx: Db,
  account: { id: string; name: string; email: string },
  now: Date,
): Promise<Outcome<{ id: string }>> {
  const added = await tx
    .insertInto('auth_user')
    .values({ ...account, email: account.email.toLowerCase(), created_at: now, updated_at: now })
    .onConflict((same) => same.constraint('auth_user_email_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added ?? refused('emailTaken', { field: 'email' });
}

export const renameAccount = (tx: Db, account: string, name: string, now: Date) =>
  tx.updateTable('auth_user').set({ name, updated_at: now }).where('id', '=', account).execute();

/** Changes the address; links sent to the old one end. Refuses `emailTaken`. */
export async function setEmail(tx: Db, account: string, email: string, now: Date): Promise<Outcome<{ email: string }>> {
  const lower = email.toLowerCase();
  const owner = await tx.selectFrom('auth_user').select('id').where('email', '=', lower).executeTakeFirst();
  if (owner) return owner.id === account ? { email: lower } : refused('emailTaken', { field: 'email' });
  await tx.updateTable('auth_user').set({ email: lower, updated_at: now }).where('id', '=', account).execute();
  await queries.deleteUnusedLinks(tx, account);
  return { email: lower };
}

/** Closes or opens an account. Closing ends its sessions, links and tokens at once. */
export async function setActive(tx: Db, account: string, active: boolean, now: Date): Promise<void> {
  await tx.updateTable('auth_user').set({ active, updated_at: now }).where('id', '=', account).execute();
  if (active) return;
  await queries.deleteSessions(tx, account);
  await queries.deleteUnusedLinks(tx, account);
  await deleteTokensOf(tx, account);
}

/** Ends every session of the account; how many there were. */
export const endSessions = (tx: Db, account: string): Promise<number> => queries.deleteSessions(tx, account);

/** Ends every session and takes back every link, of everybody: for a restored copy, which must not be entered by what was open when it was made. */
export const endAllAccess = (tx: Db): Promise<void> => queries.deleteAllAccess(tx);

/** Whether the account has any way in: a password or a passkey. */
export async function hasCredential(tx: Db, account: string): Promise<boolean> {
  return (await queries.passwordOf(tx, account)) !== null || (await queries.passkeysOf(tx, account)).length > 0;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** A single-use link's token (256 bits; only its hash is kept). It ends the account's older link of the same purpose. */
export async function makeLink(
  tx: Db,
  { account, purpose, now }: { account: string; purpose: LinkPurpose; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await queries.saveLink(tx, { account, purpose, hash: hashOf(token), now, expires: linkExpires(purpose, now) });
  return token;
}

/** Whom a link is for. Refuses `linkGone`, the same for a token that never was, was used, or is too old. */
export async function readLink(tx: Db, token: string, now: Date) {
  const link = isToken(token) ? await queries.findLink(tx, hashOf(token), now) : undefined;
  if (!link) return refused('linkGone');
  return {
    account: link.account_id,
    purpose: link.purpose,
    name: link.name,
    email: link.email,
    expires: link.expires_at,
  };
}

/** Sets the password with a link, once: sessions and other links of the account end. Refuses `linkGone`. */
export async function acceptLink(
  tx: Db,
  token: string,
  { password }: { password: string },
  now: Date,
): Promise<Outcome<{ account: string; purpose: LinkPurpose }>> {
  const link = isToken(token) ? await queries.spendLink(tx, hashOf(token), now) : undefined;
  if (!link) return refused('linkGone');
  await setPassword(tx, link.account_id, password, now);
  return { account: link.account_id, purpose: link.purpose };
}

/** Sets a password (12 to 128 characters, checked by the contract) and ends all sessions and unused links of the account. */
export async function setPassword(tx: Db, account: string, password: string, now: Date): Promise<void> {
  await queries.savePassword(tx, account, await hashPassword(password), now);
  await queries.deleteSessions(tx, account);
  await queries.deleteUnusedLinks(tx, account);
}

/** Removes sessions, links and counts whose time is over; for the jobs. */
export const forgetExpired = queries.deleteExpired;
