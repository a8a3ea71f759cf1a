-- The directory, whole: how people are spoken of, what they know, further lines, hours of their own, absences, and import.

alter table directory_person
  add column pronouns text not null default '' check (char_length(pronouns) <= 40),
  add column languages text[] not null default '{}' check (cardinality(languages) <= 20),
  add column week jsonb check (week is null or jsonb_typeof(week) = 'object');
-- pagePeople: who speaks a language
create index directory_person_speaks on directory_person using gin (languages) with (fastupdate = off);

create table directory_skill (
  person_id uuid not null references directory_person (id),
  folded text not null,
  name text not null check (char_length(name) between 1 and 60),
  place smallint not null,
  primary key (person_id, folded)
);
-- pagePeople: who knows something; skillsInUse: its usual spelling
create index directory_skill_known on directory_skill (folded, name);

-- Further managers beside the one on the line.
create table directory_dotted (
  person_id uuid not null references directory_person (id),
  manager_id uuid not null references directory_person (id),
  primary key (person_id, manager_id),
  check (person_id <> manager_id)
);
-- pagePeople: who reports to somebody besides
create index directory_dotted_line on directory_dotted (manager_id);

create table directory_absence (
  id uuid primary key,
  person_id uuid not null references directory_person (id),
  from_day date not null,
  -- The last day away.
  until_day date not null,
  words text not null default '' check (char_length(words) <= 120),
  stand_in_id uuid references directory_person (id) check (stand_in_id <> person_id),
  set_by_id uuid not null references directory_person (id),
  created_at timestamptz not null,
  check (from_day <= until_day)
);
-- findAbsences, awayNow: what of a person is not over
create index directory_absence_of on directory_absence (person_id, until_day);
-- tiesOf: for whom somebody stands in
create index directory_absence_stand_in on directory_absence (stand_in_id, until_day) where stand_in_id is not null;
