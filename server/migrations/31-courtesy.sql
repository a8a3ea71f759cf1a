-- Courtesy: how a team says hello and goodbye, and what both sides say of it. Nobody's answer is shown: it is counted once, in a batch
-- of several colleagues' answers, and from then on stays as it is. What is shown stands in the counts.

create table courtesy_standard (
  team_id uuid primary key references directory_team (id),
  greeting text not null check (length(greeting) <= 2000),
  closing text not null check (length(closing) <= 2000),
  version int not null default 1,
  updated_at timestamptz not null
);

-- What who served says of how the ask was.
create table courtesy_asking (
  request_id uuid not null references requests_request (id),
  by_id uuid not null references directory_person (id),
  question text not null check (question in ('clear', 'complete', 'kind')),
  yes boolean not null,
  missing text check (missing in ('where', 'device', 'when', 'whom', 'howMany', 'picture', 'why', 'approval')),
  asker_id uuid not null references directory_person (id),
  -- what was asked for, or else the team that was asked
  service_id uuid references catalog_service (id),
  team_id uuid references directory_team (id),
  at timestamptz not null,
  -- the months with which it was counted: for the question, and for the place
  counted_in date,
  placed_in date,
  primary key (request_id, by_id, question),
  constraint courtesy_missing_of_incomplete check (missing is null or (question = 'complete' and not yes))
);
create index courtesy_asking_by on courtesy_asking (by_id);
create index courtesy_asking_about on courtesy_asking (asker_id);
create index courtesy_asking_to_count on courtesy_asking (at) where counted_in is null or (placed_in is null and question = 'complete');

-- What who asked says of hello and goodbye.
create table courtesy_serving (
  request_id uuid not null references requests_request (id),
  by_id uuid not null references directory_person (id),
  question text not null check (question in ('greeted', 'closed')),
  yes boolean not null,
  team_id uuid not null references directory_team (id),
  server_id uuid not null references directory_person (id),
  at timestamptz not null,
  counted_in date,
  primary key (request_id, by_id, question)
);
create index courtesy_serving_by on courtesy_serving (by_id);
create index courtesy_serving_to_count on courtesy_serving (at) where counted_in is null;

-- A word to oneself on an ask that one served.
create table courtesy_note (
  request_id uuid not null references requests_request (id),
  by_id uuid not null references directory_person (id),
  words text not null check (length(words) between 1 and 1000),
  at timestamptz not null,
  primary key (request_id, by_id)
);
create index courtesy_note_by on courtesy_note (by_id);

create table courtesy_asking_count (
  asker_id uuid not null references directory_person (id),
  question text not null check (question in ('clear', 'complete', 'kind')),
  month date not null,
  answers int not null,
  yes int not null,
  primary key (asker_id, question, month),
  constraint courtesy_asking_counted check (answers >= 5 and yes between 0 and answers)
);

-- of a service, or else of the team that was asked
create table courtesy_missing_count (
  asker_id uuid not null references directory_person (id),
  place_id uuid not null,
  place text not null check (place in ('service', 'team')),
  month date not null,
  answers int not null,
  missing jsonb not null check (jsonb_typeof(missing) = 'object'),
  primary key (asker_id, place_id, month),
  constraint courtesy_missing_counted check (answers >= 5)
);

create table courtesy_serving_count (
  team_id uuid not null references directory_team (id),
  question text not null check (question in ('greeted', 'closed')),
  month date not null,
  answers int not null,
  yes int not null,
  primary key (team_id, question, month),
  constraint courtesy_serving_counted check (answers >= 5 and yes between 0 and answers)
);
