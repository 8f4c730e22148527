-- Training schemes and what is taught by them. The content of a scheme is written revision by revision and never edited;
-- what the committee approved is noted for the cohorts that it is for.
create table scheme_revisions (
  region_id integer not null,
  matter_id bigint not null,
  revision integer not null check (revision > 0),
  programme_id text collate "C" not null,
  -- Canonical JSON of required credits, firms and courses, and its hash.
  content text not null,
  content_hash text collate "C" not null check (content_hash ~ '^sha256:[0-9a-f]{64}$'),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, revision),
  foreign key (region_id, matter_id) references matters
);

create table approved_schemes (
  region_id integer not null,
  matter_id bigint not null,
  revision integer not null,
  programme_id text collate "C" not null,
  from_cohort integer not null,
  decided_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id),
  foreign key (region_id, matter_id, revision) references scheme_revisions
);
create index on approved_schemes (region_id, programme_id);

-- The days of a term, set anew by a later entry, and that it was closed.
create table teaching_terms (
  region_id integer not null references regions,
  college_id text collate "C" not null,
  term text collate "C" not null check (term ~ '^\d{4}-[12]$'),
  entry_no integer not null check (entry_no > 0),
  act text collate "C" not null check (act in ('set', 'close')),
  first_day date not null,
  last_day date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, college_id, term, entry_no),
  check (first_day < last_day)
);

-- A course of a class in a term, as the scheme of its cohort has it. What is assigned and taught, and how far its grades
-- are, moves by compare-and-set; every move has its entry.
create table offerings (
  region_id integer not null references regions,
  offering_id bigint not null,
  class_id text collate "C" not null,
  term text collate "C" not null,
  college_id text collate "C" not null,
  school_id text collate "C" not null,
  campus_id text collate "C",
  programme_id text collate "C" not null,
  cohort integer not null,
  scheme bigint not null,
  course_code text collate "C" not null,
  course text not null,
  kind text collate "C" not null,
  credits numeric(5, 1) not null check (credits > 0),
  planned_hours integer not null check (planned_hours > 0),
  staff_no text collate "C",
  taught_hours integer check (taught_hours between 0 and 2000),
  state text collate "C" not null check (state in ('open', 'submitted', 'released')),
  version integer not null check (version > 0),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, offering_id),
  unique (region_id, class_id, term, course_code),
  foreign key (region_id, scheme) references approved_schemes
);
create index on offerings (region_id, term, class_id);

create table offering_entries (
  region_id integer not null,
  offering_id bigint not null,
  entry_no integer not null check (entry_no > 0),
  act text collate "C" not null check (act in ('open', 'assign', 'hours', 'save', 'submit', 'return', 'release', 'correct')),
  person_id bigint,
  staff_no text collate "C",
  taught_hours integer,
  reason text check (char_length(reason) between 1 and 2000),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, offering_id, entry_no),
  foreign key (region_id, offering_id) references offerings
);

-- What a teacher has typed and nobody has released: the sheet as it was saved with an entry; the last one counts.
create table grade_drafts (
  region_id integer not null,
  offering_id bigint not null,
  entry_no integer not null,
  student_id text collate "C" not null,
  -- Null: absent from the examination.
  score numeric(4, 1),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, offering_id, entry_no, student_id),
  foreign key (region_id, offering_id, entry_no) references offering_entries
);

-- Released grades: a correction is another one that answers it.
create table grades (
  region_id integer not null,
  grade_id bigint not null,
  offering_id bigint not null,
  student_id text collate "C" not null,
  score numeric(4, 1),
  passed boolean not null,
  -- The value of law on the day: what had to be reached.
  pass_line numeric(4, 1) not null,
  answers bigint,
  reason text check (char_length(reason) between 1 and 2000),
  superseded_at timestamptz,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, grade_id),
  foreign key (region_id, offering_id) references offerings,
  foreign key (region_id, answers) references grades,
  check ((answers is null) = (reason is null))
);
create unique index on grades (region_id, offering_id, student_id) where superseded_at is null;
create unique index on grades (region_id, answers) where answers is not null;
create index on grades (region_id, student_id) where superseded_at is null;

