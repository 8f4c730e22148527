-- Changes of the roll, one record each, added and never touched: what was changed from where to where, why, on which
-- papers, who entered and who approved it. The rows of the register that it brought are named, so that an undo can
-- answer them. An undo is a record of its own.
create table roll_changes (
  region_id integer not null references regions,
  change_id bigint not null,
  student_id text collate "C" not null,
  change text collate "C" not null,
  -- JY/T 1001, where it has one.
  code text collate "C",
  clause text collate "C" not null,
  on_date date not null,
  from_place jsonb not null,
  to_place jsonb not null,
  reason text not null check (char_length(reason) between 1 and 2000),
  ground text collate "C" not null check (ground in ('illness', 'service', 'other')),
  -- Paper, name and hash of each file.
  evidence jsonb not null,
  keeper text collate "C" not null check (keeper in ('school', 'college')),
  keeper_id text collate "C" not null,
  -- The record that stood, the one that ended it (none where it had ended), and the one that began.
  before_record bigint not null,
  ended_record bigint,
  added_record bigint not null,
  undoes bigint,
  -- The matter by which it was approved; none where nobody has to approve.
  matter_id bigint,
  entered_by bigint not null,
  entered_at timestamptz not null,
  approved_by bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, change_id),
  unique (region_id, undoes),
  foreign key (region_id, undoes) references roll_changes,
  foreign key (region_id, matter_id) references matters,
  foreign key (region_id, entered_by) references people,
  foreign key (region_id, approved_by) references people,
  -- By another person, always.
  check (approved_by is null or approved_by <> entered_by)
);
create index on roll_changes (region_id, student_id, change_id);
create index on roll_changes (region_id, keeper_id, change, on_date);

-- What a student is asked or decided about is a minor's: whoever reads matters of the whole region reads these with a
-- grant only, and everybody else by their post.
alter table matters add column about_student boolean not null default false;
alter table matter_entries add column about_student boolean not null default false;

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := 'scopes && string_to_array(current_setting(%L, true), chr(31))';
  every constant text := 'current_setting(%L, true) = ''*''';
  seen constant text := '(' || format(held, 'app.read_matters') || ' or ' || format(every, 'app.read_matters')
    || ' and (not about_student or ' || format(every, 'app.read_students') || ' or ' || format(held, 'app.read_students') || '))';
begin
  foreach relation in array array['matters', 'matter_entries'] loop
    execute format('drop policy in_reach on %I', relation);
    execute format('create policy in_reach on %I for select using (%s and %s)', relation, here, seen);
  end loop;
  alter table roll_changes enable row level security;
  alter table roll_changes force row level security;
  execute format('create policy in_reach on roll_changes for select using (%s and (%s or %s))', here, format(every, 'app.read_students'), format(held, 'app.read_students'));
  execute format('create policy to_add on roll_changes for insert with check (%s and (%s or %s))', here, format(every, 'app.write_students'), format(held, 'app.write_students'));
  execute format('create policy removing on roll_changes for delete using (%s and %s)', here, whole);
  grant select, insert on roll_changes to guantong_app;
end
$$;

-- The roll as a list: 500 000 students, whose last rows are open. The order is that of pinyin; what is asked for by few
-- is found by its own index and put in order, what is asked for by many is read in order. Row security lets an index
-- serve comparisons of columns as they are, and nothing that works out anything.
-- Counting looks at no row at all: what row security asks of a row is in the index.
create index on register_students (region_id, name collate "zh-x-icu", student_id) include (valid_from, cohort, stage, grade, status, scopes) where superseded_at is null and not withdrawn and valid_to is null;
create index on register_students (region_id, cohort, stage, grade, status, name collate "zh-x-icu", student_id) include (valid_from, scopes) where superseded_at is null and not withdrawn and valid_to is null;
create index on register_students (region_id, school_id) where superseded_at is null and not withdrawn and valid_to is null;
create index on register_students (region_id, class_id) where superseded_at is null and not withdrawn and valid_to is null and class_id is not null;
-- M2-b: who is of the secondary stage and at a campus.
create index on register_students (region_id, campus_id) where superseded_at is null and not withdrawn and valid_to is null and stage = 'secondary' and campus_id is not null;
-- Rows whose last day is known: those that still hold on a day.
create index on register_students (region_id, valid_to) where superseded_at is null and not withdrawn and valid_to is not null;

-- Each name once, and nobody's: to find whose name holds some characters takes no look at half a million rows.
create table roll_names (
  region_id integer not null references regions,
  name text collate "C" not null,
  primary key (region_id, name)
);

create function keep_roll_names() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into roll_names (region_id, name) select distinct region_id, name from added on conflict do nothing;
  return null;
end
$$;
revoke all on function keep_roll_names() from public;
create trigger keep_roll_names after insert on register_students referencing new table as added for each statement execute function keep_roll_names();

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
begin
  alter table roll_names enable row level security;
  alter table roll_names force row level security;
  -- Looked through for whoever reads all students; in a smaller reach the rows themselves are.
  execute format('create policy in_reach on roll_names for select using (%s and current_setting(''app.read_students'', true) = ''*'')', here);
  execute format('create policy to_add on roll_names for insert with check (%s)', here);
  execute format('create policy removing on roll_names for delete using (%s and current_setting(''app.whole'', true) = ''on'')', here);
  grant select on roll_names to guantong_app;
end
$$;
-- Its owner is held to row security, too, and belongs to no region.
alter table register_students no force row level security;
alter table roll_names no force row level security;
insert into roll_names (region_id, name) select distinct region_id, name from register_students on conflict do nothing;
alter table roll_names force row level security;
alter table register_students force row level security;
