-- Asks that come round by themselves. The day of each is written down with the ask that it made: none is made twice.

create table recurring_ask (
  id uuid primary key,
  owner_id uuid not null references directory_person (id),
  title text not null check (length(title) between 1 and 200),
  details text not null default '' check (length(details) <= 20000),
  team_id uuid references directory_team (id),
  person_id uuid references directory_person (id),
  participants uuid[] not null default '{}',
  recurrence jsonb not null check (jsonb_typeof(recurrence) = 'object'),
  from_date date not null,
  until_date date,
  at_time text not null check (at_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  zone text not null,
  workdays boolean not null,
  paused boolean not null default false,
  -- the day of the rule that comes next, and when that one is asked; null when it is over
  next_date date,
  next_at timestamptz,
  -- the code of the refusal that the last one met
  trouble text,
  version int not null default 1,
  created_at timestamptz not null,
  constraint recurring_addressed check (num_nonnulls(team_id, person_id) = 1),
  constraint recurring_next check ((next_date is null) = (next_at is null)),
  constraint recurring_period check (until_date is null or until_date >= from_date)
);
-- takeDue
create index recurring_due on recurring_ask (next_at) where next_at is not null and not paused;
-- pageRecurring
create index recurring_of_owner on recurring_ask (owner_id, created_at desc, id desc);
create index recurring_of_team on recurring_ask (team_id) where team_id is not null;
create index recurring_of_person on recurring_ask (person_id) where person_id is not null;

create table recurring_made (
  recurring_id uuid not null references recurring_ask (id),
  date date not null,
  request_id uuid not null references requests_request (id),
  at timestamptz not null,
  primary key (recurring_id, date)
);
create index recurring_made_request on recurring_made (request_id);
