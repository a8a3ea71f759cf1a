-- Personal tokens of programs. Only a hash of each is kept; the last four signs are there to tell them apart.

create table auth_token (
  id uuid primary key,
  account_id text not null references auth_user (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  ending text not null check (length(ending) = 4),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'admin']),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index auth_token_of_account on auth_token (account_id, created_at desc);
create index auth_token_expires on auth_token (expires_at);
