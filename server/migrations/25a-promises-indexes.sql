-- What the pages and sweeps of the ledger look for, built beside the writing.
create index concurrently if not exists promises_of_service on promises_promise (service_id) where service_id is not null;
create index concurrently if not exists promises_of_asking_team on promises_promise (asking_team_id) where asking_team_id is not null;
create index concurrently if not exists promises_depending on promises_promise (depends_on_id) where depends_on_id is not null;
create index concurrently if not exists promises_proposed_by on promises_promise (proposed_by_id) where proposed_by_id is not null;
create index concurrently if not exists promises_grown_from on promises_promise (origin_id) where origin_id is not null;
-- pagePromises: made and given, open and ended
create index concurrently if not exists promises_of_promisee on promises_promise (promisee_id, due_at) where state <> 'ended';
create index concurrently if not exists promises_of_promisee_ended on promises_promise (promisee_id, ended_at) where state = 'ended';
-- takeSilent
create index concurrently if not exists promises_to_close on promises_promise (close_by) where state = 'delivered' and close_by is not null;
