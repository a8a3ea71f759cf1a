-- What was missing in asks of all places together, for those who ask many colleagues a little.

alter table courtesy_asking_count
  add column if not exists missing jsonb not null default '{}' check (jsonb_typeof(missing) = 'object');
