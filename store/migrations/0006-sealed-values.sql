-- A citizen id or a phone stands nowhere as it is. A register holds a token, the same for the same value; what the
-- token stands for is here once, sealed with a key that the database never sees. No key leads to the regions: it
-- would be looked up once for each of a hundred thousand values.
create table sealed_values (
  region_id integer not null,
  token text collate "C" not null,
  key_id text collate "C" not null,
  sealed bytea not null,
  primary key (region_id, token)
);

-- Nothing else is taken from now on. What was recorded before is sealed at the next start, which then has the
-- database look at all of it.
alter table register_students add constraint students_id_number_sealed check (id_number like 'sealed:citizen\_id:%') not valid;
alter table register_guardians add constraint guardians_phone_sealed check (phone like 'sealed:phone:%') not valid;

-- The keys that this database was sealed with, so that a start with other ones is noticed before anything is lost.
-- Keys belong to the installation: they stand under region 0, and only the owner of the tables reaches them.
create table data_keys (
  region_id integer not null,
  key_id text collate "C" not null,
  cipher text collate "C" not null,
  probe bytea not null,
  index_probe text collate "C" not null,
  made_at timestamptz not null default now(),
  dropped_at timestamptz,
  primary key (region_id, key_id)
);

-- Leave to read minors' records beyond one's own: asked for with a purpose, given by another person until a day.
create table minor_grants (
  region_id integer not null references regions,
  grant_id uuid not null,
  account text collate "C" not null,
  scope text collate "C" not null,
  -- The labels of whoever may decide on it: those of the scope's own records.
  scopes text[] collate "C" not null,
  purpose text not null,
  expires_on date not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by text collate "C",
  approved boolean,
  ended_at timestamptz,
  ended_by text collate "C",
  primary key (region_id, grant_id),
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (approved is null)),
  check ((ended_at is null) = (ended_by is null)),
  -- Nobody gives leave to themselves.
  check (decided_by is null or decided_by <> account or not approved)
);
create index on minor_grants (region_id, account, expires_on);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  mine constant text := 'account = current_setting(''app.actor'', true)';
  held constant text := '(current_setting(''app.read_grants'', true) = ''*'' or current_setting(''app.whole'', true) = ''on''
    or scopes && string_to_array(current_setting(''app.read_grants'', true), chr(31)))';
begin
  foreach relation in array array['sealed_values', 'data_keys', 'minor_grants'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and current_setting(''app.whole'', true) = ''on'')', relation, here);
  end loop;
  foreach relation in array array['sealed_values', 'data_keys'] loop
    execute format('create policy to_read on %I for select using (%s)', relation, here);
    execute format('create policy to_add on %I for insert with check (%s)', relation, here);
    execute format('create policy to_change on %I for update using (%s) with check (%s)', relation, here, here);
  end loop;
  execute format('create policy to_read on minor_grants for select using (%s and (%s or %s))', here, mine, held);
  execute format('create policy to_ask on minor_grants for insert with check (%s and %s)', here, mine);
  execute format('create policy to_decide on minor_grants for update using (%s and (%s or %s)) with check (%s)', here, mine, held, here);
end
$$;

grant select, insert on sealed_values, minor_grants to guantong_app;
-- A new key seals anew what an older one sealed; the value stays what it was, or it opens no more.
grant update (key_id, sealed) on sealed_values to guantong_app;
grant update (decided_at, decided_by, approved, ended_at, ended_by) on minor_grants to guantong_app;

-- What only keeps the house going is let go after a time; nothing official is among it.
grant delete on sessions, idempotency_keys to guantong_app;
