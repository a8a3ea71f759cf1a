// Personal tokens of programs: made, listed, ended, recognised. What a token lets its bearer do is decided at the door (platform/http.ts).
import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { administratorScopes } from '../../contract/route.ts';
import type { MadeToken, NewToken, Token } from '../../contract/tokens.ts';
import { audit } from '../platform/audit.ts';
import { announceAll } from '../platform/changes.ts';
import { newId, type Db } from '../platform/db.ts';
import { refused, type Outcome, type Refused } from '../platform/outcome.ts';
import type { Who } from '../platform/who.ts';
import { freshFor, mostTokens } from './rules.ts';
import * as tokens from './tokens.queries.ts';

const form = /^gt_[\w-]{43}[\dA-Za-z]{6}$/;

// As letters and digits, most significant first: the usual form of such sums, which leak scanners can check without asking us.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
function checksum(text: string): string {
  let sum = crc32(text);
  let said = '';
  for (let place = 0; place < 6; place += 1) {
    said = (digits[sum % digits.length] ?? '') + said;
    sum = Math.floor(sum / digits.length);
  }
  return said;
}

const makeSecret = (): string => {
  const random = `gt_${randomBytes(32).toString('base64url')}`;
  return random + checksum(random);
};

/** The hash by which a token is kept and looked up; null for what cannot be one of ours, so that it is not even looked up. */
export const tokenHash = (secret: string): Buffer | null =>
  form.test(secret) && checksum(secret.slice(0, -6)) === secret.slice(-6)
    ? createHash('sha256').update(secret).digest()
    : null;

/** What an Authorization header bears; undefined where it bears nothing, which leaves the cookie to say who asks. */
export const bearerIn = (header: string | undefined): string | undefined =>
  /^bearer\b(.*)$/is.exec(header ?? '')?.[1]?.trim();

const tokenOf = (who: Who, row: tokens.TokenRow, now: Date): Token => ({
  id: row.id,
  name: row.name,
  owner: { id: row.account_id, name: row.owner },
  mine: row.account_id === who.id,
  ending: row.ending,
  scopes: row.scopes,
  created: row.created_at.toISOString(),
  expires: row.expires_at.toISOString(),
  expired: row.expires_at <= now,
  used: row.used,
});

/** Refuses `notAllowed` for everybody's tokens unless an administrator asks. */
export async function listTokens(
  db: Db,
  who: Who,
  everybody: boolean,
  now: Date,
): Promise<Outcome<{ items: Token[] }>> {
  if (everybody && !who.administrator) return refused('notAllowed');
  const rows = await tokens.findTokens(db, everybody ? null : who.id, who.zone);
  return { items: rows.map((row) => tokenOf(who, row, now)) };
}

/** The only time that the secret is told. Refuses `staleSignIn`, `notAllowed` for a scope that is not theirs to give, `tooManyTokens`. */
export async function createToken(tx: Db, who: Who, input: NewToken, now: Date): Promise<Outcome<MadeToken>> {
  const no = await mayCreate(tx, who, input, now);
  if (no) return no;
  const secret = makeSecret();
  const scopes = [...new Set(input.scopes)];
  const row = {
    id: newId(),
    account_id: who.id,
    name: input.name,
    ending: secret.slice(-4),
    scopes,
    created_at: now,
    expires_at: new Date(now.getTime() + input.days * 86_400_000),
  };
  const owner = await tokens.insertToken(tx, row, createHash('sha256').update(secret).digest());
  await announceAll(tx, [{ subject: 'token', id: row.id, kind: 'added', to: who.id }]);
  const subject = { kind: 'token' as const, id: row.id, name: row.name };
  await audit(tx, { by: who, act: 'token.create', subject, facts: { scopes }, at: now });
  return { ...tokenOf(who, { ...row, owner, used: null }, now), token: secret };
}

async function mayCreate(tx: Db, who: Who, { scopes }: NewToken, now: Date): Promise<Refused | null> {
  if (!(await tokens.isSessionFresh(tx, who.session, new Date(now.getTime() - freshFor))))
    return refused('staleSignIn');
  if (!who.administrator && scopes.some((scope) => administratorScopes.includes(scope)))
    return refused('notAllowed', { field: 'scopes' });
  return (await tokens.countTokens(tx, who.id)) < mostTokens
    ? null
    : refused('tooManyTokens', { params: { most: mostTokens } });
}

/** Ends a token at once, and the streams that follow with it. Refuses `notFound`, also for what is not theirs to end. */
export async function revokeToken(tx: Db, who: Who, id: string, now: Date): Promise<Refused | undefined> {
  const gone = await tokens.deleteToken(tx, id, who.administrator ? null : who.id);
  if (!gone) return refused('notFound');
  const { account_id: owner, name } = gone;
  await announceAll(tx, [
    { subject: 'token', id, kind: 'removed', to: owner },
    { subject: 'session', id: owner, kind: 'ended', to: owner },
  ]);
  const person = owner === who.id ? {} : { person: owner };
  await audit(tx, { by: who, act: 'token.revoke', subject: { kind: 'token', id, name }, ...person, at: now });
  return undefined;
}
