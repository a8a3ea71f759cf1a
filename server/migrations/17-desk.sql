-- Saved views of requests, and replies that teams write once.

create table desk_view (
  id uuid primary key,
  owner_id uuid not null references directory_person (id),
  -- its members share it
  team_id uuid references directory_team (id),
  name text not null check (char_length(name) between 1 and 80),
  filter jsonb not null check (jsonb_typeof(filter) = 'object'),
  version int not null default 1,
  created_at timestamptz not null
);
create index desk_view_of_owner on desk_view (owner_id);
create index desk_view_of_team on desk_view (team_id) where team_id is not null;

create table desk_template (
  id uuid primary key,
  team_id uuid not null references directory_team (id),
  name text not null check (char_length(name) between 1 and 80),
  body text not null check (char_length(body) between 1 and 4000),
  version int not null default 1,
  created_at timestamptz not null
);
create unique index desk_template_name on desk_template (team_id, lower(name));
