-- How long such things take when they go well: only what even that pace cannot hold is called at risk. Null until reckoned anew.
alter table promises_took
  -- from the promise to its delivery: one in four took no longer
  add column if not exists quarter int,
  -- since the same promiser had delivered something else: one in four
  add column if not exists quick int;
