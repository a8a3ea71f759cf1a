-- What came to a team, the newest change first, in whatever state it is.
create index concurrently if not exists requests_of_team_newest on requests_request (team_id, updated_at desc, id desc);
-- A person's day: what runs of theirs and of what they promised, however long their history is.
create index concurrently if not exists requests_running_of_requester on requests_request (requester_id)
  where state in ('asked', 'countered', 'promised', 'delivered');
create index concurrently if not exists requests_running_of_provider on requests_request (provider_id)
  where state in ('asked', 'countered', 'promised', 'delivered') and provider_id is not null;
create index concurrently if not exists requests_running_of_asker on requests_request (asked_by_id)
  where state in ('asked', 'countered', 'promised', 'delivered') and asked_by_id is not null;
create index concurrently if not exists requests_running_of_person on requests_request (person_id)
  where state in ('asked', 'countered', 'promised', 'delivered') and person_id is not null;
