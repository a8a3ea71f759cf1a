// The tables of auth, as kysely sees them. Only this folder writes them; directory reads auth_user and auth_session.
import type { Generated } from 'kysely';
import type { Scope } from '../../contract/route.ts';
import type { LinkPurpose } from '../../contract/auth.ts';

type UserTable = {
  /** The person's id. */
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  active: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
};

type SessionTable = {
  id: string;
  user_id: string;
  /** What the cookie carries, signed. */
  token: string;
  expires_at: Date;
  user_agent: string | null;
  created_at: Date;
  /** Last seen, to the day. */
  updated_at: Date;
};

type AccountTable = {
  id: string;
  user_id: string;
  provider_id: string;
  account_id: string;
  password: string | null;
  created_at: Date;
  updated_at: Date;
};

type PasskeyTable = {
  id: string;
  user_id: string;
  name: string | null;
  credential_id: string;
  public_key: string;
  counter: number;
  device_type: string;
  backed_up: boolean;
  transports: string | null;
  aaguid: string | null;
  created_at: Date;
};

type LinkTable = {
  account_id: string;
  purpose: LinkPurpose;
  token_hash: Buffer;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
};

type TokenTable = {
  id: string;
  account_id: string;
  name: string;
  token_hash: Buffer;
  /** Its last four signs. */
  ending: string;
  scopes: Scope[];
  created_at: Date;
  expires_at: Date;
  used_at: Generated<Date | null>;
};

declare module '../platform/db.ts' {
  interface Tables {
    auth_user: UserTable;
    auth_session: SessionTable;
    auth_account: AccountTable;
    auth_passkey: PasskeyTable;
    auth_verification: { id: string; identifier: string; value: string; expires_at: Date };
    auth_link: LinkTable;
    auth_token: TokenTable;
    auth_rate_limit: { key: string; count: number; expires_at: Date };
    auth_secret: { id: number; secret: string };
  }
}
