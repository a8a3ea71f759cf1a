-- Knowledge: articles of teams. What an article said before is kept and never changes; who was helped is kept to count each once.

create table knowledge_article (
  id uuid primary key,
  team_id uuid not null references directory_team (id),
  state text not null check (state in ('draft', 'published', 'archived')),
  reading text not null check (reading in ('everyone', 'team')),
  -- began in a private request: never to be opened
  stays_in_team boolean not null default false,
  language text not null check (language in ('en', 'fi', 'es', 'ru')),
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) <= 50000),
  search tsvector not null,
  -- of the newest version of the words
  number int not null,
  author_id uuid not null references directory_person (id),
  origin_request_id uuid references requests_request (id),
  check_by date,
  checked_at timestamptz,
  helped int not null default 0 check (helped >= 0),
  spared int not null default 0 check (spared >= 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  version int not null default 1,
  constraint knowledge_private check (not stays_in_team or reading = 'team'),
  constraint knowledge_spared check (spared <= helped),
  constraint knowledge_published check (state <> 'published' or published_at is not null)
);
-- pageArticles of a team, homeArticles; searched through their words
create index knowledge_article_of_team on knowledge_article (team_id, state, updated_at desc, id desc);
create index knowledge_article_newest on knowledge_article (state, updated_at desc, id desc);
create index knowledge_article_search on knowledge_article using gin (search);
create index knowledge_article_of_origin on knowledge_article (origin_request_id) where origin_request_id is not null;

create table knowledge_version (
  article_id uuid not null references knowledge_article (id),
  number int not null,
  at timestamptz not null,
  author_id uuid not null references directory_person (id),
  title text not null,
  body text not null,
  language text not null,
  note text not null default '' check (length(note) <= 200),
  restored int,
  primary key (article_id, number)
);

create table knowledge_helped (
  article_id uuid not null references knowledge_article (id),
  person_id uuid not null references directory_person (id),
  helped boolean not null,
  spared boolean not null,
  at timestamptz not null,
  primary key (article_id, person_id),
  constraint knowledge_helped_spared check (helped or not spared)
);

do $$ begin
  execute format('revoke update, delete, truncate on knowledge_version from %I', current_user);
end $$;
