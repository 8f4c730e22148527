-- Who moves from one row of the roll to the next is called as before: no name is new.
drop trigger keep_roll_names on register_students;
create trigger keep_roll_names after insert on register_students referencing new table as added for each statement
  when (current_setting('app.names_known', true) is distinct from 'on') execute function keep_roll_names();

-- Hardly any change undoes another: those that do are kept apart, and no two the same one.
alter table roll_changes drop constraint roll_changes_region_id_undoes_key;
create unique index on roll_changes (region_id, undoes) where undoes is not null;

-- What an actor may add or answer is looked up once for a statement, and not once for each of a hundred thousand records.
do $$
declare
  one record;
  here constant text := 'region_id = (select nullif(current_setting(''app.region'', true), '''')::integer)';
begin
  for one in
    select p.tablename as relation, p.policyname as policy, (regexp_match(p.with_check, '''(app\.write_\w+)'''))[1] as setting
    from pg_policies p where p.schemaname = 'public' and p.policyname in ('to_add', 'to_answer') and (p.tablename = 'roll_changes' or p.tablename like 'register\_%') and p.with_check like '%scopes && string_to_array%'
  loop
    execute format('alter policy %I on %I with check (%s and ((select current_setting(%L, true)) = ''*'' or scopes && (select string_to_array(current_setting(%L, true), chr(31)))))', one.policy, one.relation, here, one.setting, one.setting);
  end loop;
  for one in select p.tablename as relation from pg_policies p where p.schemaname = 'public' and p.policyname = 'to_relabel' and p.tablename like 'register\_%' loop
    execute format('alter policy to_relabel on %I with check (%s and (select current_setting(''app.relabel'', true)) = ''on'')', one.relation, here);
  end loop;
end
$$;
