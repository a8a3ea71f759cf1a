-- Asks that nobody greeted in time, offered by name to those on duty, one after the other.

create table requests_offer (
  request_id uuid not null references requests_request (id),
  person_id uuid not null references directory_person (id),
  at timestamptz not null,
  -- nobody is offered the same ask twice
  primary key (request_id, person_id)
);
-- whose turn it is: who was last offered anything, and when
create index requests_offer_of_person on requests_offer (person_id, at);

-- asks to teams that still wait for a hello after its time
create index requests_to_offer on requests_request (greet_by)
  where state = 'asked' and greeted_at is null and ungreeted_at is not null and person_id is null;
