-- Tables of people and teams that an administrator looks at before they are written; forgotten after a month.

create table directory_import (
  id uuid primary key,
  kind text not null check (kind in ('people', 'teams')),
  name text not null default '',
  by_id uuid not null references directory_person (id),
  state text not null default 'ready' check (state in ('ready', 'running', 'done')),
  create_teams boolean not null,
  -- The titles as they stand in the file.
  head text[] not null,
  new_teams text[] not null default '{}',
  done integer not null default 0,
  total integer not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
-- runImports: what is under way; forgetImports: what is old
create index directory_import_by_state on directory_import (state, created_at);

create table directory_import_row (
  import_id uuid not null references directory_import (id),
  no integer not null,
  line integer not null,
  cells text[] not null,
  fate text not null check (fate in ('added', 'changed', 'unchanged', 'refused')),
  reasons jsonb not null default '[]' check (jsonb_typeof(reasons) = 'array'),
  changes text[] not null default '{}',
  -- Who or what it is about; chosen beforehand for those who are added.
  subject_id uuid,
  -- What to write, with ids in place of addresses.
  given jsonb not null default '{}',
  -- Managers are written before those whom they manage.
  depth integer not null default 0,
  written boolean not null default false,
  primary key (import_id, no)
);
-- pageRows: of one fate; nextRows: what is to be written
create index directory_import_row_by_fate on directory_import_row (import_id, fate, depth, no);
