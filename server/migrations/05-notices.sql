-- What concerns a person, once. Facts only: the words are made by the reader's page, from what that reader may see.

create table notices_notice (
  id uuid primary key,
  person_id uuid not null references directory_person (id),
  kind text not null check (kind ~ '^[a-z][a-zA-Z]{1,40}$'),
  subject text not null check (subject ~ '^[a-z][a-zA-Z]{1,40}$'),
  subject_id uuid not null,
  actor_id uuid references directory_person (id),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  dedupe text not null check (char_length(dedupe) between 1 and 200),
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notices_notice_once unique (person_id, dedupe),
  check (actor_id <> person_id)
);
-- pageNotices: newest first
create index notices_notice_newest on notices_notice (person_id, created_at desc, id desc);
-- countUnread, pageNotices of the unread
create index notices_notice_unread on notices_notice (person_id, created_at desc, id desc) where read_at is null;
