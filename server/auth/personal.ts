// What a person's account consists of, for that person, without its secrets; and its end when they are erased. See platform/personal.ts.
import type { Personal } from '../platform/personal.ts';

export const authPersonal: Personal = {
  kept: [],
  tell: async (db, person) => ({
    account: await db
      .selectFrom('auth_user')
      .select(['email', 'created_at'])
      .where('id', '=', person)
      .executeTakeFirst(),
    sessions: await db
      .selectFrom('auth_session')
      .select(['user_agent', 'created_at', 'updated_at as last_seen', 'expires_at'])
      .where('user_id', '=', person)
      .execute(),
    passkeys: await db
      .selectFrom('auth_passkey')
      .select(['name', 'device_type', 'created_at'])
      .where('user_id', '=', person)
      .execute(),
    tokens: await db
      .selectFrom('auth_token')
      .select(['name', 'scopes', 'created_at', 'expires_at', 'used_at'])
      .where('account_id', '=', person)
      .execute(),
  }),
  // Sessions, passwords, passkeys, links and tokens go with it.
  forget: async (tx, person) => void (await tx.deleteFrom('auth_user').where('id', '=', person).execute()),
};
