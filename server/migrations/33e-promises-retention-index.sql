-- takePromisesToBlank: whose words are to go, of a team; built beside the writing.
create index concurrently if not exists promises_to_blank on promises_promise (team_id, ended_at)
  where state = 'ended' and subject = 'promise' and blanked_at is null;
