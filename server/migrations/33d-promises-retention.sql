-- The words of a promise between two are gone, as those of a request are after their time; states, times and figures stay.

alter table promises_promise add column if not exists blanked_at timestamptz;
