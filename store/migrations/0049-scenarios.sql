-- A plan that somebody kept: what was asked, as known at which moment, and what it came to. Registers and decided values
-- are kept with the moment they were recorded, so that the moment is all that is needed to ask the same again; the hashes tell
-- whether it came to the same. A version answers the one before it; nothing is changed or deleted.
create table scenarios (
  region_id integer not null references regions,
  scenario_id bigint not null,
  version smallint not null check (version > 0),
  name text not null check (char_length(name) between 1 and 100),
  note text not null check (char_length(note) <= 2000),
  -- The day of the plan, and the moment up to which records counted.
  on_date date not null,
  known_on timestamptz not null,
  -- Canonical JSON: year, target, rates, and values that are tried instead of those in force.
  question text not null,
  -- SHA-256 in hex of the canonical JSON of the records that were read, and of the answer.
  facts_hash text collate "C" not null check (facts_hash ~ '^[0-9a-f]{64}$'),
  answer text not null,
  answer_hash text collate "C" not null check (answer_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, scenario_id, version)
);

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
begin
  alter table scenarios enable row level security;
  alter table scenarios force row level security;
  -- A plan tells of every campus: it is for whoever reads planning of the whole region.
  execute format('create policy in_reach on scenarios for select using (%s and current_setting(''app.read_planning'', true) = ''*'')', here);
  execute format('create policy to_add on scenarios for insert with check (%s and current_setting(''app.write_planning'', true) = ''*'')', here);
  execute format('create policy removing on scenarios for delete using (%s and current_setting(''app.whole'', true) = ''on'')', here);
  grant select, insert on scenarios to guantong_app;
end
$$;
