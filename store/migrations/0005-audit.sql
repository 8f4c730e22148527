-- What was done, by whom and when: one entry for each act, written in the transaction of the act and never touched
-- again. A sealer puts the entries in order afterwards, each linked to the one before, so that writers never wait
-- for each other. No key leads from here to the regions: the chain of a sample stays when the sample is removed,
-- and the number of a region is never used twice.
create table audit_heads (
  region_id integer primary key,
  algorithm text collate "C" not null check (algorithm in ('sha256', 'sm3')),
  seq bigint not null default 0,
  chain_hash bytea not null
);

create table audit_entries (
  region_id integer not null references audit_heads,
  entry_id uuid not null,
  at timestamptz not null,
  actor text not null,
  action text collate "C" not null,
  kind text collate "C" not null,
  object text not null,
  detail jsonb not null,
  hash bytea not null,
  primary key (region_id, entry_id)
);
create index on audit_entries (region_id, at, entry_id);
create index on audit_entries (region_id, action, at);

-- The entries on their way into the chain: found at once, however long the chain is.
create table audit_unsealed (
  region_id integer not null,
  at timestamptz not null,
  entry_id uuid not null,
  primary key (region_id, at, entry_id)
);

create table audit_chain (
  region_id integer not null,
  seq bigint not null,
  entry_id uuid not null,
  entry_hash bytea not null,
  chain_hash bytea not null,
  sealed_at timestamptz not null,
  primary key (region_id, seq),
  unique (region_id, entry_id),
  foreign key (region_id, entry_id) references audit_entries
);

-- Everybody's acts are written down; they are read by whoever may read the audit, and put in order by the program.
do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  reader constant text := '(current_setting(''app.read_audit'', true) = ''*'' or current_setting(''app.whole'', true) = ''on'')';
begin
  foreach relation in array array['audit_heads', 'audit_entries', 'audit_unsealed', 'audit_chain'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
  end loop;
  execute format('create policy own_chain on audit_heads for select using (%s)', here);
  execute format('create policy every_chain on audit_heads for select using (%s)', whole);
  execute format('create policy to_begin on audit_heads for insert with check (%s)', here);
  execute format('create policy to_seal on audit_heads for update using (%s and %s) with check (%s and %s)', here, whole, here, whole);
  execute format('create policy to_write on audit_entries for insert with check (%s)', here);
  execute format('create policy to_read on audit_entries for select using (%s and %s)', here, reader);
  execute format('create policy to_write on audit_unsealed for insert with check (%s)', here);
  execute format('create policy to_read on audit_unsealed for select using (%s and %s)', here, reader);
  execute format('create policy to_seal on audit_unsealed for delete using (%s and %s)', here, whole);
  execute format('create policy to_seal on audit_chain for insert with check (%s and %s)', here, whole);
  execute format('create policy to_read on audit_chain for select using (%s and %s)', here, reader);
end
$$;
grant select, insert on audit_heads, audit_entries, audit_unsealed, audit_chain to guantong_app;
grant update (seq, chain_hash) on audit_heads to guantong_app;
grant delete on audit_unsealed to guantong_app;

-- As before; what was done in the sample, and that it was removed, stays.
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
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('migrations', 'regions') and c.relname not like 'audit\_%'
    order by c.relname in ('people', 'accounts', 'imports'), c.relname = 'people', 1
  loop
    execute format('delete from %I where region_id = $1', relation) using wanted;
  end loop;
  delete from regions where region_id = wanted;
  return true;
end
$$;
