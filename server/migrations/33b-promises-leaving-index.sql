-- Who is named to be asked instead, built beside the writing.
create index concurrently if not exists promises_ask_instead on promises_promise (ask_instead_id) where ask_instead_id is not null;
