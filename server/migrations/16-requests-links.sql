-- Requests that belong together: how one stands to another. Whoever does not see both finds no trace of it.

create table if not exists requests_link (
  one_id uuid not null references requests_request (id),
  other_id uuid not null references requests_request (id),
  -- blocks: the other waits for the one. partOf: the one is a part of the other.
  kind text not null check (kind in ('related', 'blocks', 'partOf')),
  by_id uuid not null references directory_person (id),
  at timestamptz not null,
  primary key (one_id, other_id),
  constraint requests_link_two check (one_id <> other_id)
);
-- two requests stand to each other in one way only
create unique index if not exists requests_link_pair on requests_link (least(one_id, other_id), greatest(one_id, other_id));
create index if not exists requests_link_other on requests_link (other_id);
create index if not exists requests_link_by on requests_link (by_id);
