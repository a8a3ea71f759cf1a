-- Promises of their own, outside of requests: what they grew out of and wait for, and how both sides speak about them.

alter table promises_promise
  -- the catalog's service that was asked for, and the promisee's oldest living team when it was promised
  add column if not exists service_id uuid references catalog_service (id),
  add column if not exists asking_team_id uuid references directory_team (id),
  -- it can be kept only once this one is
  add column if not exists depends_on_id uuid references promises_promise (id)
    constraint promises_not_on_itself check (depends_on_id <> id),
  -- what it grew out of
  add column if not exists origin_subject text check (origin_subject in ('request', 'idea', 'appointment', 'promise')),
  add column if not exists origin_id uuid
    constraint promises_origin check ((origin_id is null) = (origin_subject is null)),
  -- whose new time waits for an answer; null: the promiser's
  add column if not exists proposed_by_id uuid references directory_person (id)
    constraint promises_proposed_by check (proposed_by_id is null
      or (proposed_at is not null and proposed_by_id in (promiser_id, promisee_id))),
  -- the other side nodded; no promise needs it
  add column if not exists accepted_at timestamptz
    constraint promises_nodded check (accepted_at is null or accepted_at >= made_at),
  -- silence closes it then
  add column if not exists close_by timestamptz
    constraint promises_closing check (close_by is null or state = 'delivered'),
  add column if not exists closed_by_silence boolean not null default false
    constraint promises_silence check (not closed_by_silence or (state = 'ended' and thanks is null)),
  add column if not exists done text check (length(done) between 1 and 4000)
    constraint promises_done check (done is null or delivered_at is not null),
  add column if not exists thanks text check (length(thanks) between 1 and 4000)
    constraint promises_thanked check (thanks is null or (state = 'ended' and delivered_at is not null)),
  add column if not exists miss_words text check (length(miss_words) between 1 and 1000)
    constraint promises_miss_told check (miss_words is null or miss_reason is not null),
  add column if not exists version int not null default 1;

-- Kept and missed are one or the other: what was never delivered is not kept, and late is not in time.
alter table promises_promise drop constraint if exists promises_word_kept;
alter table promises_promise add constraint promises_word_kept check (
  outcome is null or outcome not in ('kept', 'keptRenegotiated', 'repaired')
  or (delivered_at is not null and delivered_at <= due_at)) not valid;
alter table promises_promise validate constraint promises_word_kept;
alter table promises_promise drop constraint if exists promises_word_judged;
alter table promises_promise add constraint promises_word_judged check (
  outcome is null
  or (outcome = 'kept') <= (renegotiations = 0 and not repaired)
  and (outcome = 'keptRenegotiated') <= (renegotiations > 0 and not repaired)
  and (outcome = 'repaired') <= repaired
  and (outcome = 'missed') <= (coalesce(delivered_at, ended_at) > due_at)) not valid;
alter table promises_promise validate constraint promises_word_judged;

-- A promise to oneself is a note.
alter table promises_promise drop constraint if exists promises_to_another;
alter table promises_promise add constraint promises_to_another check (subject <> 'promise' or promiser_id <> promisee_id) not valid;
alter table promises_promise validate constraint promises_to_another;
alter table promises_promise drop constraint if exists promises_own_subject;
alter table promises_promise add constraint promises_own_subject check (subject <> 'promise' or subject_id = id) not valid;
alter table promises_promise validate constraint promises_own_subject;

alter table promises_revision drop constraint if exists promises_revision_kind_check;
alter table promises_revision add constraint promises_revision_kind_check check (kind in
  ('made', 'nodded', 'countered', 'proposed', 'accepted', 'held', 'delivered', 'returned', 'ended', 'chained')) not valid;
alter table promises_revision validate constraint promises_revision_kind_check;
