-- Matters that are decided, each with everything that was done in it. Of a matter only its state changes, by
-- compare-and-set on (state, version); its entries are added and never touched. What a decision brings about stands in
-- its entry: plates of campuses and changed parameters in tables of their own, since other figures ask for them.
create table matters (
  region_id integer not null references regions,
  matter_id bigint not null,
  kind text collate "C" not null,
  -- Id of the school, campus or college, key of the parameter, name of the round.
  subject text collate "C" not null,
  -- The round that a school's return is part of.
  part_of bigint,
  state text collate "C" not null,
  open boolean not null,
  version integer not null,
  scopes text[] collate "C" not null,
  opened_at timestamptz not null,
  opened_by text not null,
  primary key (region_id, matter_id),
  foreign key (region_id, part_of) references matters
);
-- One matter of a kind about one thing at a time; a round asks each school once.
create unique index on matters (region_id, kind, subject) where open and part_of is null;
create unique index on matters (region_id, part_of, subject) where part_of is not null;
create index on matters (region_id, subject);

create table matter_entries (
  region_id integer not null,
  matter_id bigint not null,
  entry_no integer not null,
  act text collate "C" not null,
  -- The region's day on which it was done.
  on_date date not null,
  from_state text collate "C",
  to_state text collate "C" not null,
  person_id bigint not null,
  -- In whose stead it was done.
  in_stead_of bigint,
  role text collate "C" not null,
  reason text check (char_length(reason) between 1 and 2000),
  votes jsonb,
  -- What is asked for or proposed from here on: value and day of a parameter, sheets and days of a round.
  details jsonb,
  -- What each guard answered, and the verdicts that were relied on, as they were then.
  guards jsonb not null,
  verdicts jsonb not null,
  -- Name and SHA-256 of each document.
  documents jsonb not null,
  -- What it brought about, by kind and id.
  effects jsonb not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, entry_no),
  foreign key (region_id, matter_id) references matters,
  foreign key (region_id, person_id) references people,
  foreign key (region_id, in_stead_of) references people
);

create table campus_plates (
  region_id integer not null,
  matter_id bigint not null,
  entry_no integer not null,
  campus_id text collate "C" not null,
  act text collate "C" not null check (act in ('granted', 'withdrawn')),
  on_date date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, entry_no),
  foreign key (region_id, matter_id) references matters
);
create index on campus_plates (region_id, campus_id);

create table changed_parameters (
  region_id integer not null,
  matter_id bigint not null,
  entry_no integer not null,
  key text collate "C" not null,
  value text not null,
  valid_from date not null,
  reason text not null,
  decided_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, entry_no),
  foreign key (region_id, matter_id) references matters
);

create table delegations (
  region_id integer not null references regions,
  delegation_id bigint not null,
  from_person bigint not null,
  from_account text not null,
  to_person bigint not null,
  to_account text not null,
  role text collate "C" not null,
  first_day date not null,
  last_day date not null,
  reason text not null check (char_length(reason) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (region_id, delegation_id),
  foreign key (region_id, from_person) references people,
  foreign key (region_id, to_person) references people,
  check (from_person <> to_person and first_day <= last_day)
);
create index on delegations (region_id, to_person);

-- Policy before grant.
do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  seen constant text := here || ' and ' || format(held, 'app.read_matters', 'app.read_matters');
  kept constant text := here || ' and ' || format(held, 'app.write_matters', 'app.write_matters');
  decided constant text := here || ' and current_setting(''app.write_matters'', true) = ''*''';
  own constant text := 'from_account = current_setting(''app.actor'', true)';
begin
  foreach relation in array array['matters', 'matter_entries', 'campus_plates', 'changed_parameters', 'delegations'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  foreach relation in array array['matters', 'matter_entries', 'campus_plates'] loop
    execute format('create policy in_reach on %I for select using (%s)', relation, seen);
    execute format('create policy to_add on %I for insert with check (%s)', relation, kept);
  end loop;
  execute format('create policy to_step on matters for update using (%s) with check (%s)', kept, kept);
  -- Values of law are everybody's to read; they are changed by decision for the whole region.
  execute format('create policy in_reach on changed_parameters for select using (%s and current_setting(''app.read_policy'', true) = ''*'')', here);
  execute format('create policy to_add on changed_parameters for insert with check (%s)', decided);
  -- Leave is known to who gave it, to who has it, and to who keeps the accounts; it is given and ended in one's own name.
  execute format('create policy in_reach on delegations for select using (%s and (%s or to_account = current_setting(''app.actor'', true) or %s or current_setting(''app.read_accounts'', true) = ''*''))', here, own, whole);
  execute format('create policy to_give on delegations for insert with check (%s and %s and nullif(current_setting(''app.write_matters'', true), '''') is not null)', here, own);
  execute format('create policy to_end on delegations for update using (%s and (%s or to_account = current_setting(''app.actor'', true))) with check (%s)', here, own, here);
end
$$;
grant update (state, open, version) on matters to guantong_app;
grant update (ended_at, ended_by) on delegations to guantong_app;

-- As before, for whatever tables and kinds of record there are: all of them are opened, and what points to others goes
-- first. What was done in the sample, and that it was removed, stays.
create or replace function remove_sample_region(wanted integer) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  relation text;
begin
  perform set_config('app.whole', 'on', true);
  for relation in select distinct m[1] from pg_policies, regexp_matches(qual, '''(app\.read_\w+)''', 'g') as m where schemaname = 'public' loop
    perform set_config(relation, '*', true);
  end loop;
  perform 1 from regions where region_id = wanted and sample
    and region_id = nullif(current_setting('app.region', true), '')::integer for update;
  if not found then
    return false;
  end if;
  for relation in
    with recursive pointing (relation, depth) as (
      select c.oid, 0 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('migrations', 'regions') and c.relname not like 'audit\_%'
      union
      select r.conrelid, p.depth + 1 from pointing p join pg_constraint r on r.confrelid = p.relation and r.contype = 'f' and r.conrelid <> r.confrelid
    )
    select c.relname::text from pointing p join pg_class c on c.oid = p.relation group by 1 order by max(p.depth) desc, 1
  loop
    execute format('delete from %I where region_id = $1', relation) using wanted;
  end loop;
  delete from regions where region_id = wanted;
  return true;
end
$$;
