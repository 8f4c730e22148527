-- Where graduates go and who helped them there. What the sheet of destinations has no column for stands beside its record;
-- nothing of it is edited: what is told anew is another record, and what becomes of a recommendation one entry after another.
create table destination_details (
  region_id integer not null references regions,
  -- The record of the register that it belongs to.
  record_id bigint not null,
  student_id text collate "C" not null,
  evidence text collate "C" not null,
  -- Number or name of the paper.
  evidence_ref text not null,
  -- The day on which it was agreed or began; unknown where nobody said.
  agreed_on date,
  position text,
  contract_kind text collate "C" check (contract_kind in ('open_ended', 'fixed_term', 'by_task', 'agreement', 'part_time', 'none')),
  wage_fen bigint check (wage_fen >= 0),
  match text collate "C" check (match in ('matched', 'related', 'other')),
  -- Token of the employer's telephone.
  contact text collate "C",
  insured_from date,
  -- Why it comes after the last day for it.
  late_reason text,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, record_id)
);
create index on destination_details (region_id, student_id);

-- M10-a: careers course, fairs, guidance. One that is put right is answered by another.
create table employment_services (
  region_id integer not null references regions,
  service_id bigint not null,
  school_id text collate "C" not null,
  kind text collate "C" not null check (kind in ('course', 'fair', 'guidance')),
  on_date date not null,
  title text not null check (char_length(title) between 1 and 200),
  class_id text collate "C",
  student_id text collate "C",
  attended integer not null check (attended > 0),
  hours integer check (hours > 0),
  firms integer check (firms > 0),
  note text not null,
  answers bigint,
  reason text,
  withdrawn boolean not null default false,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, service_id),
  unique (region_id, answers),
  check ((answers is null) = (reason is null) and (answers is not null or not withdrawn))
);
create index on employment_services (region_id, school_id, on_date);

-- What a graduate says: whether firms may see them, whether what the school recorded is so, and how it went since.
create table employment_answers (
  region_id integer not null references regions,
  answer_id bigint not null,
  student_id text collate "C" not null,
  kind text collate "C" not null check (kind in ('consent', 'no_consent', 'confirm', 'object', 'follow_up')),
  -- The record of the register that it speaks of.
  destination_record bigint,
  content jsonb not null,
  way text collate "C" not null check (way in ('self', 'paper')),
  on_date date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, answer_id),
  check ((kind in ('confirm', 'object')) = (destination_record is not null))
);
create index on employment_answers (region_id, student_id, answer_id);

-- Who is asked again so many months after graduation, as a reviewed list.
create table follow_ups (
  region_id integer not null references regions,
  student_id text collate "C" not null,
  months integer not null check (months > 0),
  school_id text collate "C" not null,
  asked_on date not null,
  matter_id bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, student_id, months),
  foreign key (region_id, matter_id) references matters
);

-- M10-c: a list of graduates who agreed to it, shown to partner firms first and to others from a day on.
create table graduate_releases (
  region_id integer not null references regions,
  release_id bigint not null,
  school_id text collate "C" not null,
  year integer not null,
  released_on date not null,
  -- The last day that is for partner firms alone.
  priority_until date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, release_id),
  check (priority_until >= released_on)
);
create table released_graduates (
  region_id integer not null,
  release_id bigint not null,
  student_id text collate "C" not null,
  programme_id text collate "C" not null,
  -- What firms are shown, by the white-list of its day.
  content jsonb not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, release_id, student_id),
  foreign key (region_id, release_id) references graduate_releases
);
create index on released_graduates (region_id, student_id);

-- S2-j: what a firm offers. One that is put right is answered by another.
create table firm_posts (
  region_id integer not null references regions,
  post_id bigint not null,
  firm_id text collate "C" not null,
  title text not null check (char_length(title) between 1 and 200),
  places integer not null check (places > 0),
  contract_kind text collate "C" not null check (contract_kind in ('open_ended', 'fixed_term', 'by_task', 'agreement', 'part_time', 'none')),
  wage_fen bigint not null check (wage_fen > 0),
  division_code text collate "C" not null,
  industry text collate "C" not null,
  higher_codes text[] collate "C" not null,
  facilities text not null,
  open_from date not null,
  open_until date not null,
  answers bigint,
  reason text,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, post_id),
  unique (region_id, answers),
  check ((answers is null) = (reason is null) and open_until >= open_from)
);
create index on firm_posts (region_id, firm_id);

-- State and version of a recommendation; what was done is in the entries.
create table recommendations (
  region_id integer not null,
  recommendation_id bigint not null,
  release_id bigint not null,
  student_id text collate "C" not null,
  firm_id text collate "C" not null,
  post_id bigint,
  -- Whether the firm was a partner of the programme on the day.
  partner boolean not null,
  state text collate "C" not null,
  version integer not null default 1,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, recommendation_id),
  unique (region_id, release_id, student_id, firm_id),
  foreign key (region_id, release_id, student_id) references released_graduates,
  foreign key (region_id, post_id) references firm_posts
);
create table recommendation_entries (
  region_id integer not null,
  recommendation_id bigint not null,
  version integer not null,
  act text collate "C" not null,
  from_state text collate "C",
  to_state text collate "C" not null,
  on_date date not null,
  note text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, recommendation_id, version),
  foreign key (region_id, recommendation_id) references recommendations
);

-- M10-d: what a firm is granted for graduates that it hired, head by head, and what is taken back of it.
create table hiring_supports (
  region_id integer not null references regions,
  support_id bigint not null,
  matter_id bigint not null,
  firm_id text collate "C" not null,
  student_id text collate "C" not null,
  agreement_id bigint not null,
  amount_fen bigint not null,
  -- What this one takes back, and why.
  answers bigint,
  reason text,
  decided_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, support_id),
  unique (region_id, answers),
  foreign key (region_id, matter_id) references matters,
  foreign key (region_id, answers) references hiring_supports,
  check ((answers is null) = (reason is null) and (answers is null) = (amount_fen > 0))
);
-- Nobody is supported twice for one graduate.
create unique index on hiring_supports (region_id, firm_id, student_id) where answers is null;

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  seen constant text := format(held, 'app.read_employment', 'app.read_employment');
  kept constant text := format(held, 'app.write_employment', 'app.write_employment');
begin
  foreach relation in array array['destination_details', 'employment_services', 'employment_answers', 'follow_ups', 'graduate_releases', 'released_graduates',
      'firm_posts', 'recommendations', 'recommendation_entries', 'hiring_supports'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    -- The program reading for a figure over all records, and removing a sample, sees every row.
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, seen);
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, kept);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  foreach relation in array array['employment_services', 'firm_posts', 'recommendations'] loop
    execute format('create policy to_mark on %I for update using (%s and %s) with check (%s and %s)', relation, here, kept, here, kept);
  end loop;
end
$$;
grant update (superseded_at) on employment_services, firm_posts to guantong_app;
grant update (state, version) on recommendations to guantong_app;
