-- Ended promises that are in no tally yet, of one team or of all; in an order, so that no plan looks through the ledger for the first of them.
create index concurrently if not exists promises_untallied on promises_promise (team_id, ended_at) where state = 'ended' and not tallied;
