-- Whoever reads by labels is to be served by an index, and whoever reads all of a region by its number, instead of each
-- record being asked. So the whole region is a setting of its own, and the two ways are alternatives of one condition.
do $$
declare
  register record;
  here constant text := 'nullif(current_setting(%L, true), '''')::integer';
begin
  for register in
    select c.relname as name, (regexp_match(pg_get_expr(p.polqual, p.polrelid), 'app\.read_([a-z]+)'))[1] as kind
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace and p.polname = 'in_reach' and c.relname like 'register\_%'
    order by 1
  loop
    execute format('drop policy in_reach on %I', register.name);
    execute format('create policy in_reach on %I for select using (region_id = %s or region_id = %s and scopes && string_to_array(current_setting(%L, true), chr(31)))',
      register.name, format(here, 'app.all_' || register.kind), format(here, 'app.region'), 'app.read_' || register.kind);
    execute format('create index on %I using gin (scopes) with (gin_pending_list_limit = 1024)', register.name);
  end loop;
end
$$;
