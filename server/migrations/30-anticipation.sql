-- What else is needed along with a service: as history shows it, whether it was wanted, and what was promised along unasked.

-- Counted anew every night. Counts of people, never of requests; nothing of services whose requests are private.
create table if not exists anticipation_learned (
  service_id uuid not null references catalog_service (id),
  needed_id uuid not null references catalog_service (id),
  days int not null,
  asked int not null,
  needed int not null,
  by_chance double precision not null,
  lift double precision not null,
  counted_at timestamptz not null,
  primary key (service_id, needed_id),
  constraint anticipation_learned_counts check (needed between 0 and asked and service_id <> needed_id)
);
create index if not exists anticipation_learned_needed on anticipation_learned (needed_id);

-- What somebody last said about being offered it.
create table if not exists anticipation_answer (
  service_id uuid not null references catalog_service (id),
  needed_id uuid not null references catalog_service (id),
  person_id uuid not null references directory_person (id),
  wanted boolean not null,
  at timestamptz not null,
  primary key (service_id, needed_id, person_id)
);
create index if not exists anticipation_answer_needed on anticipation_answer (needed_id);
create index if not exists anticipation_answer_person on anticipation_answer (person_id);

create table if not exists anticipation_included (
  request_id uuid not null references requests_request (id),
  needed_id uuid not null references catalog_service (id),
  service_id uuid not null references catalog_service (id),
  promise_id uuid not null references promises_promise (id),
  by_id uuid not null references directory_person (id),
  at timestamptz not null,
  wanted boolean,
  answered_at timestamptz,
  primary key (request_id, needed_id),
  constraint anticipation_included_answered check ((wanted is null) = (answered_at is null))
);
create index if not exists anticipation_included_needed on anticipation_included (needed_id);
create index if not exists anticipation_included_service on anticipation_included (service_id);
create index if not exists anticipation_included_promise on anticipation_included (promise_id);
create index if not exists anticipation_included_by on anticipation_included (by_id);
