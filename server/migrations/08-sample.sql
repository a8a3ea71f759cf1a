-- The making of the sample company: one row, so that every process knows how far it is and a killed one is taken up again.

create table sample_run (
  id smallint primary key default 1 check (id = 1),
  done real not null default 0 check (done between 0 and 1),
  ready boolean not null default false,
  started_at timestamptz not null
);
