-- Admitted students, until they come to school and the roll begins. What is known of one is never edited: another
-- import answers it with a new record. Their state moves by compare-and-set, each move with an entry.
create table admissions (
  region_id integer not null references regions,
  admission_id bigint not null,
  year integer not null,
  exam_number text collate "C" not null,
  name text not null,
  sex text collate "C" not null check (sex in ('1', '2')),
  birth_date date not null,
  id_number text collate "C" check (id_number like 'sealed:citizen\_id:%'),
  school_id text collate "C" not null,
  programme_id text collate "C" not null,
  score numeric,
  admitted_on date not null,
  guardian_name text,
  guardian_relation text,
  guardian_phone text collate "C" check (guardian_phone like 'sealed:phone:%'),
  state text collate "C" not null default 'admitted' check (state in ('admitted', 'admission_kept', 'registered', 'place_lost')),
  version integer not null default 1,
  -- The import that brought it, and the row of its file.
  batch bigint not null,
  source_row integer not null,
  -- What was known before, answered by this record.
  answers bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, admission_id)
);
create unique index on admissions (region_id, year, exam_number) where superseded_at is null;
create index on admissions (region_id, year, programme_id, state) where superseded_at is null;
create index on admissions (region_id, id_number) where superseded_at is null;
create index on admissions (region_id, name, birth_date) where superseded_at is null;
create index on admissions (region_id, batch);

create table admission_entries (
  region_id integer not null,
  admission_id bigint not null,
  version integer not null,
  act text collate "C" not null,
  from_state text collate "C" not null,
  to_state text collate "C" not null,
  on_day date not null,
  reason text,
  -- Who they are on the roll from then on.
  student_id text collate "C",
  -- What decided it: a matter, or what was found of two records that look alike.
  matter_id bigint,
  duplicate_id bigint,
  import_id bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, admission_id, version),
  foreign key (region_id, admission_id) references admissions
);
create index on admission_entries (region_id, student_id) where student_id is not null;
create index on admission_entries (region_id, import_id) where import_id is not null;

-- Two records that may be of one person. Somebody decides; until then neither is registered.
create table admission_duplicates (
  region_id integer not null,
  duplicate_id bigint not null,
  admission_id bigint not null,
  other_kind text collate "C" not null check (other_kind in ('admission', 'student')),
  -- The number of the other admission, or the student's.
  other_id text collate "C" not null,
  by_id boolean not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, duplicate_id),
  unique (region_id, admission_id, other_kind, other_id),
  foreign key (region_id, admission_id) references admissions
);
create index on admission_duplicates (region_id, other_kind, other_id);

create table admission_decisions (
  region_id integer not null,
  duplicate_id bigint not null,
  decision_no integer not null,
  verdict text collate "C" not null check (verdict in ('same', 'different')),
  stands text collate "C" check (stands in ('admission', 'other')),
  reason text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, duplicate_id, decision_no),
  check ((verdict = 'same') = (stands is not null)),
  foreign key (region_id, duplicate_id) references admission_duplicates
);

-- The number that a student keeps for life: `G` and the citizen id, else `J` or `L` and a number of its own.
create table roll_numbers (
  region_id integer not null references regions,
  roll_number_id bigint not null,
  student_id text collate "C" not null,
  form text collate "C" not null check (form in ('G', 'J', 'L')),
  serial text collate "C" check (serial ~ '^[0-9]{18}$'),
  answers bigint,
  reason text,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, roll_number_id),
  check ((form = 'G') = (serial is null))
);
create unique index on roll_numbers (region_id, student_id) where superseded_at is null;
create unique index on roll_numbers (region_id, form, serial) where superseded_at is null and serial is not null;

-- A list of new students as it was frozen when it was submitted to its seals. It names minors: it carries the labels
-- `roll:…`, which only those hold who keep the roll or seal its lists.
create table student_lists (
  region_id integer not null,
  matter_id bigint not null,
  entry_no integer not null,
  school_id text collate "C" not null,
  year integer not null,
  students text[] collate "C" not null,
  -- Canonical JSON.
  content text not null,
  content_hash text collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, entry_no),
  foreign key (region_id, matter_id) references matters
);
create index on student_lists (region_id, school_id, year);

-- Electronic registration of a student in a season; what is said later answers what was said before.
create table e_registrations (
  region_id integer not null references regions,
  e_registration_id bigint not null,
  student_id text collate "C" not null,
  year integer not null,
  season text collate "C" not null check (season in ('autumn', 'spring')),
  stage text collate "C" not null check (stage in ('secondary', 'higher')),
  state text collate "C" not null check (state in ('registered', 'returned')),
  on_day date not null,
  reason text,
  answers bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, e_registration_id),
  check (state = 'registered' or reason is not null)
);
create unique index on e_registrations (region_id, student_id, year, season) where superseded_at is null;
create index on e_registrations (region_id, year, season) where superseded_at is null;

do $$
declare
  relation text;
  kind text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  foreach relation in array array['admissions', 'admission_entries', 'admission_duplicates', 'admission_decisions', 'roll_numbers', 'student_lists', 'e_registrations'] loop
    kind := case when relation = 'student_lists' then 'documents' else 'students' end;
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, format(held, 'app.read_' || kind, 'app.read_' || kind));
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, format(held, 'app.write_' || kind, 'app.write_' || kind));
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
    if relation in ('admissions', 'roll_numbers', 'e_registrations') then
      execute format('create policy to_mark on %I for update using (%s and %s) with check (%s and %s)', relation,
        here, format(held, 'app.write_' || kind, 'app.write_' || kind), here, format(held, 'app.write_' || kind, 'app.write_' || kind));
    end if;
  end loop;
end
$$;
grant update (state, version, superseded_at) on admissions to guantong_app;
grant update (superseded_at) on roll_numbers, e_registrations to guantong_app;
