-- People, teams and who belongs to which. Folded names are filled by the application with goodturn.fold (02-search.sql).

create table directory_company (
  id smallint primary key default 1 check (id = 1),
  name text not null check (char_length(name) between 1 and 120),
  language text not null check (language in ('en', 'fi', 'es', 'ru')),
  zone text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null
);

create table directory_person (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  said text not null default '' check (char_length(said) <= 120),
  email text not null check (email = lower(email)),
  language text not null check (language in ('en', 'fi', 'es', 'ru')),
  place text not null default '' check (char_length(place) <= 120),
  zone text not null,
  does text not null default '' check (char_length(does) <= 400),
  manager_id uuid references directory_person (id) check (manager_id <> id),
  administrator boolean not null default false,
  active boolean not null default true,
  photo_version integer not null default 0 check (photo_version >= 0),
  folded text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  deactivated_at timestamptz,
  check (active = (deactivated_at is null)),
  constraint directory_person_email_key unique (email)
);
-- pagePeople: by name, a page at a time
create index directory_person_by_name on directory_person (folded, id);
-- pagePeople: words anywhere in a name, typing mistakes forgiven; people are written rarely, so nothing waits unsorted
create index directory_person_words on directory_person using gin (folded gin_trgm_ops) with (fastupdate = off);
-- pagePeople: the people on somebody's line
create index directory_person_line on directory_person (manager_id) where manager_id is not null;

create table directory_photo (
  person_id uuid primary key references directory_person (id) on delete cascade,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes bytea not null check (octet_length(bytes) between 1 and 5242880)
);
-- Photos do not shrink; trying costs time at every write.
alter table directory_photo alter column bytes set storage external;

create table directory_team (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 120),
  does text not null default '' check (char_length(does) <= 400),
  zone text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  region text check (region is null or country is not null),
  week jsonb not null check (jsonb_typeof(week) = 'object'),
  greeting_minutes integer not null check (greeting_minutes between 1 and 100000),
  closing_minutes integer not null check (closing_minutes between 1 and 100000),
  folded text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz
);
-- A name names one living team; also pageTeams: by name
create unique index directory_team_name_key on directory_team (folded) where archived_at is null;

create table directory_membership (
  team_id uuid not null references directory_team (id),
  person_id uuid not null references directory_person (id),
  lead boolean not null default false,
  primary key (team_id, person_id)
);
-- whoIs, teamsOf: the teams of a person
create index directory_membership_person on directory_membership (person_id);

create table directory_exception (
  team_id uuid not null references directory_team (id),
  date date not null,
  hours jsonb not null check (jsonb_typeof(hours) = 'array'),
  note text not null default '' check (char_length(note) <= 200),
  primary key (team_id, date)
);

-- Whom a visitor of the sample company may be.
create table directory_role (
  name text primary key check (name in ('employee', 'it-lead', 'housekeeper', 'hr-partner', 'manager', 'steward', 'administrator')),
  person_id uuid not null references directory_person (id)
);
