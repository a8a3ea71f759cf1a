-- How colleagues rated what a team did, added up once when a month has ended: what is shown of it later never moves again.

-- sums of one month of the team; those of private requests for members of the team alone
create table if not exists overview_rating (
  team_id uuid not null references directory_team (id),
  month date not null,
  private boolean not null,
  timing int not null check (timing >= 0),
  quality int not null check (quality >= 0),
  accuracy int not null check (accuracy >= 0),
  primary key (team_id, month, private)
);

-- whose work was rated how often: never how
create table if not exists overview_rating_share (
  team_id uuid not null references directory_team (id),
  month date not null,
  private boolean not null,
  provider_id uuid not null references directory_person (id),
  rated int not null check (rated > 0),
  timing int not null check (timing >= 0),
  quality int not null check (quality >= 0),
  accuracy int not null check (accuracy >= 0),
  primary key (team_id, month, private, provider_id)
);
create index if not exists overview_rating_share_of_provider on overview_rating_share (provider_id);
