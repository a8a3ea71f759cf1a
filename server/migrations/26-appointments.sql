-- Accountability appointments: two people, a time, what is delivered by then. What is promised there is in the ledger.

create table appointments_appointment (
  id uuid primary key,
  by_id uuid not null references directory_person (id),
  with_id uuid not null references directory_person (id),
  -- who will ask; the other one delivers
  asks_id uuid not null references directory_person (id),
  title text not null check (length(title) between 1 and 200),
  place text not null default '' check (length(place) <= 200),
  note text not null default '' check (length(note) <= 2000),
  at timestamptz not null,
  minutes smallint not null check (minutes between 5 and 480),
  zone text not null,
  state text not null default 'arranged' check (state in ('arranged', 'held', 'cancelled')),
  -- as calendars count changes of the time
  sequence int not null default 0 check (sequence >= 0),
  set_by_id uuid not null references directory_person (id),
  answer text not null default 'none' check (answer in ('none', 'accepted', 'declined', 'tentative')),
  origin_subject text,
  origin_id uuid,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint appointments_two check (by_id <> with_id and asks_id in (by_id, with_id) and set_by_id in (by_id, with_id)),
  constraint appointments_ended check ((state = 'arranged') = (ended_at is null)),
  constraint appointments_origin check ((origin_subject is null) = (origin_id is null))
);
-- pageAppointments, feedAppointments: whose they are, by time
create index appointments_by on appointments_appointment (by_id, at, id);
create index appointments_with on appointments_appointment (with_id, at, id);
-- takeSoon, takeOver
create index appointments_clock on appointments_appointment (at) where state = 'arranged';

create table appointments_deliverable (
  id uuid primary key,
  appointment_id uuid not null references appointments_appointment (id),
  no smallint not null check (no between 1 and 20),
  words text not null check (length(words) between 1 and 500),
  -- the newest promise of it; null until who delivers has given one
  promise_id uuid references promises_promise (id),
  settled text check (settled in ('delivered', 'again', 'released')),
  unique (appointment_id, no)
);
create index appointments_deliverable_promise on appointments_deliverable (promise_id) where promise_id is not null;

create table appointments_step (
  appointment_id uuid not null references appointments_appointment (id),
  no smallint not null,
  what text not null check (what in ('arranged', 'moved', 'accepted', 'declined', 'tentative', 'said', 'held', 'cancelled')),
  by_id uuid not null references directory_person (id),
  at timestamptz not null,
  to_at timestamptz,
  words text not null default '' check (length(words) <= 500),
  primary key (appointment_id, no)
);
revoke update, delete, truncate on appointments_step from public;
do $$ begin execute format('revoke update, delete, truncate on appointments_step from %I', current_user); end $$;

-- What time itself said, once for each time that was set.
create table appointments_reminder (
  appointment_id uuid not null references appointments_appointment (id),
  kind text not null check (kind in ('soon', 'over')),
  sequence int not null,
  at timestamptz not null,
  primary key (appointment_id, kind, sequence)
);

-- What each calendar was told by mail: nothing is called off that was never announced, and nothing is said twice.
create table appointments_mailed (
  appointment_id uuid not null references appointments_appointment (id),
  person_id uuid not null references directory_person (id),
  sequence int not null,
  cancelled boolean not null,
  at timestamptz not null,
  primary key (appointment_id, person_id)
);
create index appointments_mailed_person on appointments_mailed (person_id);

-- The private address of a person's calendar; only its hash is kept.
create table appointments_feed (
  person_id uuid primary key references directory_person (id),
  token_hash bytea not null unique check (length(token_hash) = 32),
  ending text not null,
  made_at timestamptz not null,
  used_at timestamptz
);