-- Credits that were reported before those of a student were first worked out here, with the record that said so; none
-- where nothing was reported.
create table credits_brought (
  region_id integer not null references regions,
  student_id text collate "C" not null,
  earned numeric not null,
  record_id bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, student_id),
  check (record_id is not null or earned = 0)
);

-- Conduct of a class in an academic year: entered by its head, decided by the school; a later sheet answers an earlier one.
create table conduct_sheets (
  region_id integer not null references regions,
  class_id text collate "C" not null,
  academic_year integer not null,
  sheet_no integer not null check (sheet_no > 0),
  state text collate "C" not null check (state in ('open', 'submitted', 'decided')),
  version integer not null check (version > 0),
  reason text check (char_length(reason) between 1 and 2000),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, class_id, academic_year, sheet_no)
);

create table conduct_entries (
  region_id integer not null,
  class_id text collate "C" not null,
  academic_year integer not null,
  sheet_no integer not null,
  entry_no integer not null check (entry_no > 0),
  act text collate "C" not null check (act in ('save', 'submit', 'return', 'decide')),
  person_id bigint,
  reason text check (char_length(reason) between 1 and 2000),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, class_id, academic_year, sheet_no, entry_no),
  foreign key (region_id, class_id, academic_year, sheet_no) references conduct_sheets
);

create table conduct_marks (
  region_id integer not null,
  class_id text collate "C" not null,
  academic_year integer not null,
  sheet_no integer not null,
  entry_no integer not null,
  student_id text collate "C" not null,
  ok boolean not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, class_id, academic_year, sheet_no, entry_no, student_id),
  foreign key (region_id, class_id, academic_year, sheet_no, entry_no) references conduct_entries
);

-- A teacher is appointed as somebody of the staff register: by that number their courses are theirs.
alter table appointments add column staff_no text collate "C" check ((role = 'teacher') = (staff_no is not null));

-- Schemes go with their matters. To open courses, assign, release and decide is approving, to enter is writing. What is
-- said of a student by name is read by whoever enters or releases it there, else as all that students learn.
do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  matters_read constant text := format(held, 'app.read_matters', 'app.read_matters');
  matters_kept constant text := format(held, 'app.write_matters', 'app.write_matters');
  seen constant text := format(held, 'app.read_courses', 'app.read_courses');
  kept constant text := format(held, 'app.write_courses', 'app.write_courses');
  decided constant text := format(held, 'app.approve_courses', 'app.approve_courses');
  learning constant text := format(held, 'app.read_learning', 'app.read_learning');
begin
  foreach relation in array array['scheme_revisions', 'approved_schemes', 'teaching_terms', 'offerings', 'offering_entries', 'grade_drafts', 'grades', 'credits_brought', 'conduct_sheets', 'conduct_entries', 'conduct_marks'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  foreach relation in array array['scheme_revisions', 'approved_schemes'] loop
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, matters_read);
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, matters_kept);
  end loop;
  foreach relation in array array['teaching_terms', 'offerings', 'offering_entries', 'conduct_sheets', 'conduct_entries'] loop
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, seen);
  end loop;
  foreach relation in array array['grade_drafts', 'grades', 'credits_brought', 'conduct_marks'] loop
    execute format('create policy in_reach on %I for select using (%s and (%s or %s or %s or %s))', relation, here, whole, kept, decided, learning);
  end loop;
  foreach relation in array array['teaching_terms', 'offerings', 'grades', 'credits_brought'] loop
    execute format('create policy to_decide on %I for insert with check (%s and %s)', relation, here, decided);
  end loop;
  foreach relation in array array['offering_entries', 'grade_drafts', 'conduct_sheets', 'conduct_entries', 'conduct_marks'] loop
    execute format('create policy to_enter on %I for insert with check (%s and (%s or %s))', relation, here, kept, decided);
  end loop;
  foreach relation in array array['offerings', 'conduct_sheets'] loop
    execute format('create policy to_move on %I for update using (%s and (%s or %s)) with check (%s)', relation, here, kept, decided, here);
  end loop;
  execute format('create policy to_answer on grades for update using (%s and %s) with check (%s)', here, decided, here);
end
$$;
grant update (staff_no, taught_hours, state, version, scopes) on offerings to guantong_app;
grant update (state, version) on conduct_sheets to guantong_app;
grant update (superseded_at) on grades to guantong_app;
