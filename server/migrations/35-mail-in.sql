-- Answers of calendars come in by mail: where to, who may hand them in, and what keeps an old one from counting again.

alter table auth_token drop constraint if exists auth_token_scopes_check;
alter table auth_token add constraint auth_token_scopes_check
  check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'admin', 'mail']) not valid;
alter table auth_token validate constraint auth_token_scopes_check;

alter table platform_mail_server add column if not exists answers_to text;

-- when the answer was given, as whoever gave it says
alter table appointments_appointment add column if not exists answered_at timestamptz;
-- to whom the calendar answers; what it was told first stays
alter table appointments_mailed add column if not exists organizer text;
