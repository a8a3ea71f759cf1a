-- The last words of thanks that somebody was given, however long they have served.
create index concurrently if not exists requests_thanked on requests_request (provider_id, ended_at desc)
  where state = 'closed' and thanks is not null;
