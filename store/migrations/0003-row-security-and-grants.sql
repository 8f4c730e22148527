-- Policy before grant. The expression is written out in every policy: a subquery there could not be distributed.
do $$
declare
  relation text;
begin
  for relation in
    select tablename::text from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1
  loop
    execute format('alter table %I enable row level security', relation);
    execute format(
      'create policy own_region on %I using (region_id = nullif(current_setting(''app.region'', true), '''')::integer)
         with check (region_id = nullif(current_setting(''app.region'', true), '''')::integer)', relation);
    execute format('grant select, insert on %I to guantong_app', relation);
    -- What was recorded is never changed; it is only marked as answered by a later record.
    if relation like 'register\_%' then
      execute format('grant update (superseded_at) on %I to guantong_app', relation);
    end if;
  end loop;
  execute format('grant temporary on database %I to guantong_app', current_database());
end
$$;

-- Which regions there are is no secret: the page before sign-in names them.
create policy every_region on regions for select using (true);
grant update (next_record_id, next_import_id, next_number, last_recorded_at) on regions to guantong_app;
grant update (ended_at) on sessions to guantong_app;
grant update (undone_at, undone_by) on imports to guantong_app;
grant update (password_hash, closed_at) on accounts to guantong_app;
grant usage on schema public to guantong_app;

-- The only deletion: all of a region that is marked as a sample, as one act, as its owner.
create function remove_sample_region(wanted integer) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  relation text;
begin
  perform 1 from regions where region_id = wanted and sample
    and region_id = nullif(current_setting('app.region', true), '')::integer for update;
  if not found then
    return false;
  end if;
  for relation in
    select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('migrations', 'regions')
    order by c.relname in ('accounts', 'imports'), 1
  loop
    execute format('delete from %I where region_id = $1', relation) using wanted;
  end loop;
  delete from regions where region_id = wanted;
  return true;
end
$$;
revoke all on function remove_sample_region(integer) from public;
grant execute on function remove_sample_region(integer) to guantong_app;

-- After a large import the planner must know of it at once; the application owns no table, so it asks for it.
create function analyze_register(sheet text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('analyze %I', 'register_' || sheet);
end
$$;
revoke all on function analyze_register(text) from public;
grant execute on function analyze_register(text) to guantong_app;
