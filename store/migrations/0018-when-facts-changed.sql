-- Verdicts are kept while what they rest on stays: records and values of law. Most acts of a region touch neither.
alter table regions add column facts_at timestamptz not null default '-infinity';
update regions set facts_at = last_recorded_at;
grant update (facts_at) on regions to guantong_app;
