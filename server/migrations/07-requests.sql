-- Requests: the conversation for action. What each state must know is a constraint; history is append-only.

-- The last number given: a row, because sequences leave gaps and promise no order.
create table requests_counter (
  id smallint primary key default 1 check (id = 1),
  value bigint not null
);

create table requests_request (
  id uuid primary key,
  number bigint not null unique,
  title text not null check (length(title) between 1 and 200),
  details text not null default '' check (length(details) <= 20000),
  state text not null check (state in
    ('asked', 'countered', 'promised', 'delivered', 'closed', 'declined', 'withdrawn', 'revoked')),
  requester_id uuid not null references directory_person (id),
  asked_by_id uuid references directory_person (id),
  team_id uuid references directory_team (id),
  person_id uuid references directory_person (id),
  provider_id uuid references directory_person (id),
  greeted_by_id uuid references directory_person (id),
  greeted_at timestamptz,
  greet_by timestamptz not null,
  -- of the serving side's working calendar
  zone text not null,
  ungreeted_at timestamptz,
  promise_id uuid references promises_promise (id),
  counter_deliverable text,
  counter_due_at timestamptz,
  counter_reason text,
  delivered_at timestamptz,
  delivered_words text,
  close_by timestamptz,
  closed_by_silence boolean not null default false,
  thanks text,
  timing smallint check (timing between 1 and 5),
  quality smallint check (quality between 1 and 5),
  accuracy smallint check (accuracy between 1 and 5),
  decline_reason text,
  decline_instead text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  constraint requests_addressed check (team_id is not null or person_id is not null),
  constraint requests_countered check ((state = 'countered') = (counter_due_at is not null)
    and (counter_due_at is null) = (counter_deliverable is null) and (counter_due_at is null) = (counter_reason is null)
    and (state <> 'countered' or provider_id is not null)),
  constraint requests_promised check (state not in ('promised', 'delivered', 'closed') or (promise_id is not null and provider_id is not null)),
  constraint requests_asked check (state <> 'asked' or (provider_id is null and promise_id is null)),
  constraint requests_delivered check ((state = 'delivered') <= (delivered_at is not null and close_by is not null)),
  constraint requests_declined check ((state = 'declined') = (decline_reason is not null)),
  constraint requests_ended check ((state in ('closed', 'declined', 'withdrawn', 'revoked')) = (ended_at is not null)),
  constraint requests_silence check (not closed_by_silence or (state = 'closed' and thanks is null and timing is null)),
  constraint requests_not_oneself check (person_id is null or person_id <> requester_id)
);
-- queue of a team; today of a person; sweeps of the clock
create index requests_of_team on requests_request (team_id, state, updated_at desc, id desc);
create index requests_of_requester on requests_request (requester_id, updated_at desc, id desc);
create index requests_of_asker on requests_request (asked_by_id, updated_at desc) where asked_by_id is not null;
create index requests_of_person on requests_request (person_id, updated_at desc) where person_id is not null;
create index requests_of_provider on requests_request (provider_id, updated_at desc) where provider_id is not null;
create index requests_by_promise on requests_request (promise_id) where promise_id is not null;
create index requests_to_greet on requests_request (greet_by) where state = 'asked' and greeted_at is null and ungreeted_at is null;
create index requests_to_close on requests_request (close_by) where state = 'delivered';

-- What the ask is found by, apart from its row: a row changes with every act, its words hardly ever.
create table requests_words (
  request_id uuid primary key references requests_request (id),
  search tsvector not null
);
create index requests_words_search on requests_words using gin (search);

create table requests_participant (
  request_id uuid not null references requests_request (id),
  person_id uuid not null references directory_person (id),
  added_by_id uuid not null references directory_person (id),
  added_at timestamptz not null,
  primary key (request_id, person_id)
);
create index requests_of_participant on requests_participant (person_id, request_id);

create table requests_message (
  id uuid primary key,
  request_id uuid not null references requests_request (id),
  author_id uuid not null references directory_person (id),
  -- set for a note: only this team reads it, whatever happens to the request later
  note_team_id uuid references directory_team (id),
  body text not null check (length(body) between 1 and 20000),
  created_at timestamptz not null,
  search tsvector not null
);
create index requests_messages on requests_message (request_id, created_at, id);
create index requests_message_search on requests_message using gin (search);

create table requests_event (
  id uuid primary key,
  request_id uuid not null references requests_request (id),
  at timestamptz not null,
  by_id uuid references directory_person (id),
  what text not null,
  facts jsonb not null default '{}'
);
create index requests_events on requests_event (request_id, at, id);

create table requests_ask_rating (
  request_id uuid not null references requests_request (id),
  author_id uuid not null references directory_person (id),
  clear boolean not null,
  complete boolean not null,
  in_time boolean not null,
  thanked boolean not null,
  words text not null default '' check (length(words) <= 1000),
  at timestamptz not null,
  primary key (request_id, author_id)
);

do $$ begin
  execute format('revoke update, delete, truncate on requests_event, requests_message from %I', current_user);
end $$;
