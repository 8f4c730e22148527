-- A scenario is a plan, a forecast alone, or what other values of law would change.
alter table scenarios add column kind text collate "C" not null default 'plan' check (kind in ('plan', 'forecast', 'policy'));

-- A scenario that somebody put at a matter, by version and hash, or took away again: a record of each, nothing is changed.
-- Its name and kind stand here as well: who reads the matter need not read planning.
create table matter_scenarios (
  region_id integer not null,
  matter_id bigint not null,
  entry_no integer not null check (entry_no > 0),
  scenario_id bigint not null,
  version smallint not null,
  kind text collate "C" not null,
  name text not null,
  answer_hash text collate "C" not null check (answer_hash ~ '^[0-9a-f]{64}$'),
  act text collate "C" not null check (act in ('attached', 'withdrawn')),
  reason text not null check (char_length(reason) <= 2000),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, entry_no),
  foreign key (region_id, matter_id) references matters,
  foreign key (region_id, scenario_id, version) references scenarios
);

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  alter table matter_scenarios enable row level security;
  alter table matter_scenarios force row level security;
  execute format('create policy in_reach on matter_scenarios for select using (%s and %s)', here, format(held, 'app.read_matters', 'app.read_matters'));
  -- Whoever puts one there may write in the matter, and reads planning of the whole region.
  execute format('create policy to_add on matter_scenarios for insert with check (%s and %s and current_setting(''app.read_planning'', true) = ''*'')', here, format(held, 'app.write_matters', 'app.write_matters'));
  execute format('create policy removing on matter_scenarios for delete using (%s and current_setting(''app.whole'', true) = ''on'')', here);
  grant select, insert on matter_scenarios to guantong_app;
end
$$;
