-- Whoever asked for leave to read minors' records is told why it was refused.
alter table minor_grants add column reason text check (char_length(reason) between 1 and 200);
grant update (reason) on minor_grants to guantong_app;
