-- An appointment that was held leaves its idea where it is to be found again: on its promise, or on what was promised anew there.

-- What got in the way of a deliverable that was promised and did not come, said by who was to deliver it.
alter table appointments_deliverable add column if not exists missed_because text;

alter table ideas_entry drop constraint if exists ideas_entry_what_check;
alter table ideas_entry add constraint ideas_entry_what_check check (what in ('message', 'proposed', 'edited', 'decided', 'declined',
  'committed', 'appointed', 'delivered', 'done', 'fellBack', 'calledOff', 'held', 'promisedAnew', 'withdrawn', 'rose')) not valid;
alter table ideas_entry validate constraint ideas_entry_what_check;

-- Those of before, with their story. What was promised anew for them goes on between the two.
with stood as (
  update ideas_idea i set state = 'committed', appointment_id = null, moved_at = a.ended_at, version = i.version + 1
  from appointments_appointment a
  where i.state = 'appointed' and a.id = i.appointment_id and a.state = 'held'
  returning i.id, a.id as appointment_id, a.at, a.ended_at
)
insert into ideas_entry (id, idea_id, at, by_id, what, due_at)
select gen_random_uuid(), s.id, s.ended_at, (select t.by_id from appointments_step t
  where t.appointment_id = s.appointment_id and t.what = 'held' order by t.no desc limit 1), 'held', s.at
from stood s;
