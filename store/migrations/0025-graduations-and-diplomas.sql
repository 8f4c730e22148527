-- What became of a certificate after it was entered: who entered it, who verified it against which source, who refused or
-- withdrew it. Added and never touched; the register says how a certificate stands.
create table certificate_acts (
  region_id integer not null references regions,
  certificate_act_id bigint not null,
  student_id text collate "C" not null,
  kind text collate "C" not null check (kind in ('skill', 'x')),
  number text collate "C" not null,
  act text collate "C" not null check (act in ('entered', 'verified', 'refused', 'withdrawn')),
  on_date date not null,
  -- Where it was looked up.
  source text,
  reason text,
  -- Until when it is valid, where it says so.
  valid_until date,
  -- The record of the register that this act left.
  record_id bigint not null,
  person_id bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, certificate_act_id),
  foreign key (region_id, person_id) references people,
  check (act <> 'verified' or source is not null),
  check (act in ('entered', 'verified') or reason is not null)
);
create index on certificate_acts (region_id, kind, number, certificate_act_id);

-- The five digits by which a college is known in the numbers of its diplomas. What is entered later answers what stood.
create table institution_codes (
  region_id integer not null references regions,
  institution_code_id bigint not null,
  org_id text collate "C" not null,
  code text collate "C" not null check (code ~ '^[0-9]{5}$'),
  answers bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, institution_code_id)
);
create unique index on institution_codes (region_id, org_id) where superseded_at is null;
create unique index on institution_codes (region_id, code) where superseded_at is null;

-- How the higher stage of a student ended, with the checklist as it was when it was decided. It holds while the change of
-- the roll that it brought was not undone; who completes later gets another record that names this one.
create table graduations (
  region_id integer not null references regions,
  graduation_id bigint not null,
  student_id text collate "C" not null,
  name text not null,
  college_id text collate "C" not null,
  school_id text collate "C" not null,
  programme_id text collate "C" not null,
  class_id text collate "C",
  outcome text collate "C" not null check (outcome in ('graduated', 'completed', 'incomplete')),
  on_date date not null,
  -- Every line with its clause, outcome, gap and records, and the values of law that it was asked by.
  checklist jsonb not null,
  replaces bigint,
  change_id bigint not null,
  matter_id bigint not null,
  entered_by bigint not null,
  approved_by bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, graduation_id),
  unique (region_id, change_id),
  foreign key (region_id, change_id) references roll_changes,
  foreign key (region_id, replaces) references graduations,
  foreign key (region_id, matter_id) references matters,
  foreign key (region_id, entered_by) references people,
  foreign key (region_id, approved_by) references people,
  -- By another person, always.
  check (entered_by <> approved_by)
);
create index on graduations (region_id, student_id, graduation_id);
create index on graduations (region_id, college_id, on_date);
create index on graduations (region_id, matter_id);

-- The last serial of an institution's certificates of a kind in a year. It stays locked until the transaction ends, so that
-- no serial is left out.
create table diploma_series (
  region_id integer not null references regions,
  issuer_id text collate "C" not null,
  kind text collate "C" not null,
  year integer not null,
  last_serial integer not null check (last_serial between 1 and 999999),
  primary key (region_id, issuer_id, kind, year)
);

-- Diplomas and the certificates in their place, each with its number for good.
create table diplomas (
  region_id integer not null references regions,
  diploma_id bigint not null,
  kind text collate "C" not null check (kind in ('diploma', 'completion', 'study', 'statement', 'secondary')),
  issuer_id text collate "C" not null,
  year integer not null,
  serial integer not null,
  number_text text collate "C" not null,
  -- By which anybody who holds it can ask whether it is genuine.
  code text collate "C" not null,
  student_id text collate "C" not null,
  name text not null,
  school_id text collate "C" not null,
  programme_id text collate "C" not null,
  -- The decision that it rests on, or of a secondary diploma the change by which the student left.
  graduation_id bigint,
  change_id bigint not null,
  -- Of a certificate in the place of a lost diploma: the lost one.
  replaces bigint,
  issued_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, diploma_id),
  unique (region_id, number_text),
  unique (region_id, issuer_id, kind, year, serial),
  unique (region_id, replaces),
  foreign key (region_id, graduation_id) references graduations,
  foreign key (region_id, change_id) references roll_changes,
  foreign key (region_id, replaces) references diplomas,
  check ((kind = 'statement') = (replaces is not null)),
  check ((kind = 'secondary') = (graduation_id is null))
);
create unique index on diplomas (region_id, code);
-- One of a change of the roll, beside those in the place of lost ones.
create unique index on diplomas (region_id, change_id) where replaces is null;
create index on diplomas (region_id, student_id);

create table diploma_acts (
  region_id integer not null,
  diploma_id bigint not null,
  act_no integer not null,
  act text collate "C" not null check (act in ('handed_over', 'lost', 'withdrawn')),
  on_date date not null,
  -- Who took it.
  taken_by text,
  reason text,
  person_id bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, diploma_id, act_no),
  foreign key (region_id, diploma_id) references diplomas,
  foreign key (region_id, person_id) references people,
  check ((act = 'handed_over') = (taken_by is not null)),
  check (act = 'handed_over' or reason is not null)
);
create unique index on diploma_acts (region_id, diploma_id, act);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  foreach relation in array array['certificate_acts', 'institution_codes', 'graduations', 'diplomas', 'diploma_acts'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, format(held, 'app.read_learning', 'app.read_learning'));
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, format(held, 'app.write_learning', 'app.write_learning'));
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  execute format('create policy to_mark on institution_codes for update using (%s and %s) with check (%s and %s)',
    here, format(held, 'app.write_learning', 'app.write_learning'), here, format(held, 'app.write_learning', 'app.write_learning'));
  alter table diploma_series enable row level security;
  alter table diploma_series force row level security;
  execute format('create policy in_reach on diploma_series for select using (%s and (%s or current_setting(''app.read_learning'', true) <> ''''))', here, whole);
  execute format('create policy to_begin on diploma_series for insert with check (%s and current_setting(''app.write_learning'', true) <> '''')', here);
  execute format('create policy to_count on diploma_series for update using (%s and current_setting(''app.write_learning'', true) <> '''') with check (%s and current_setting(''app.write_learning'', true) <> '''')', here, here);
  execute format('create policy removing on diploma_series for delete using (%s and %s)', here, whole);
  grant select, insert on diploma_series to guantong_app;
end
$$;
grant update (superseded_at) on institution_codes to guantong_app;
grant update (last_serial) on diploma_series to guantong_app;
