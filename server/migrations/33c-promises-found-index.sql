-- matchingPromises: promises outside of requests by their words, built beside the writing.
create index concurrently if not exists promises_found on promises_promise using gin (search_vector(deliverable, done))
  where subject <> 'request';
