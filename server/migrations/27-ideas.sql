-- Ideas on the accountability ladder; what was said and done about them is kept and never changes.

create table ideas_idea (
  id uuid primary key,
  -- null: proposed to the company
  team_id uuid references directory_team (id),
  sight text not null check (sight in ('open', 'team')),
  author_id uuid not null references directory_person (id),
  title text not null check (length(title) between 1 and 200),
  why text not null check (length(why) <= 4000),
  search tsvector not null,
  state text not null check (state in ('heard', 'decided', 'committed', 'appointed', 'done', 'declined', 'withdrawn')),
  -- the highest rung that it has stood on: 0 heard, 1 decided, 2 committed, 3 appointed
  reached smallint not null check (reached between 0 and 3),
  answer_by timestamptz not null,
  risen_at timestamptz,
  answer_kind text check (answer_kind in ('yes', 'no', 'notNow', 'done')),
  answer text,
  answered_at timestamptz,
  answerer_id uuid references directory_person (id),
  promise_id uuid references promises_promise (id),
  promiser_id uuid references directory_person (id),
  promisee_id uuid references directory_person (id),
  appointment_id uuid,
  -- a promise made for it did not hold
  broken boolean not null default false,
  kept boolean,
  created_at timestamptz not null,
  moved_at timestamptz not null,
  version int not null default 1,
  constraint ideas_company_is_open check (team_id is not null or sight = 'open'),
  constraint ideas_answered check (
    (answered_at is null) = (answer_kind is null) and (answered_at is null) = (answer is null) and (answered_at is null) = (answerer_id is null)),
  constraint ideas_never_ends_unanswered check (state in ('heard', 'withdrawn') or answered_at is not null),
  constraint ideas_on_a_promise check (
    (state in ('committed', 'appointed')) = (promiser_id is not null) and (promiser_id is null) = (promisee_id is null)
    and (promiser_id is null or promise_id is not null)),
  constraint ideas_appointed check ((state = 'appointed') <= (appointment_id is not null)),
  constraint ideas_done check ((state = 'done') = (kept is not null)),
  constraint ideas_rung check (
    case state when 'decided' then reached >= 1 when 'committed' then reached >= 2 when 'appointed' then reached = 3 else true end)
);
-- pageIdeas, with and without a team
create index ideas_newest on ideas_idea (state, moved_at desc, id desc);
create index ideas_all_newest on ideas_idea (moved_at desc, id desc);
create index ideas_of_team on ideas_idea (team_id, moved_at desc, id desc);
create index ideas_of_author on ideas_idea (author_id);
create index ideas_of_answerer on ideas_idea (answerer_id) where answerer_id is not null;
create index ideas_of_promise on ideas_idea (promise_id) where promise_id is not null;
create index ideas_of_promiser on ideas_idea (promiser_id) where promiser_id is not null;
create index ideas_of_promisee on ideas_idea (promisee_id) where promisee_id is not null;
create index ideas_search on ideas_idea using gin (search);
create index ideas_unanswered on ideas_idea (answer_by) where state = 'heard' and risen_at is null;
-- tally of the ladder reads this index alone
create index ideas_ladder on ideas_idea (moved_at, reached, state, broken, kept);

create table ideas_entry (
  id uuid primary key,
  idea_id uuid not null references ideas_idea (id),
  at timestamptz not null,
  -- null: time did it
  by_id uuid references directory_person (id),
  what text not null check (what in ('message', 'proposed', 'edited', 'decided', 'declined', 'committed', 'appointed',
    'delivered', 'done', 'fellBack', 'withdrawn', 'rose')),
  body text not null default '',
  answer_kind text check (answer_kind in ('yes', 'no', 'notNow', 'done')),
  to_id uuid references directory_person (id),
  due_at timestamptz,
  constraint ideas_said check (what <> 'message' or (by_id is not null and body <> ''))
);
create index ideas_entry_of_idea on ideas_entry (idea_id, at, id);
create index ideas_entry_by on ideas_entry (by_id) where by_id is not null;
create index ideas_entry_to on ideas_entry (to_id) where to_id is not null;

create table ideas_support (
  idea_id uuid not null references ideas_idea (id),
  person_id uuid not null references directory_person (id),
  at timestamptz not null,
  primary key (idea_id, person_id)
);
create index ideas_support_of_person on ideas_support (person_id);

do $$ begin
  execute format('revoke update, delete, truncate on ideas_entry from %I', current_user);
end $$;
