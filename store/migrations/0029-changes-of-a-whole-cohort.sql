-- That a change of the roll is of a region that there is follows from who entered it: people are of one. Asked a second
-- time of each of a hundred thousand changes, it told nothing more.
alter table roll_changes drop constraint roll_changes_region_id_fkey;

-- M9-d, B37: the agreement of whoever leaves instead of stepping up ends with the change of the roll, and holds again where
-- that change is undone. Agreements that stand in the register alone end like those that were drawn up here.
create table agreement_ends (
  region_id integer not null,
  student_id text collate "C" not null,
  change_id bigint not null,
  ended_on date not null,
  clause text collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, student_id, change_id),
  foreign key (region_id, change_id) references roll_changes
);

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  alter table agreement_ends enable row level security;
  alter table agreement_ends force row level security;
  execute format('create policy in_reach on agreement_ends for select using (%s and (%s or %s))', here, whole, format(held, 'app.read_agreements', 'app.read_agreements'));
  -- Whoever changes the roll ends it.
  execute format('create policy to_add on agreement_ends for insert with check (%s and %s)', here, format(held, 'app.write_students', 'app.write_students'));
  execute format('create policy removing on agreement_ends for delete using (%s and %s)', here, whole);
  grant select, insert on agreement_ends to guantong_app;
end
$$;
