-- What every capability stands on: answers kept for repeats of a write, and the log of changes that live pages follow.

create table platform_answer (
  principal text not null,
  key text not null,
  request_hash text not null,
  status smallint not null,
  body text,
  etag text,
  created_at timestamptz not null default now(),
  primary key (principal, key)
);
create index platform_answer_created on platform_answer (created_at);

-- xid orders by commit visibility: a reader takes only rows older than every transaction still running,
-- so a cursor over (xid, seq) never skips one that commits late.
create table platform_change (
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  subject text not null,
  id uuid not null,
  kind text not null,
  recipient uuid,
  at timestamptz not null default now(),
  primary key (xid, seq)
);
create index platform_change_at on platform_change (at);
