-- S1: several matters of a body may be before the office at once, each under its own title.
drop index matters_region_id_kind_subject_idx;
create unique index on matters (region_id, kind, subject) where open and part_of is null
  and kind not in ('finding', 'new_student_list', 'late_student_list', 'major_matter', 'difficulty_ticket', 'support_policy', 'model_case', 'major_advice');

-- S1-e: what the office tells bodies of the pilot, and until when they are to say that they read it.
create table circulars (
  region_id integer not null references regions,
  circular_id bigint not null,
  title text not null check (char_length(title) between 1 and 100),
  body text not null check (char_length(body) between 1 and 5000),
  addressed text[] collate "C" not null check (cardinality(addressed) > 0),
  issued_on date not null,
  read_by date not null check (read_by >= issued_on),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, circular_id)
);

-- Said once for each body.
create table circular_receipts (
  region_id integer not null,
  circular_id bigint not null,
  org_id text collate "C" not null,
  read_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, circular_id, org_id),
  foreign key (region_id, circular_id) references circulars
);

-- M1-c, 1.2-l, S2-l, 1.1-c: what was done together, what was made known, what was tried. A correction answers an entry.
create table pilot_log (
  region_id integer not null references regions,
  entry_id bigint not null,
  kind text collate "C" not null check (kind in ('activity', 'publicity', 'initiative')),
  on_date date not null,
  title text not null check (char_length(title) between 1 and 100),
  note text not null,
  parties text[] collate "C" not null,
  -- Bodies that no register has, such as an association of a trade.
  others text not null,
  programme_id text collate "C",
  study_year smallint check (study_year between 1 and 5),
  channel text collate "C",
  reach integer check (reach >= 0),
  link text,
  clause text collate "C",
  answers bigint,
  reason text,
  -- A correction that says it was none.
  void boolean not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, entry_id),
  unique (region_id, answers),
  foreign key (region_id, answers) references pilot_log,
  check ((programme_id is null) = (study_year is null)),
  check ((kind = 'publicity') = (channel is not null)),
  check ((kind = 'initiative') = (clause is not null)),
  check ((answers is null) = (reason is null)),
  check (answers is not null or not void)
);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  adds text;
begin
  foreach relation in array array['circulars', 'circular_receipts', 'pilot_log'] loop
    -- To tell others is the office's; to say that one read it, and what one did, everybody's own.
    adds := case relation when 'circulars' then 'app.approve_coordination' else 'app.write_coordination' end;
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, format(held, 'app.read_coordination', 'app.read_coordination'));
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, format(held, adds, adds));
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
end
$$;
