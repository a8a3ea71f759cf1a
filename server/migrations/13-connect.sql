-- Webhooks: where somebody's programs hear what changed, what was sent to them, and how far the log of changes has been read for them.

create table connect_webhook (
  id uuid primary key,
  owner_id uuid not null references directory_person (id),
  name text not null check (length(name) between 1 and 80),
  url text not null check (length(url) <= 2000),
  about text[] not null check (cardinality(about) > 0),
  secret bytea not null check (octet_length(secret) = 32),
  -- after a change of secrets both sign for a while
  earlier_secret bytea,
  earlier_until timestamptz,
  active boolean not null default true,
  ended text check (ended in ('gone', 'failing')),
  failing_since timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  check ((earlier_secret is null) = (earlier_until is null)),
  check (ended is null or not active)
);
create index connect_webhook_of_owner on connect_webhook (owner_id, id desc);
create index connect_webhook_active on connect_webhook (id) where active;

-- What is sent is put together at the moment of sending, from what the owner may see then: only facts are kept here.
create table connect_delivery (
  id uuid primary key,
  webhook_id uuid not null references connect_webhook (id),
  type text not null check (type ~ '^[a-zA-Z]{2,40}\.[a-zA-Z]{2,40}$'),
  subject_id uuid not null,
  -- its place in the log of changes: one delivery for each, whatever is killed in between; null for a trial
  change text,
  at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'failed', 'withheld')),
  attempts int not null default 0,
  next_at timestamptz not null,
  tried_at timestamptz,
  took_ms int,
  status int,
  trouble text check (length(trouble) <= 60),
  response text check (length(response) <= 1024),
  created_at timestamptz not null,
  constraint connect_delivery_once unique (webhook_id, change)
);
-- claimDue
create index connect_delivery_due on connect_delivery (webhook_id, next_at) where state = 'waiting';
-- pageDeliveries
create index connect_delivery_newest on connect_delivery (webhook_id, id desc);
create index connect_delivery_old on connect_delivery (created_at);

create table connect_cursor (
  id smallint primary key check (id = 1),
  cursor text not null
);
insert into connect_cursor values (1, '0-0');
