-- Sample tests (M9-c): what is planned, the list as it was closed, the draw, the results as they were reported. Each is
-- written once; the scores themselves stand in the register.
create table sample_tests (
  region_id integer not null references regions,
  sample_test_id bigint not null,
  college_id text collate "C" not null,
  -- Of the academic year that begins in it.
  year integer not null,
  title text not null check (char_length(title) between 1 and 200),
  grades integer[] not null,
  -- Empty: every programme of the college.
  programmes text[] collate "C" not null,
  test_on date not null,
  papers text not null,
  seed_way text collate "C" not null check (seed_way in ('public', 'committed')),
  -- Where the number will be made public, or the hash of the text that is kept.
  seed_source text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, sample_test_id)
);

create table sample_lists (
  region_id integer not null,
  sample_test_id bigint not null,
  closed_on date not null,
  -- Canonical JSON: number, class and school of each student, and the values of law by which the sample is drawn.
  content text not null,
  content_hash text collate "C" not null,
  many integer not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, sample_test_id),
  foreign key (region_id, sample_test_id) references sample_tests
);

create table sample_draws (
  region_id integer not null,
  sample_test_id bigint not null,
  drawn_on date not null,
  seed text not null check (char_length(seed) between 1 and 500),
  students text[] collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, sample_test_id),
  foreign key (region_id, sample_test_id) references sample_lists
);

create table sample_reports (
  region_id integer not null,
  sample_test_id bigint not null,
  reported_on date not null,
  -- Canonical JSON: by school who came, who passed, and the verdict.
  content text not null,
  -- The findings that low results opened.
  findings bigint[] not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, sample_test_id),
  foreign key (region_id, sample_test_id) references sample_draws
);

-- Who did not come to a test on a day: no score, and no score of nothing. A score of that day counts before it.
create table test_absences (
  region_id integer not null references regions,
  student_id text collate "C" not null,
  kind text collate "C" not null check (kind in ('sample_test', 'upgrade_test', 'upgrade_resit')),
  on_day date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, student_id, kind, on_day)
);

-- The step-up test (M9-d) of a college and year: its days, anew while nothing was published.
create table step_up_seasons (
  region_id integer not null references regions,
  college_id text collate "C" not null,
  year integer not null,
  revision integer not null check (revision > 0),
  test_on date not null,
  resit_on date not null,
  place text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, college_id, year, revision),
  check (resit_on > test_on)
);

create table step_up_publications (
  region_id integer not null references regions,
  publication_id bigint not null,
  college_id text collate "C" not null,
  year integer not null,
  published_on date not null,
  last_day date not null,
  -- By this anybody opens the public page.
  code text collate "C" not null,
  -- Canonical JSON of what anybody may read: white-listed columns, names masked.
  public_list text not null,
  -- Over every decision, whoever it is of.
  decisions_hash text collate "C" not null,
  published_by bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, publication_id),
  unique (region_id, code),
  foreign key (region_id, published_by) references people,
  check (last_day >= published_on)
);
create index on step_up_publications (region_id, college_id, year);

create table step_up_decisions (
  region_id integer not null,
  publication_id bigint not null,
  student_id text collate "C" not null,
  school_id text collate "C" not null,
  -- The place on the public list; none for whoever is not on it.
  seq integer,
  decision text collate "C" not null check (decision in ('passed', 'not_passed', 'not_eligible')),
  reasons text[] collate "C" not null,
  score numeric,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, publication_id, student_id),
  foreign key (region_id, publication_id) references step_up_publications
);
create index on step_up_decisions (region_id, student_id);

create table step_up_appeals (
  region_id integer not null,
  appeal_id bigint not null,
  publication_id bigint not null,
  student_id text collate "C" not null,
  text text not null check (char_length(text) between 1 and 2000),
  appealed_on date not null,
  appealed_by bigint not null,
  -- Whoever published does not answer.
  published_by bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, appeal_id),
  unique (region_id, appeal_id, published_by),
  unique (region_id, publication_id, student_id),
  foreign key (region_id, publication_id, student_id) references step_up_decisions,
  foreign key (region_id, appealed_by) references people
);

create table step_up_answers (
  region_id integer not null,
  appeal_id bigint not null,
  verdict text collate "C" not null check (verdict in ('upheld', 'rejected')),
  reason text not null check (char_length(reason) between 1 and 2000),
  answered_on date not null,
  answered_by bigint not null,
  published_by bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, appeal_id),
  foreign key (region_id, appeal_id, published_by) references step_up_appeals (region_id, appeal_id, published_by),
  foreign key (region_id, answered_by) references people,
  check (answered_by <> published_by)
);

do $$
declare
  relation text;
  kind text;
  act text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  foreach relation in array array['sample_tests', 'sample_lists', 'sample_draws', 'sample_reports', 'test_absences', 'step_up_seasons', 'step_up_publications', 'step_up_decisions', 'step_up_appeals', 'step_up_answers'] loop
    kind := case when relation in ('step_up_appeals', 'step_up_answers') then 'appeals' else 'tests' end;
    act := case when relation = 'step_up_answers' then 'approve' else 'write' end;
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, format(held, 'app.read_' || kind, 'app.read_' || kind));
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, format(held, 'app.' || act || '_' || kind, 'app.' || act || '_' || kind));
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
end
$$;

-- Of one kind one matter at a time is open about a subject; findings at a school are as many as there are.
drop index matters_region_id_kind_subject_idx;
create unique index on matters (region_id, kind, subject) where open and part_of is null and kind <> 'finding';
