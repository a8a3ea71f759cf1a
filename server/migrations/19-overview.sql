-- How long things took, reckoned once in the team's working time: reports add up what stands here.

create table overview_time (
  request_id uuid primary key references requests_request (id),
  -- of the request when this was reckoned; another one there means that it is out of date
  version int not null,
  team_id uuid not null references directory_team (id),
  greet_minutes real check (greet_minutes >= 0),
  -- null: there is still time to say hello
  greeted_in_time boolean,
  promise_minutes real check (promise_minutes >= 0),
  offered_minutes real check (offered_minutes >= 0),
  ask_minutes real check (ask_minutes >= 0),
  returned boolean not null,
  reopened boolean not null
);
-- refreshTimes: what has gone to another team; reports of a team
create index overview_time_of_team on overview_time (team_id);
