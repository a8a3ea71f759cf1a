-- Requests of services: who may see them, what was answered, whose yes they wait for, and what the serving team ticks off.

alter table requests_request
  add column if not exists sight text not null default 'usual',
  add column if not exists service_id uuid references catalog_service (id),
  add column if not exists form_version int;
do $$ begin
  if not exists (select from pg_constraint where conname = 'requests_sight' and conrelid = 'requests_request'::regclass) then
    alter table requests_request add constraint requests_sight check (sight in ('open', 'usual', 'private'));
  end if;
end $$;
-- the list of what every colleague may read; history of a service
create index if not exists requests_open on requests_request (updated_at desc, id desc) where sight = 'open';
create index if not exists requests_of_service on requests_request (service_id, created_at) where service_id is not null;

-- What was answered in the form of its service; only what was asked.
create table if not exists requests_answer (
  request_id uuid primary key references requests_request (id),
  form_version int not null,
  answers jsonb not null
);

-- Whose yes a request needs. Asked from asked_at on; then the approver, and whoever stands in, may see the request.
create table if not exists requests_approval (
  id uuid primary key,
  request_id uuid not null references requests_request (id),
  step smallint not null,
  approver_id uuid not null references directory_person (id),
  stand_in_id uuid references directory_person (id),
  state text not null check (state in ('waiting', 'asked', 'approved', 'refused', 'skipped')),
  -- the first yes or no answers for all of them; else each is asked after the one before
  any_of boolean not null default false,
  words text not null default '' check (length(words) <= 4000),
  asked_at timestamptz,
  answered_by_id uuid references directory_person (id),
  answered_at timestamptz,
  unique (request_id, step),
  constraint requests_approval_asked check (state not in ('asked', 'approved', 'refused') or asked_at is not null),
  constraint requests_approval_answered check ((state in ('approved', 'refused')) = (answered_by_id is not null and answered_at is not null))
);
create index if not exists requests_of_approver on requests_approval (approver_id, request_id);
create index if not exists requests_of_stand_in on requests_approval (stand_in_id, request_id) where stand_in_id is not null;
create index if not exists requests_answered_by on requests_approval (answered_by_id) where answered_by_id is not null;
-- the sweep that looks whether those who are asked are there
create index if not exists requests_to_approve on requests_approval (asked_at) where state = 'asked';

create table if not exists requests_checklist_item (
  id uuid not null,
  request_id uuid not null references requests_request (id),
  position int not null,
  words text not null check (length(words) between 1 and 200),
  done_by_id uuid references directory_person (id),
  done_at timestamptz,
  primary key (request_id, id),
  constraint requests_checklist_done check ((done_by_id is null) = (done_at is null))
);
create index if not exists requests_checklist on requests_checklist_item (request_id, position);
create index if not exists requests_checklist_by on requests_checklist_item (done_by_id) where done_by_id is not null;
