-- Accounts, sessions, passkeys and links. The first five tables are better-auth's, in our spelling;
-- a test asks it whether anything is missing.

create table auth_user (
  id text primary key,
  name text not null,
  email text not null constraint auth_user_email_key unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_session (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_user on auth_session (user_id);
create index auth_session_expires on auth_session (expires_at);

create table auth_account (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint auth_account_provider_key unique (provider_id, account_id)
);
create index auth_account_user on auth_account (user_id);

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);
create index auth_verification_expires on auth_verification (expires_at);

-- The counter of WebAuthn is an unsigned 32-bit number.
create table auth_passkey (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  name text,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index auth_passkey_user on auth_passkey (user_id);

-- One live link for each account and purpose: a new one takes the place of the older. Only the hash of its token is kept.
create table auth_link (
  account_id text not null references auth_user (id) on delete cascade,
  purpose text not null check (purpose in ('invite', 'reset')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, purpose)
);

-- Tries counted in windows; keys are hashes, so that no addresses of strangers are kept.
create table auth_rate_limit (
  key text primary key,
  count integer not null,
  expires_at timestamptz not null
);
create index auth_rate_limit_expires on auth_rate_limit (expires_at);

create table auth_secret (
  id smallint primary key check (id = 1),
  secret text not null
);
