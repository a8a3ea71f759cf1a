-- What a company decides about itself and about what it keeps: usual hours and days off, whether rates are counted, and whether this
-- is a restored copy that sends nothing yet.

alter table directory_company add column region text check (region is null or country is not null);
-- Null is Monday to Friday, 8 to 16.
alter table directory_company add column week jsonb check (jsonb_typeof(week) = 'object');
-- Off: nobody sees how often promises are kept, not even of themselves.
alter table directory_company add column rates boolean not null default true;

-- A row: this database was restored from a backup and nothing leaves it until an administrator lets it.
create table platform_quiet (
  id smallint primary key default 1 check (id = 1),
  since timestamptz not null
);
