-- Which promises are at risk and why, when each is to be looked at again, who was told once, and how long such things took before.

create table if not exists promises_risk (
  promise_id uuid primary key references promises_promise (id),
  -- when it is to be looked at again; null: when something changes
  look_at timestamptz,
  -- it changed: its promiser's other promises, and those that wait for it, are looked at too
  changed boolean not null default true,
  reason text check (reason in ('timeShort', 'otherPromises', 'tookLonger', 'belowMoved')),
  facts jsonb,
  -- the due time that this is about
  due_at timestamptz,
  since timestamptz,
  -- a time that would hold
  suggested_due_at timestamptz,
  constraint promises_risk_told check (reason is null or (facts is not null and due_at is not null and since is not null)),
  constraint promises_risk_none check (reason is not null or (facts is null and since is null and suggested_due_at is null))
);
-- takeToLookAt
create index if not exists promises_risk_to_look_at on promises_risk (look_at) where look_at is not null;
-- takeToWarn
create index if not exists promises_risk_to_tell on promises_risk (since) where reason is not null;

-- Each promiser is told once for each due time.
create table if not exists promises_warned (
  promise_id uuid not null references promises_promise (id),
  due_at timestamptz not null,
  at timestamptz not null,
  primary key (promise_id, due_at)
);

-- Working minutes that such things took: of a service, or what one person promised freely. Reckoned anew once a day where it is needed.
create table if not exists promises_took (
  kind text not null check (kind in ('service', 'person')),
  of_id uuid not null,
  cases int not null check (cases >= 0),
  -- from the promise to its delivery: half of them, three in four
  half int,
  most int,
  -- since the same promiser had delivered something else: half of them
  hands int,
  reckoned_at timestamptz not null,
  primary key (kind, of_id),
  constraint promises_took_whole check ((half is null) = (cases = 0) and (most is null) = (cases = 0) and (hands is null) = (cases = 0))
);

-- An answer given by the link in a mail: each proposal is answered so once.
create table if not exists promises_mail_answer (
  promise_id uuid not null references promises_promise (id),
  proposed_at timestamptz not null,
  person_id uuid not null references directory_person (id),
  answer text not null check (answer in ('accept', 'hold')),
  at timestamptz not null,
  primary key (promise_id, proposed_at)
);
create index if not exists promises_mail_answer_by on promises_mail_answer (person_id);

-- What runs already is looked at with the first round.
insert into promises_risk (promise_id, look_at)
  select id, made_at from promises_promise where state = 'open' on conflict do nothing;
-- Those who were warned under the release before are not told again.
insert into promises_warned (promise_id, due_at, at)
  select id, due_at, warned_at from promises_promise where state = 'open' and warned_at is not null on conflict do nothing;
