-- Whose a record is stands on the record: labels such as org:S1, campus:C1, student:T1. What an actor may touch is set
-- with BEGIN: for each kind of record the labels in reach for reading and for writing, or *. Without them nothing
-- is seen. `app.whole` is the program reading for a figure over all records; it widens no writing.
create table labels (
  region_id integer not null references regions,
  thing text collate "C" not null,
  scopes text[] collate "C" not null,
  primary key (region_id, thing)
);

alter table imports add column scopes text[] collate "C" not null default '{}';
alter table column_mappings add column scopes text[] collate "C" not null default '{}';

do $$
declare
  register record;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  seen text;
  kept text;
begin
  for register in
    select * from (values
      ('register_region', 'reference'), ('register_organisations', 'reference'), ('register_parks', 'reference'),
      ('register_services', 'reference'), ('register_schools', 'conditions'), ('register_campuses', 'conditions'),
      ('register_land', 'conditions'), ('register_rooms', 'conditions'), ('register_facilities', 'conditions'),
      ('register_bases', 'conditions'), ('register_equipment', 'conditions'), ('register_staff', 'staff'),
      ('register_classes', 'conditions'), ('register_teaching', 'staff'), ('register_programmes', 'reference'),
      ('register_students', 'students'), ('register_headcounts', 'conditions'), ('register_intakes', 'planning'),
      ('register_guardians', 'students'), ('register_filings', 'students'), ('register_agreements', 'students'),
      ('register_insurance', 'students'), ('register_internships', 'students'), ('register_results', 'learning'),
      ('register_certificates', 'learning'), ('register_credits', 'learning'), ('register_destinations', 'learning'),
      ('register_calendar', 'reference'), ('register_charges', 'fees'), ('register_receipts', 'fees'),
      ('register_departures', 'fees'), ('register_custody_spending', 'fees'), ('register_shares', 'funds'),
      ('register_grant_standards', 'reference'), ('register_grant_headcounts', 'funds'), ('register_grant_receipts', 'funds'),
      ('register_payments', 'funds'), ('register_lecture_rates', 'reference'), ('register_budgets', 'funds'),
      ('register_spending', 'funds'), ('register_options', 'planning'), ('register_limits', 'planning'),
      ('imports', 'imports'), ('column_mappings', 'imports')) as t(name, kind)
  loop
    if register.name like 'register\_%' then
      execute format('alter table %I add column scopes text[] collate "C" not null default ''{}''', register.name);
      execute format('grant update (scopes) on %I to guantong_app', register.name);
      -- When a thing changes hands, so do the records that name it, whoever recorded them.
      execute format('create policy to_relabel on %I for update using (%s and current_setting(''app.relabel'', true) = ''on'') with check (%s and current_setting(''app.relabel'', true) = ''on'')', register.name, here, here);
    end if;
    seen := here || ' and ' || format(held, 'app.read_' || register.kind, 'app.read_' || register.kind);
    kept := here || ' and ' || format(held, 'app.write_' || register.kind, 'app.write_' || register.kind);
    execute format('drop policy own_region on %I', register.name);
    execute format('create policy in_reach on %I for select using (%s)', register.name, seen);
    execute format('create policy to_add on %I for insert with check (%s)', register.name, kept);
    -- Only what stands can be answered.
    execute format('create policy to_answer on %I for update using (%s%s) with check (%s)', register.name, kept,
      case when register.name like 'register\_%' then ' and superseded_at is null' else '' end, kept);
  end loop;

  -- What belongs to the region as a whole is in reach as a whole or not at all.
  for register in select * from (values ('snapshots', 'snapshots'), ('policy_texts', 'policy')) as t(name, kind) loop
    execute format('drop policy own_region on %I', register.name);
    execute format('create policy in_reach on %I for select using (%s and current_setting(%L, true) = ''*'')', register.name, here, 'app.read_' || register.kind);
    execute format('create policy to_add on %I for insert with check (%s and current_setting(%L, true) = ''*'')', register.name, here, 'app.write_' || register.kind);
  end loop;

  -- A reply is given again to whoever asked, to nobody else.
  drop policy own_region on idempotency_keys;
  execute format('create policy own_request on idempotency_keys using (%s and (recorded_by = current_setting(''app.actor'', true) or current_setting(''app.whole'', true) = ''on''))
    with check (%s and recorded_by = current_setting(''app.actor'', true))', here, here);

  alter table labels enable row level security;
  execute format('create policy program on labels using (%s and current_setting(''app.whole'', true) = ''on'')', here);
  grant select, insert, update on labels to guantong_app;

  -- The owner of the tables is held to the same policies; it removes a sample as the program.
  for register in select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1 loop
    execute format('alter table %I force row level security', register.name);
    execute format('create policy removing on %I for delete using (%s and current_setting(''app.whole'', true) = ''on'')', register.name, here);
  end loop;
end
$$;

-- The things that labels are asked for are found by index.
create index on register_students (region_id, student_id);
create index on register_guardians (region_id, student_id);
create index on register_filings (region_id, student_id);
create index on register_agreements (region_id, student_id);
create index on register_insurance (region_id, student_id);
create index on register_internships (region_id, student_id);
create index on register_results (region_id, student_id);
create index on register_certificates (region_id, student_id);
create index on register_credits (region_id, student_id);
create index on register_destinations (region_id, student_id);
create index on register_charges (region_id, student_id);
create index on register_receipts (region_id, student_id);
create index on register_departures (region_id, student_id);
create index on register_custody_spending (region_id, student_id);
create index on register_students (region_id, programme_id);

create or replace function remove_sample_region(wanted integer) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  relation text;
begin
  perform set_config('app.whole', 'on', true);
  for relation in select unnest(array['reference', 'conditions', 'staff', 'students', 'learning', 'fees', 'funds', 'planning', 'verdicts', 'imports', 'snapshots', 'policy', 'region', 'accounts', 'grants', 'audit', 'operation']) loop
    perform set_config('app.read_' || relation, '*', true);
  end loop;
  perform 1 from regions where region_id = wanted and sample
    and region_id = nullif(current_setting('app.region', true), '')::integer for update;
  if not found then
    return false;
  end if;
  for relation in
    select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('migrations', 'regions')
    order by c.relname in ('people', 'accounts', 'imports'), c.relname = 'people', 1
  loop
    execute format('delete from %I where region_id = $1', relation) using wanted;
  end loop;
  delete from regions where region_id = wanted;
  return true;
end
$$;
