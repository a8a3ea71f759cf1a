-- A working day is as long as the team's own, and a request that is opened again has a clock again: goals are reckoned anew.

update goals_goal set measure = measure + 1, measured_at = now(), seen_to = now(), back_at = now(),
  back_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff' where archived_at is null;
