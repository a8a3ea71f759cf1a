-- What comes from an earlier system, from files: looked at, then written once. What it was called there is kept as a hash alone.

alter table requests_request add column if not exists imported boolean not null default false;
-- What was closed elsewhere was promised nowhere here.
alter table requests_request drop constraint if exists requests_promised;
alter table requests_request add constraint requests_promised check (state not in ('promised', 'delivered', 'closed')
  or (promise_id is not null and provider_id is not null) or (imported and state = 'closed' and promise_id is null));

create table if not exists connect_import (
  id uuid primary key,
  source text not null check (source in ('table', 'zammad', 'rt', 'glpi')),
  -- tells two systems of one kind apart
  label text not null default '' check (length(label) <= 60),
  by_id uuid not null references directory_person (id),
  -- open: takes files; reading: looks at them; ready: may be run; running; done
  state text not null default 'open' check (state in ('open', 'reading', 'ready', 'running', 'done')),
  -- their teams, and ours: [{ name, count, team }]; a team of null is made
  teams jsonb not null default '[]' check (jsonb_typeof(teams) = 'array'),
  colleagues boolean not null default false,
  done integer not null default 0,
  total integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
-- the jobs: what is to be read or run; what is old
create index if not exists connect_import_by_state on connect_import (state, created_at);

create table if not exists connect_import_file (
  import_id uuid not null references connect_import (id),
  name text not null check (length(name) between 1 and 200),
  bytes bytea not null,
  primary key (import_id, name)
);
alter table connect_import_file alter column bytes set storage external;

create table if not exists connect_import_item (
  import_id uuid not null references connect_import (id),
  no integer not null,
  kind text not null check (kind in ('file', 'person', 'request')),
  file text not null default '',
  -- its line in a table, its place in a list
  place integer not null default 0,
  external_hash bytea not null,
  number text not null default '',
  name text not null default '',
  fate text not null check (fate in ('added', 'known', 'refused')),
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  -- what to write; gone once that is done
  payload jsonb,
  ours_id uuid,
  ours_number bigint,
  written boolean not null default false,
  primary key (import_id, no)
);
-- nextItems: what is to be written; counts
create index if not exists connect_import_item_by_fate on connect_import_item (import_id, kind, fate, no);
-- pageProblems
create index if not exists connect_import_item_problems on connect_import_item (import_id, no) where reasons <> '[]';

-- What has come already: the same twice changes nothing.
create table if not exists connect_imported (
  source text not null,
  kind text not null check (kind in ('person', 'request')),
  external_hash bytea not null,
  ours_id uuid not null,
  primary key (source, kind, external_hash)
);
