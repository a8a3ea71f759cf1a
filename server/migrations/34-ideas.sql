-- An idea whose appointment is called off stands on its promise again.

alter table ideas_entry drop constraint if exists ideas_entry_what_check;
alter table ideas_entry add constraint ideas_entry_what_check check (what in ('message', 'proposed', 'edited', 'decided', 'declined',
  'committed', 'appointed', 'delivered', 'done', 'fellBack', 'calledOff', 'withdrawn', 'rose'));

-- Those of before, with their story.
with fallen as (
  update ideas_idea i set state = 'committed', appointment_id = null, moved_at = a.ended_at, version = i.version + 1
  from appointments_appointment a
  where i.state = 'appointed' and a.id = i.appointment_id and a.state = 'cancelled'
  returning i.id, a.id as appointment_id, a.at, a.ended_at
)
insert into ideas_entry (id, idea_id, at, by_id, what, due_at)
select gen_random_uuid(), f.id, f.ended_at, (select s.by_id from appointments_step s
  where s.appointment_id = f.appointment_id and s.what = 'cancelled' order by s.no desc limit 1), 'calledOff', f.at
from fallen f;
