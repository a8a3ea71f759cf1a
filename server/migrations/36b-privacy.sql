-- A rule of the whole company: for what belongs to no team, and for teams without a rule of their own.

alter table privacy_retention drop constraint if exists privacy_retention_kind_check;
alter table privacy_retention add constraint privacy_retention_kind_check check (kind in ('team', 'service', 'company')) not valid;
alter table privacy_retention validate constraint privacy_retention_kind_check;
