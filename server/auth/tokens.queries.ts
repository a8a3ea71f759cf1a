// All SQL about personal tokens. Rows in, rows out; no decisions about who may.
import { sql } from 'kysely';
import type { Scope } from '../../contract/route.ts';
import type { Db } from '../platform/db.ts';
import './tables.ts';

/** What makes a token count; the reader of who is asking joins from here, with the person and the teams. */
export const liveToken = (hash: Buffer, now: Date) => sql<boolean>`
  auth_token.token_hash = ${hash} and auth_token.expires_at > ${now} and auth_user.active`;

export type TokenRow = {
  id: string;
  account_id: string;
  owner: string;
  name: string;
  ending: string;
  scopes: Scope[];
  created_at: Date;
  expires_at: Date;
  used: string | null;
};

/** Newest first; of one account, or of all. `used` is a day of that zone. */
export async function findTokens(db: Db, account: string | null, zone: string): Promise<TokenRow[]> {
  const found = await sql<TokenRow>`
    select t.id, t.account_id, u.name as owner, t.name, t.ending, t.scopes, t.created_at, t.expires_at,
      to_char(t.used_at at time zone ${zone}, 'YYYY-MM-DD') as used
    from auth_token t join auth_user u on u.id = t.account_id
    where ${account === null ? sql`true` : sql`t.account_id = ${account}`}
    order by t.created_at desc, t.id desc limit 1000`.execute(db);
  return found.rows;
}

/** The owner's name. */
export async function insertToken(tx: Db, row: Omit<TokenRow, 'owner' | 'used'>, hash: Buffer): Promise<string> {
  await tx
    .insertInto('auth_token')
    .values({ ...row, token_hash: hash })
    .execute();
  const owner = await tx
    .selectFrom('auth_user')
    .select('name')
    .where('id', '=', row.account_id)
    .executeTakeFirstOrThrow();
  return owner.name;
}

/** Counts them while the account's row is held, so that two at once take turns. */
export async function countTokens(tx: Db, account: string): Promise<number> {
  await tx.selectFrom('auth_user').select('id').where('id', '=', account).forUpdate().executeTakeFirst();
  const found = await tx
    .selectFrom('auth_token')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow();
  return Number(found.count);
}

/** What was ended; nothing for an unknown one, or one of another account than the one named. */
export const deleteToken = (tx: Db, id: string, account: string | null) =>
  tx
    .deleteFrom('auth_token')
    .where('id', '=', id)
    .$if(account !== null, (query) => query.where('account_id', '=', account ?? ''))
    .returning(['account_id', 'name'])
    .executeTakeFirst();

export const deleteTokensOf = (tx: Db, account: string) =>
  tx.deleteFrom('auth_token').where('account_id', '=', account).execute();

/** Notes that it was used, unless that was noted within the hour. */
export const touchToken = (db: Db, id: string, now: Date) =>
  sql`update auth_token set used_at = ${now} where id = ${id}
    and (used_at is null or used_at <= ${new Date(now.getTime() - 3_600_000)})`.execute(db);

export const isSessionFresh = async (db: Db, session: string, since: Date): Promise<boolean> =>
  (await db
    .selectFrom('auth_session')
    .select('id')
    .where('id', '=', session)
    .where('created_at', '>', since)
    .executeTakeFirst()) !== undefined;
