-- How promises were kept, added up once: nothing here tells how one person keeps theirs.

-- counted in trust_tally; each ended promise once
alter table promises_promise add column if not exists tallied boolean not null default false;

-- `about` is the team itself, the service, or the team that was promised to; all zeros: none was named.
-- A `period` is a month of the team, for services and pairs of teams two months, by its first day: what is shown is never finer.
create table if not exists trust_tally (
  team_id uuid not null references directory_team (id),
  kind text not null check (kind in ('team', 'service', 'pair')),
  period date not null,
  about uuid not null,
  -- on private requests: for members of the team alone
  private boolean not null,
  kept int not null default 0 check (kept >= 0),
  renegotiated int not null default 0 check (renegotiated >= 0),
  repaired int not null default 0 check (repaired >= 0),
  missed int not null default 0 check (missed >= 0),
  primary key (team_id, kind, period, about, private)
);

-- how many people are behind a tally, and how much of it is one person's: how many they promised, not how they kept it
create table if not exists trust_share (
  team_id uuid not null references directory_team (id),
  kind text not null check (kind in ('team', 'service', 'pair')),
  period date not null,
  about uuid not null,
  private boolean not null,
  promiser_id uuid not null references directory_person (id),
  total int not null check (total > 0),
  primary key (team_id, kind, period, about, private, promiser_id)
);

create table if not exists trust_reason (
  team_id uuid not null references directory_team (id),
  kind text not null check (kind in ('team', 'service')),
  period date not null,
  about uuid not null,
  private boolean not null,
  miss_reason text not null,
  total int not null check (total > 0),
  primary key (team_id, kind, period, about, private, miss_reason)
);
