-- Requests that several people ask together, and requests that went on in another one.

-- Who needs it as well: hears and answers like the requester, but neither rewords nor withdraws the ask.
create table if not exists requests_co_requester (
  request_id uuid not null references requests_request (id),
  person_id uuid not null references directory_person (id),
  added_by_id uuid not null references directory_person (id),
  added_at timestamptz not null,
  primary key (request_id, person_id)
);
create index if not exists requests_of_co_requester on requests_co_requester (person_id, request_id);
create index if not exists requests_co_requester_by on requests_co_requester (added_by_id);

-- set while it is withdrawn because it goes on in another request
alter table requests_request add column if not exists merged_into_id uuid references requests_request (id);
create index if not exists requests_merged_into on requests_request (merged_into_id) where merged_into_id is not null;
do $$ begin
  if not exists (select from pg_constraint where conname = 'requests_merged' and conrelid = 'requests_request'::regclass) then
    alter table requests_request add constraint requests_merged
      check (merged_into_id is null or (state = 'withdrawn' and merged_into_id <> id)) not valid;
    alter table requests_request validate constraint requests_merged;
  end if;
end $$;
