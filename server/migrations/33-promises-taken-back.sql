-- Whoever asked for a new time may take that back before it is answered.

alter table promises_revision drop constraint if exists promises_revision_kind_check;
alter table promises_revision add constraint promises_revision_kind_check check (kind in
  ('made', 'nodded', 'countered', 'proposed', 'accepted', 'held', 'takenBack', 'delivered', 'returned', 'ended', 'chained')) not valid;
alter table promises_revision validate constraint promises_revision_kind_check;
