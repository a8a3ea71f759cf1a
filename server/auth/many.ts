// Accounts and links for many people at once, as imports need them: one statement each. Entered through auth.ts.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../platform/db.ts';
import { linkExpires } from './rules.ts';
import './tables.ts';

export type NewAccount = { id: string; name: string; email: string };

/** Opens accounts with no way in yet; the ids of those that were opened: an address that is taken is passed over. */
export async function addAccounts(tx: Db, accounts: readonly NewAccount[], now: Date): Promise<Set<string>> {
  const column = (key: keyof NewAccount) => accounts.map((account) => account[key]);
  const added = await sql<{ id: string }>`
    insert into auth_user (id, name, email, created_at, updated_at)
    select a.id, a.name, lower(a.email), ${now}, ${now}
    from unnest(${column('id')}::text[], ${column('name')}::text[], ${column('email')}::text[]) a (id, name, email)
    on conflict on constraint auth_user_email_key do nothing returning id`.execute(tx);
  return new Set(added.rows.map(({ id }) => id));
}

export const renameAccounts = (tx: Db, accounts: readonly { id: string; name: string }[], now: Date) =>
  sql`update auth_user set name = a.name, updated_at = ${now}
    from unnest(${accounts.map(({ id }) => id)}::text[], ${accounts.map(({ name }) => name)}::text[]) a (id, name)
    where auth_user.id = a.id`.execute(tx);

/** A single-use invitation for each account: its token by account, told once and kept nowhere. It ends the account's older one. */
export async function makeInvitations(tx: Db, accounts: readonly string[], now: Date) {
  const expires = linkExpires('invite', now);
  const tokens = new Map(accounts.map((account) => [account, randomBytes(32).toString('base64url')]));
  const hashes = [...tokens.values()].map((token) => createHash('sha256').update(token).digest('hex'));
  await sql`
    insert into auth_link (account_id, purpose, token_hash, created_at, expires_at)
    select a.id, 'invite', decode(a.hash, 'hex'), ${now}, ${expires}
    from unnest(${[...tokens.keys()]}::text[], ${hashes}::text[]) a (id, hash)
    on conflict (account_id, purpose) do update set token_hash = excluded.token_hash, created_at = excluded.created_at,
      expires_at = excluded.expires_at, used_at = null`.execute(tx);
  return { tokens, expires };
}
