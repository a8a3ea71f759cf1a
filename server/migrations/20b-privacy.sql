-- Forgetting: people who asked to be, and the words of requests that have been over for long enough.

alter table directory_person add column erased_at timestamptz;
alter table directory_person add constraint directory_person_erased check (erased_at is null or not active);

-- The words are gone; states, times and figures stay.
alter table requests_request add column blanked_at timestamptz;
-- endedBefore: whose words are to go, of a team and of a service
create index requests_to_blank on requests_request (team_id, ended_at) where ended_at is not null and blanked_at is null;
create index requests_to_blank_of_service on requests_request (service_id, ended_at)
  where ended_at is not null and blanked_at is null and service_id is not null;

-- History is append-only by grant; the two acts that may take words out of it take turns here while the grant is open.
create table platform_rewriting (
  id smallint primary key default 1 check (id = 1),
  at timestamptz not null
);

-- How long ended requests keep their words. A service's own rule goes before its team's; no row, no end.
create table privacy_retention (
  kind text not null check (kind in ('team', 'service')),
  subject_id uuid not null,
  months integer not null check (months between 1 and 600),
  changed_at timestamptz not null,
  primary key (kind, subject_id)
);
