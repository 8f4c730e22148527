-- The lines of enrolment plans, one row for a programme in a revision. Nothing of them is edited: other lines are another
-- revision, and which of them was signed and decided is said by the entries of the matter.
create table plan_lines (
  region_id integer not null,
  matter_id bigint not null,
  revision integer not null check (revision > 0),
  programme_id text collate "C" not null,
  school_id text collate "C" not null,
  -- Heads of the secondary stage in the year of the plan; those of the higher stage in the year of their step up, where
  -- the plan counts there as well.
  year integer not null,
  secondary_heads integer not null check (secondary_heads >= 0),
  higher_year integer,
  higher_heads integer check (higher_heads >= 0),
  -- Of the year before, as the register said when the line was drawn up; null where it did not say.
  planned_before integer,
  actual_before integer,
  -- Why more are planned than the campus can hold.
  reason text check (char_length(reason) between 1 and 2000),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, revision, programme_id),
  foreign key (region_id, matter_id) references matters,
  check ((higher_year is null) = (higher_heads is null))
);
create index on plan_lines (region_id, year);

-- Policy before grant.
do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  alter table plan_lines enable row level security;
  alter table plan_lines force row level security;
  execute format('create policy in_reach on plan_lines for select using (%s and (%s or %s))', here, whole, format(held, 'app.read_matters', 'app.read_matters'));
  execute format('create policy to_add on plan_lines for insert with check (%s and %s)', here, format(held, 'app.write_matters', 'app.write_matters'));
  execute format('create policy removing on plan_lines for delete using (%s and %s)', here, whole);
  grant select, insert on plan_lines to guantong_app;
end
$$;
grant update (scopes) on matters to guantong_app;
