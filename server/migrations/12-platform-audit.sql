-- Who administered what, and when: added to, never changed. Facts are names of fields and counts, never what somebody wrote.

create table platform_audit (
  id uuid primary key,
  at timestamptz not null,
  -- people by id only, so that a name that must be forgotten is not kept here; null when time alone did it
  by_id uuid,
  by_program boolean not null default false,
  act text not null check (act ~ '^[a-zA-Z]{2,30}\.[a-zA-Z]{2,30}$'),
  subject_kind text not null check (subject_kind ~ '^[a-z][a-zA-Z]{1,30}$'),
  subject_id uuid,
  -- of a thing; a person is told by id
  subject_name text check (length(subject_name) <= 200),
  person_id uuid,
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object')
);
-- pageAudit: newest first; of one act, of one kind of subject, of one person
create index platform_audit_newest on platform_audit (at desc, id desc);
create index platform_audit_of_act on platform_audit (act, at desc, id desc);
create index platform_audit_about on platform_audit (subject_kind, at desc, id desc);
create index platform_audit_by on platform_audit (by_id, at desc, id desc);
do $$ begin execute format('revoke update, delete, truncate on platform_audit from %I', current_user); end $$;
