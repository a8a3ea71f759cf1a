// All SQL of auth beside what better-auth itself sends. Rows in, rows out; no decisions about who may.
import { sql } from 'kysely';
import type { LinkPurpose } from '../../contract/auth.ts';
import { announce } from '../platform/changes.ts';
import { newId, type Db } from '../platform/db.ts';
import './tables.ts';

/** What makes a session count; the reader of who is asking joins from here, with the person and the teams. */
export const liveSession = (token: string, now: Date) => sql<boolean>`
  auth_session.token = ${token} and auth_session.expires_at > ${now} and auth_user.active`;

export const findSession = (db: Db, token: string, now: Date) =>
  db
    .selectFrom('auth_session')
    .innerJoin('auth_user', 'auth_user.id', 'auth_session.user_id')
    .select(['auth_session.id', 'auth_session.user_id', 'auth_session.expires_at', 'auth_session.updated_at'])
    .where(liveSession(token, now))
    .executeTakeFirst();

/** The new session's id; nothing for an unknown or inactive account. */
export async function insertSession(
  tx: Db,
  session: { account: string; token: string; now: Date; expires: Date; agent: string | null },
): Promise<string | undefined> {
  const made = await sql<{ id: string }>`
    insert into auth_session (id, user_id, token, expires_at, user_agent, created_at, updated_at)
    select ${newId()}, id, ${session.token}, ${session.expires}, ${session.agent}, ${session.now}, ${session.now}
    from auth_user where id = ${session.account} and active
    returning id`.execute(tx);
  return made.rows[0]?.id;
}

/** True when the session was still due for its full life, so that of two readers one writes. */
export async function prolongSession(
  db: Db,
  token: string,
  now: Date,
  expires: Date,
  seenBefore: Date,
): Promise<boolean> {
  const changed = await db
    .updateTable('auth_session')
    .set({ expires_at: expires, updated_at: now })
    .where('token', '=', token)
    .where('expires_at', '>', now)
    .where('updated_at', '<=', seenBefore)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export const sessionsOf = (db: Db, account: string, now: Date) =>
  db
    .selectFrom('auth_session')
    .select(['id', 'user_agent', 'created_at', 'updated_at'])
    .where('user_id', '=', account)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();

/** How many sessions ended: of the account, all, the one named, or all but the one named. Open pages of theirs hear of it. */
export async function deleteSessions(
  tx: Db,
  account: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  let query = tx.deleteFrom('auth_session').where('user_id', '=', account);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  if (which.except !== undefined) query = query.where('id', '<>', which.except);
  const ended = Number((await query.executeTakeFirst()).numDeletedRows);
  if (ended > 0) await tellEnded(tx, account);
  return ended;
}

export async function deleteSessionByToken(tx: Db, token: string): Promise<void> {
  const gone = await tx.deleteFrom('auth_session').where('token', '=', token).returning('user_id').executeTakeFirst();
  if (gone) await tellEnded(tx, gone.user_id);
}

const tellEnded = (tx: Db, account: string) =>
  announce(tx, { subject: 'session', id: account, kind: 'ended', to: account });

export async function passwordOf(db: Db, account: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth_account')
    .select('password')
    .where('provider_id', '=', 'credential')
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row?.password ?? null;
}

export const savePassword = (tx: Db, account: string, hash: string, now: Date) =>
  tx
    .insertInto('auth_account')
    .values({
      id: newId(),
      user_id: account,
      provider_id: 'credential',
      account_id: account,
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((same) => same.constraint('auth_account_provider_key').doUpdateSet({ password: hash, updated_at: now }))
    .execute();

export const saveLink = (
  tx: Db,
  link: { account: string; purpose: LinkPurpose; hash: Buffer; now: Date; expires: Date },
) => {
  const fresh = { token_hash: link.hash, created_at: link.now, expires_at: link.expires, used_at: null };
  return tx
    .insertInto('auth_link')
    .values({ account_id: link.account, purpose: link.purpose, ...fresh })
    .onConflict((same) => same.columns(['account_id', 'purpose']).doUpdateSet(fresh))
    .execute();
};

export const findLink = (db: Db, hash: Buffer, now: Date) =>
  db
    .selectFrom('auth_link')
    .innerJoin('auth_user', 'auth_user.id', 'auth_link.account_id')
    .select(['account_id', 'purpose', 'name', 'email', 'expires_at'])
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('active', '=', true)
    .executeTakeFirst();

/** The account and purpose of a link that was good until now; of two who try at once, one gets it. */
export const spendLink = (tx: Db, hash: Buffer, now: Date) =>
  tx
    .updateTable('auth_link')
    .from('auth_user')
    .set({ used_at: now })
    .whereRef('auth_user.id', '=', 'auth_link.account_id')
    .where('auth_user.active', '=', true)
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['account_id', 'purpose'])
    .executeTakeFirst();

export const deleteUnusedLinks = (tx: Db, account: string) =>
  tx.deleteFrom('auth_link').where('account_id', '=', account).where('used_at', 'is', null).execute();

const passkeyColumns = ['id', 'name', 'aaguid', 'backed_up', 'created_at'] as const;
export type PasskeyRow = Awaited<ReturnType<typeof passkeysOf>>[number];

export const passkeysOf = (db: Db, account: string) =>
  db.selectFrom('auth_passkey').select(passkeyColumns).where('user_id', '=', account).orderBy('id').execute();

export const renamePasskey = (tx: Db, account: string, id: string, name: string) =>
  tx
    .updateTable('auth_passkey')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', account)
    .returning(passkeyColumns)
    .executeTakeFirst();

export const deletePasskey = (tx: Db, account: string, id: string) =>
  tx.deleteFrom('auth_passkey').where('id', '=', id).where('user_id', '=', account).execute();

/** Holds the account's row so that two changes of its ways in take turns. */
export const lockAccount = (tx: Db, account: string) =>
  tx.selectFrom('auth_user').select('id').where('id', '=', account).forUpdate().executeTakeFirst();

/** Counts one try and tells how many there were in this window and when it ends. One statement, so no try slips by. */
export async function countTry(
  db: Db,
  key: string,
  now: Date,
  milliseconds: number,
): Promise<{ count: number; ends: Date }> {
  const ends = new Date(now.getTime() + milliseconds);
  const counted = await sql<{ count: number; ends: Date }>`
    insert into auth_rate_limit as seen (key, count, expires_at) values (${key}, 1, ${ends})
    on conflict (key) do update set
      count = case when seen.expires_at > ${now} then least(seen.count + 1, 1000000) else 1 end,
      expires_at = case when seen.expires_at > ${now} then seen.expires_at else excluded.expires_at end
    returning count, expires_at as ends`.execute(db);
  return counted.rows[0] ?? { count: 1, ends };
}

export const forgetTries = (db: Db, key: string) => db.deleteFrom('auth_rate_limit').where('key', '=', key).execute();

/** Removes what time has made useless. */
export async function deleteExpired(db: Db, now: Date): Promise<void> {
  for (const table of ['auth_session', 'auth_verification', 'auth_rate_limit', 'auth_link'] as const)
    await sql`delete from ${sql.table(table)} where expires_at < ${now}`.execute(db);
  // Whoever wonders why a program has stopped finds its token for a month.
  await sql`delete from auth_token where expires_at < ${new Date(now.getTime() - 30 * 86_400_000)}`.execute(db);
}

export async function deleteAllAccess(tx: Db): Promise<void> {
  await tx.deleteFrom('auth_session').execute();
  await tx.deleteFrom('auth_link').execute();
  await tx.deleteFrom('auth_verification').execute();
}
