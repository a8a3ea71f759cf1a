-- What teams offer: services, the versions of their forms, who may ask, who must say yes, what is needed along with them.
-- Folded texts are filled by the application with goodturn.fold (02-search.sql).

create table catalog_service (
  id uuid primary key,
  team_id uuid not null references directory_team (id),
  name text not null check (char_length(name) between 1 and 120),
  description text not null default '' check (char_length(description) <= 4000),
  sight text not null check (sight in ('open', 'usual', 'private')),
  -- false: those whose teams are in catalog_asker
  everyone boolean not null,
  form_version integer not null default 1 check (form_version >= 1),
  greeting_minutes integer check (greeting_minutes between 1 and 100000),
  closing_minutes integer check (closing_minutes between 1 and 100000),
  greeting_standard text not null default '' check (char_length(greeting_standard) <= 2000),
  closing_standard text not null default '' check (char_length(closing_standard) <= 2000),
  checklist jsonb not null default '[]' check (jsonb_typeof(checklist) = 'array'),
  approval_mode text check (approval_mode in ('inOrder', 'any')),
  position integer not null,
  folded_name text not null,
  folded text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz
);
-- A name names one living service of a team; also the services of a team
create unique index catalog_service_name_key on catalog_service (team_id, folded_name) where archived_at is null;
-- the services of a team, those at rest among them
create index catalog_service_team on catalog_service (team_id, position);

-- Every version that a form has had: what was asked by it keeps it.
create table catalog_form (
  service_id uuid not null references catalog_service (id),
  version integer not null check (version >= 1),
  fields jsonb not null check (jsonb_typeof(fields) = 'array'),
  made_at timestamptz not null,
  primary key (service_id, version)
);

-- The teams whose members may ask for a service that is not for everyone.
create table catalog_asker (
  service_id uuid not null references catalog_service (id),
  team_id uuid not null references directory_team (id),
  primary key (service_id, team_id)
);

-- Who must say yes, in this order; without a person it is the manager of whoever needs the service.
create table catalog_approver (
  service_id uuid not null references catalog_service (id),
  position integer not null check (position >= 0),
  person_id uuid references directory_person (id),
  primary key (service_id, position)
);

create table catalog_also (
  service_id uuid not null references catalog_service (id),
  needed_id uuid not null references catalog_service (id) check (needed_id <> service_id),
  position integer not null check (position >= 0),
  primary key (service_id, needed_id)
);

-- In how much working time most deliveries were made; drawn from what was delivered, now and then.
create table catalog_usual (
  service_id uuid primary key references catalog_service (id),
  deliveries integer not null check (deliveries >= 0),
  minutes integer not null check (minutes >= 0),
  counted_at timestamptz not null
);

revoke update, delete, truncate on catalog_form from public;
do $$ begin execute format('revoke update, delete, truncate on catalog_form from %I', current_user); end $$;
