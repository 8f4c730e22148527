-- Posts that firms offer, internships on them with who signed and what was done, policies of schools, sessions of skills
-- appraisal, benefits of graduates and what became of claims. Nothing that was signed or recorded is edited: what is done
-- to an internship is one entry after another, and a policy or a post that was wrong is answered by another.
create table internship_posts (
  region_id integer not null references regions,
  post_id bigint not null,
  employer_id text collate "C" not null,
  -- Who offered it: the firm itself, or a department or park on its behalf.
  offered_by text collate "C" not null,
  title text not null,
  seats integer not null check (seats > 0),
  programmes text[] collate "C" not null,
  place text not null,
  wage_yuan numeric check (wage_yuan >= 0),
  safety_contact text not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  closed_at timestamptz,
  closed_by text,
  close_reason text,
  primary key (region_id, post_id),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (close_reason is null))
);
create index on internship_posts (region_id, valid_from);

create table placements (
  region_id integer not null references regions,
  placement_id bigint not null,
  post_id bigint not null,
  student_id text collate "C" not null,
  school_id text collate "C" not null,
  employer_id text collate "C" not null,
  programme_id text collate "C" not null,
  class_id text collate "C",
  -- Canonical JSON of what is signed.
  content text not null,
  content_hash text collate "C" not null check (content_hash ~ '^sha256:[0-9a-f]{64}$'),
  -- Where it stands by its entries, and the days that hold.
  state text collate "C" not null check (state in ('planned', 'started', 'interrupted', 'ended', 'cancelled')),
  version integer not null check (version >= 0),
  since date not null,
  until date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, placement_id),
  foreign key (region_id, post_id) references internship_posts
);
create index on placements (region_id, student_id);
create index on placements (region_id, post_id);
create index on placements using gin (scopes);

create table placement_entries (
  region_id integer not null,
  placement_id bigint not null,
  version integer not null check (version > 0),
  act text collate "C" not null check (act in ('train', 'start', 'visit', 'interrupt', 'resume', 'end', 'cancel', 'assess_firm', 'assess_school')),
  on_date date not null,
  -- Who led it, how long it took, what proves it, what was found, why.
  detail jsonb not null,
  person_id bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, placement_id, version),
  foreign key (region_id, placement_id) references placements
);

create table placement_signatures (
  region_id integer not null,
  placement_id bigint not null,
  party text collate "C" not null check (party in ('student', 'guardian', 'firm', 'school')),
  way text collate "C" not null check (way in ('electronic', 'paper')),
  signed_on date not null,
  signer text not null,
  person_id bigint,
  content_hash text collate "C" not null,
  -- Of the list that was signed in one act; empty on paper.
  list_hash text collate "C" not null,
  confirmed_at text not null,
  device text not null,
  address text not null,
  file_hash text collate "C",
  statement text not null,
  signature text collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, placement_id, party),
  foreign key (region_id, placement_id) references placements,
  check ((way = 'paper') = (file_hash is not null) and (way = 'electronic') = (person_id is not null))
);

create table insurance_policies (
  region_id integer not null references regions,
  policy_id bigint not null,
  policy_no text not null,
  kind text collate "C" not null check (kind in ('school_liability', 'internship_liability')),
  insurer text not null,
  school_id text collate "C" not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  heads integer not null check (heads > 0),
  premium_fen bigint not null check (premium_fen >= 0),
  proof text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, policy_id),
  unique (region_id, policy_no)
);
create index on insurance_policies (region_id, school_id);

create table appraisal_sessions (
  region_id integer not null references regions,
  session_id bigint not null,
  department_id text collate "C" not null,
  occupation text not null,
  level text collate "C" not null,
  site text not null,
  on_date date not null,
  seats integer not null check (seats > 0),
  programmes text[] collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, session_id)
);

create table appraisal_enrolments (
  region_id integer not null,
  session_id bigint not null,
  student_id text collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, session_id, student_id),
  foreign key (region_id, session_id) references appraisal_sessions
);
create index on appraisal_enrolments (region_id, student_id);

create table benefits (
  region_id integer not null references regions,
  benefit_id bigint not null,
  department_id text collate "C" not null,
  name text not null,
  basis text not null,
  valid_from date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, benefit_id)
);

-- What became of a graduate's claim, one entry after another.
create table benefit_claims (
  region_id integer not null,
  benefit_id bigint not null,
  student_id text collate "C" not null,
  version integer not null check (version > 0),
  state text collate "C" not null check (state in ('claimed', 'granted', 'refused')),
  on_date date not null,
  reason text not null,
  person_id bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, benefit_id, student_id, version),
  foreign key (region_id, benefit_id) references benefits,
  check ((state = 'refused') = (reason <> ''))
);
create index on benefit_claims (region_id, student_id);

do $$
declare
  one record;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  -- Sessions and the list of benefits are the region's and name nobody: whoever reads its directory reads them.
  for one in select * from (values
    ('internship_posts', 'posts', 'posts', true), ('placements', 'placements', 'placements', true), ('placement_entries', 'placements', 'placements', false),
    ('insurance_policies', 'policies', 'policies', false), ('appraisal_sessions', 'reference', 'benefits', false),
    ('appraisal_enrolments', 'learning', 'learning', false), ('benefits', 'reference', 'benefits', false), ('benefit_claims', 'benefits', 'benefits', false),
    ('placement_signatures', 'placements', 'placements', false)) as t(relation, seen, kept, marked)
  loop
    execute format('alter table %I enable row level security', one.relation);
    execute format('alter table %I force row level security', one.relation);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', one.relation, here, whole, format(held, 'app.read_' || one.seen, 'app.read_' || one.seen));
    execute format('create policy to_add on %I for insert with check (%s and %s)', one.relation, here, format(held, 'app.write_' || one.kept, 'app.write_' || one.kept));
    execute format('create policy removing on %I for delete using (%s and %s)', one.relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', one.relation);
    if one.marked then
      execute format('create policy to_mark on %I for update using (%s and %s) with check (%s and %s)', one.relation,
        here, format(held, 'app.write_' || one.kept, 'app.write_' || one.kept), here, format(held, 'app.write_' || one.kept, 'app.write_' || one.kept));
    end if;
  end loop;
  -- To sign is approving: whoever signs draws nothing up.
  execute format('create policy to_sign on placement_signatures for insert with check (%s and %s)', here, format(held, 'app.approve_placements', 'app.approve_placements'));
end
$$;
grant update (closed_at, closed_by, close_reason) on internship_posts to guantong_app;
grant update (state, version, since, until) on placements to guantong_app;
