-- The ledger. A promise is one row; each agreed or proposed change of it is a revision and is never rewritten.

create table promises_promise (
  id uuid primary key,
  subject text not null,
  subject_id uuid not null,
  promiser_id uuid not null references directory_person (id),
  promisee_id uuid not null references directory_person (id),
  team_id uuid references directory_team (id),
  deliverable text not null check (length(deliverable) between 1 and 500),
  due_at timestamptz not null,
  first_due_at timestamptz not null,
  zone text not null,
  made_at timestamptz not null,
  -- when the promiser is told that time runs short; before due_at
  warn_at timestamptz not null,
  warned_at timestamptz,
  overdue_at timestamptz,
  state text not null check (state in ('open', 'delivered', 'ended')),
  delivered_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('kept', 'keptRenegotiated', 'repaired', 'missed', 'revoked', 'released')),
  renegotiations smallint not null default 0,
  -- a new time agreed only after the old one had passed
  repaired boolean not null default false,
  returns smallint not null default 0,
  miss_reason text check (miss_reason in
    ('waitingOnOthers', 'tooMuchAtOnce', 'tookLonger', 'absence', 'supply', 'askChanged', 'forgot', 'other')),
  proposed_due_at timestamptz,
  proposed_deliverable text,
  proposed_reason text,
  proposed_at timestamptz,
  constraint promises_delivered check ((state = 'delivered') <= (delivered_at is not null)),
  constraint promises_open check ((state = 'open') <= (delivered_at is null and outcome is null and ended_at is null)),
  constraint promises_ended check ((state = 'ended') = (outcome is not null and ended_at is not null)),
  constraint promises_proposal check (
    (proposed_at is null) = (proposed_due_at is null) and (proposed_at is null or (state = 'open' and proposed_reason is not null))),
  constraint promises_missed_has_reason check (outcome is null or outcome not in ('missed', 'revoked') or miss_reason is not null)
);
-- one promise at a time on one thing
create unique index promises_one_running on promises_promise (subject_id) where state <> 'ended';
create index promises_of_promiser on promises_promise (promiser_id, due_at) where state <> 'ended';
create index promises_to_warn on promises_promise (warn_at) where state = 'open' and warned_at is null;
create index promises_to_mark on promises_promise (due_at) where state = 'open' and overdue_at is null;
create index promises_of_team_ended on promises_promise (team_id, ended_at) where state = 'ended';
create index promises_of_promiser_ended on promises_promise (promiser_id, ended_at) where state = 'ended';

create table promises_revision (
  promise_id uuid not null references promises_promise (id),
  no smallint not null,
  kind text not null check (kind in ('made', 'proposed', 'accepted', 'held', 'delivered', 'returned', 'ended')),
  due_at timestamptz not null,
  deliverable text not null,
  by_id uuid references directory_person (id),
  reason text,
  at timestamptz not null,
  primary key (promise_id, no)
);
revoke update, delete, truncate on promises_revision from public;
do $$ begin execute format('revoke update, delete, truncate on promises_revision from %I', current_user); end $$;
