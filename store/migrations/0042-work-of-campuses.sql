-- The daily work of campuses: exchange, training and hiring of teachers (M6), training bases (M4), daily running and safety
-- (M3, R6-e) and visiting teachers (R4-i). The head of every entry stands in one table, what it says in the table of its
-- kind (`npx node store/journals/journal-table.ts`), what became of it in its steps. Nothing is changed: a correction is another
-- entry that answers the first.
create table journal_entries (
  region_id integer not null references regions,
  entry_id bigint not null,
  kind text collate "C" not null,
  area text collate "C" not null check (area in ('teachers', 'bases', 'daily')),
  campus_id text collate "C" not null,
  recorded_on date not null,
  -- The entry that this one corrects, and why; one that is withdrawn says what it answers and stands for nothing.
  answers bigint,
  reason text,
  withdrawn boolean not null default false,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, entry_id),
  unique (region_id, answers),
  foreign key (region_id, answers) references journal_entries,
  check ((answers is null) = (reason is null)),
  check (not withdrawn or answers is not null)
);
create index on journal_entries (region_id, campus_id, area);

create table journal_steps (
  region_id integer not null,
  entry_id bigint not null,
  step_no integer not null check (step_no > 0),
  kind text collate "C" not null,
  area text collate "C" not null,
  act text collate "C" not null,
  from_state text collate "C",
  to_state text collate "C" not null,
  on_date date not null,
  person_id bigint not null,
  role text collate "C" not null,
  reason text,
  -- What the step took beside its reason, by the fields that its kind declares.
  details jsonb not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, entry_id, step_no),
  foreign key (region_id, entry_id) references journal_entries
);
create index on journal_steps (region_id, kind, to_state);

create table journal_teacher_exchanges (
  region_id integer not null, entry_id bigint not null,
  direction text collate "C" not null, person_id text not null, name text not null, order_no text not null, valid_from date not null, valid_to date not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_teacher_trainings (
  region_id integer not null, entry_id bigint not null,
  person_id text not null, name text not null, team text collate "C" not null, topic text not null, on_date date not null, hours integer not null, certificate_no text,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_joint_projects (
  region_id integer not null, entry_id bigint not null,
  title text not null, lead text collate "C" not null, members text not null, valid_from date not null, valid_to date, result text,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_overlap_exception (
  region_id integer not null, entry_id bigint not null,
  person_id text not null, name text not null, why text not null, until date not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_expert_hire (
  region_id integer not null, entry_id bigint not null,
  person_id text not null, name text not null, firm text not null, higher_code text not null, course text not null, on_date date not null, valid_from date not null, valid_to date not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_approved_posts (
  region_id integer not null, entry_id bigint not null,
  post text collate "C" not null, posts bigint not null, document_no text not null, valid_from date not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_base_project (
  region_id integer not null, entry_id bigint not null,
  base_id text not null, name text not null, purpose text not null, budget_yuan bigint not null, planned_on date not null, due date not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_base_agreements (
  region_id integer not null, entry_id bigint not null,
  base_id text not null, owner_id text not null, share_percent smallint not null, agreement_no text not null, valid_from date not null, valid_to date,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_base_bookings (
  region_id integer not null, entry_id bigint not null,
  base_id text not null, owner_id text not null, on_date date not null, hours integer not null, use text not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_duty_shifts (
  region_id integer not null, entry_id bigint not null,
  on_date date not null, shift text collate "C" not null, person text not null, place text not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_patrols (
  region_id integer not null, entry_id bigint not null,
  on_date date not null, place text not null, person text not null, hazard_found boolean not null, remark text,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_hazard (
  region_id integer not null, entry_id bigint not null,
  on_date date not null, place text not null, what text not null, severity text collate "C" not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_incident (
  region_id integer not null, entry_id bigint not null,
  on_date date not null, place text not null, what text not null, people bigint not null, host text collate "C" not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_college_rule (
  region_id integer not null, entry_id bigint not null,
  title text not null, version text not null, document_no text not null, valid_from date not null,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);
create table journal_visitor_request (
  region_id integer not null, entry_id bigint not null,
  on_date date not null, person text not null, need text collate "C" not null, remark text,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);

do $$
declare
  one record;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  both_areas constant text := '(area = ''daily'' and %s or area <> ''daily'' and %s)';
  reads_work constant text := format(held, 'app.read_work', 'app.read_work');
  reads_daily constant text := format(held, 'app.read_daily', 'app.read_daily');
  keeps_work constant text := format(held, 'app.write_work', 'app.write_work');
  keeps_daily constant text := format(held, 'app.write_daily', 'app.write_daily');
begin
  for one in select * from (values
    ('journal_entries', 'both'), ('journal_steps', 'both'),
    ('journal_teacher_exchanges', 'work'), ('journal_teacher_trainings', 'work'), ('journal_joint_projects', 'work'), ('journal_overlap_exception', 'work'), ('journal_expert_hire', 'work'), ('journal_approved_posts', 'work'),
    ('journal_base_project', 'work'), ('journal_base_agreements', 'work'), ('journal_base_bookings', 'work'),
    ('journal_duty_shifts', 'daily'), ('journal_patrols', 'daily'), ('journal_hazard', 'daily'), ('journal_incident', 'daily'), ('journal_college_rule', 'daily'), ('journal_visitor_request', 'daily')) as t(relation, kind)
  loop
    execute format('alter table %I enable row level security', one.relation);
    execute format('alter table %I force row level security', one.relation);
    execute format('create policy removing on %I for delete using (%s and %s)', one.relation, here, whole);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', one.relation, here, whole,
      case one.kind when 'both' then format(both_areas, reads_daily, reads_work) when 'daily' then reads_daily else reads_work end);
    execute format('create policy to_add on %I for insert with check (%s and %s)', one.relation, here,
      case one.kind when 'both' then format(both_areas, keeps_daily, keeps_work) when 'daily' then keeps_daily else keeps_work end);
    execute format('grant select, insert on %I to guantong_app', one.relation);
  end loop;
end
$$;
