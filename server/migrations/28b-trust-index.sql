-- takeUntallied: ended promises that are in no tally yet, of all teams or of one
create index concurrently if not exists promises_to_tally on promises_promise (team_id) where state = 'ended' and not tallied;
