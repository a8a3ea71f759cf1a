-- Which answer each calendar was told of by mail: an answer given here reaches the other calendar, too.

alter table appointments_mailed add column if not exists answer text check (answer in ('none', 'accepted', 'declined', 'tentative'));
