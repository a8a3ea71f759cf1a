-- Files. A row of attachments_file is unattached (its sender's alone, for a day) or held by words of a subject (a message of a request).

create table attachments_file (
  id uuid primary key,
  uploader_id uuid not null references directory_person (id),
  -- the Idempotency-Key that it came with, and what came: the same again is the same file
  upload_key text check (length(upload_key) between 1 and 300),
  sent_hash bytea not null,
  name text not null check (length(name) between 1 and 255),
  media_type text not null check (length(media_type) between 3 and 127),
  -- what the bytes are, if they are something that we know
  sniffed text,
  image boolean not null,
  width int,
  height int,
  size bigint not null check (size >= 0),
  hash bytea not null,
  -- where the bytes are
  store text not null check (store in ('database', 's3')),
  blob uuid not null,
  created_at timestamptz not null,
  subject_kind text,
  subject_id uuid,
  holder_kind text,
  holder_id uuid,
  place smallint,
  attached_at timestamptz,
  constraint attachments_file_once unique (uploader_id, upload_key),
  constraint attachments_file_held check (
    num_nulls(subject_kind, subject_id, holder_kind, holder_id, place, attached_at) in (0, 6)),
  constraint attachments_file_shown check (not image or sniffed is not null)
);
-- quota of a person; those that were never sent with anything; of one subject; of one message; whether bytes are still in use
create index attachments_unattached on attachments_file (uploader_id) where holder_id is null;
create index attachments_forgotten on attachments_file (created_at) where holder_id is null;
create index attachments_of_subject on attachments_file (subject_id, subject_kind) where subject_id is not null;
create index attachments_of_holder on attachments_file (holder_id) where holder_id is not null;
create index attachments_of_blob on attachments_file (blob);

-- Bytes, when they are kept in the database. Compressing pictures would be work for nothing.
create table attachments_chunk (
  blob uuid not null,
  n int not null,
  bytes bytea not null,
  primary key (blob, n)
);
alter table attachments_chunk alter column bytes set storage external;

-- Bytes that belong to no file: an upload under way, or what is left of one, or of a file that was removed.
create table attachments_loose (
  blob uuid primary key,
  store text not null check (store in ('database', 's3')),
  person_id uuid,
  since timestamptz not null
);
create index attachments_loose_since on attachments_loose (since);

-- A picture says it all: words may be empty now when files go with them.
alter table requests_message drop constraint requests_message_body_check;
alter table requests_message add constraint requests_message_body_check check (length(body) <= 20000);
