-- Mail out: the outbox, the server that takes it, what each person wants sent to them, and the browsers that take pushes.

create table platform_mail (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z][a-zA-Z]{1,40}$'),
  -- whose mail it is, as the capability that posted it names people
  reader text not null,
  -- what waits under one name goes out as one mail
  bundle text check (char_length(bundle) between 1 and 200),
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  message_id text unique,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  -- waiting: when to look at it again; sending: when whoever sends it is taken for dead
  next_at timestamptz not null,
  -- when it was to go; two days later its time is over
  wanted_at timestamptz not null,
  -- the first occasion that it is about
  since timestamptz not null,
  tries int not null default 0 check (tries >= 0),
  claim uuid,
  recipient text,
  reason text,
  said text,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint platform_mail_claimed check ((state = 'sending') = (claim is not null)),
  constraint platform_mail_ended check ((state in ('sent', 'failed', 'dropped')) = (ended_at is not null))
);
-- post: one waiting mail for each bundle
create unique index platform_mail_bundle on platform_mail (bundle) where state = 'waiting';
-- the sender: what is due, and what was left behind by a process that died
create index platform_mail_due on platform_mail (next_at) where state in ('waiting', 'sending');
-- the administrator's list of what failed; forgetting what ended long ago
create index platform_mail_ended_at on platform_mail (state, ended_at desc) where ended_at is not null;

create table platform_mail_server (
  id smallint primary key check (id = 1),
  host text,
  port int check (port between 1 and 65535),
  tls text check (tls in ('implicit', 'starttls', 'none')),
  username text,
  password text,
  from_name text,
  from_address text,
  trouble text,
  trouble_said text,
  trouble_at timestamptz,
  trouble_count int not null default 0,
  quiet_until timestamptz,
  version int not null default 1,
  constraint platform_mail_server_whole check ((host is null) = (port is null) and (host is null) = (tls is null) and (host is null) = (from_address is null))
);
insert into platform_mail_server (id) values (1);

alter table notices_notice add column mail_id uuid;
alter table notices_notice add column push_at timestamptz;
-- the job of pushes: what is due
create index notices_notice_push on notices_notice (push_at) where push_at is not null;

create table notices_settings (
  person_id uuid primary key references directory_person (id),
  mail jsonb not null check (jsonb_typeof(mail) = 'object'),
  push jsonb not null check (jsonb_typeof(push) = 'object'),
  -- minutes after midnight; null: when the working day begins
  digest_minutes int check (digest_minutes between 0 and 1439),
  version int not null default 1
);

create table notices_browser (
  id uuid primary key,
  person_id uuid not null references directory_person (id),
  endpoint text not null unique check (char_length(endpoint) between 1 and 2000),
  p256dh text not null,
  auth text not null,
  agent text,
  created_at timestamptz not null
);
create index notices_browser_person on notices_browser (person_id);

create table notices_push_key (
  id smallint primary key check (id = 1),
  public_key text not null,
  private_key text not null
);
