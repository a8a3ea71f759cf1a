-- Goals of teams, the clock of each request that one holds for, and what the clocks add up to by day.

create table goals_goal (
  id uuid primary key,
  team_id uuid not null references directory_team (id),
  sentence text not null check (char_length(sentence) between 1 and 160),
  -- false: those of the services in goals_service
  every_ask boolean not null,
  starts text not null check (starts in ('asked', 'greeted', 'promised')),
  ends text not null check (ends in ('greeted', 'promised', 'delivered', 'closed') and ends <> starts),
  time text not null check (time in ('working', 'wall')),
  count int not null check (count between 1 and 1000),
  unit text not null check (unit in ('minutes', 'hours', 'days')),
  share smallint not null check (share between 1 and 100),
  days smallint not null check (days between 1 and 366),
  version int not null default 1,
  created_at timestamptz not null,
  archived_at timestamptz,
  -- grows when something else counts than before: what was reckoned by an earlier one counts no more
  measure int not null default 1,
  -- since when it stands like this: nobody is told of what was late before
  measured_at timestamptz not null,
  -- of the team, whose calendar the running clocks were reckoned by
  team_version int not null,
  -- whatever the team's requests did until then is reckoned
  seen_to timestamptz not null,
  -- and of what they did before, back to this request; null when there is nothing older
  back_at timestamptz,
  back_id uuid,
  -- whether at least three people's work is behind its figure
  several boolean not null default false,
  constraint goals_back check ((back_at is null) = (back_id is null))
);
create index goals_of_team on goals_goal (team_id, archived_at, created_at);

create table goals_service (
  goal_id uuid not null references goals_goal (id),
  service_id uuid not null references catalog_service (id),
  primary key (goal_id, service_id)
);
create index goals_of_service on goals_service (service_id);

create table goals_clock (
  goal_id uuid not null references goals_goal (id),
  request_id uuid not null references requests_request (id),
  -- of the request and of the goal when this was reckoned
  version int not null,
  measure int not null,
  private boolean not null,
  -- waiting: not started; void: ended without counting
  state text not null check (state in ('waiting', 'running', 'met', 'missed', 'void')),
  started_at timestamptz,
  due_at timestamptz,
  -- when the team's leads hear that it runs short
  warn_at timestamptz,
  ended_at timestamptz,
  -- what it adds to goals_day: on that day of the team, and how long it took (goals_length); null: nothing yet
  day date,
  within boolean,
  bucket smallint,
  primary key (goal_id, request_id),
  constraint goals_started check ((state in ('running', 'met', 'missed')) <= (started_at is not null and due_at is not null)),
  constraint goals_ended check ((state in ('met', 'missed')) = (ended_at is not null)),
  constraint goals_counted check ((within is null) = (day is null) and (within is null) = (bucket is null)),
  constraint goals_judged check ((state = 'met') = (within is true) and (state = 'missed') <= (within is false)
    and (within is false) <= (state in ('running', 'missed')))
);
-- who waits now; clocks whose time has passed
create index goals_running on goals_clock (goal_id, due_at) where state = 'running';
create index goals_to_warn on goals_clock (warn_at) where state = 'running' and within is null;
-- misses of a goal, the latest first
create index goals_missed on goals_clock (goal_id, due_at desc, request_id desc) where within = false;
create index goals_clock_of_request on goals_clock (request_id);

create table goals_day (
  goal_id uuid not null references goals_goal (id),
  measure int not null,
  day date not null,
  private boolean not null,
  met int not null,
  missed int not null,
  primary key (goal_id, measure, day, private)
);

create table goals_length (
  goal_id uuid not null references goals_goal (id),
  measure int not null,
  day date not null,
  private boolean not null,
  bucket smallint not null,
  clocks int not null,
  primary key (goal_id, measure, day, private, bucket)
);

-- Leads are told once of each, whoever looks how often.
create table goals_told (
  goal_id uuid not null references goals_goal (id),
  request_id uuid not null references requests_request (id),
  what text not null check (what in ('near', 'missed')),
  at timestamptz not null,
  primary key (goal_id, request_id, what)
);
create index goals_told_of_request on goals_told (request_id);
