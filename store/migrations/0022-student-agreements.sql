-- Agreements of college, school and student: what is agreed, version by version; who signed which version; the paper that
-- came of it; who received a copy; the confirmation of year 4. Nothing of it is edited: another content is another version.
create table student_agreements (
  region_id integer not null references regions,
  agreement_id bigint not null,
  student_id text collate "C" not null,
  school_id text collate "C" not null,
  college_id text collate "C" not null,
  cohort integer not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, agreement_id),
  unique (region_id, student_id)
);

create table agreement_versions (
  region_id integer not null,
  agreement_id bigint not null,
  version integer not null check (version > 0),
  -- Canonical JSON.
  content text not null,
  content_hash text collate "C" not null check (content_hash ~ '^sha256:[0-9a-f]{64}$'),
  -- Why the version before does not do; empty for the first.
  reason text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, agreement_id, version),
  foreign key (region_id, agreement_id) references student_agreements
);

-- One act by which somebody signed: one agreement, or a list whose hash is kept.
create table agreement_acts (
  region_id integer not null references regions,
  act_id bigint not null,
  party text collate "C" not null,
  -- Canonical JSON of what was signed, and its hash.
  list text not null,
  list_hash text collate "C" not null check (list_hash ~ '^sha256:[0-9a-f]{64}$'),
  many integer not null check (many > 0),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, act_id)
);

create table agreement_signatures (
  region_id integer not null,
  agreement_id bigint not null,
  version integer not null,
  party text collate "C" not null check (party in ('student', 'guardian', 'school', 'college')),
  way text collate "C" not null check (way in ('electronic', 'paper')),
  signed_on date not null,
  -- As it is printed.
  signer text not null,
  -- Whoever signed; of what was signed on paper nobody: the school says so.
  person_id bigint,
  act_id bigint,
  content_hash text collate "C" not null,
  -- Where the code went, masked; the device and the address that it came back from.
  confirmed_at text not null,
  device text not null,
  address text not null,
  -- The scanned paper.
  file_hash text collate "C",
  -- What is signed by the server's key, in canonical JSON, and its signature in base64.
  statement text not null,
  signature text collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, agreement_id, version, party),
  foreign key (region_id, agreement_id, version) references agreement_versions,
  foreign key (region_id, act_id) references agreement_acts,
  check ((way = 'paper') = (file_hash is not null) and (way = 'electronic') = (person_id is not null and act_id is not null))
);

-- The sealed PDF of a version that all have signed: by it the version holds.
create table agreement_papers (
  region_id integer not null,
  agreement_id bigint not null,
  version integer not null,
  series text collate "C" not null,
  year integer not null,
  number integer not null,
  number_text text not null,
  code text collate "C" not null,
  signed_on date not null,
  file_hash text collate "C" not null,
  statement text not null,
  signature text collate "C" not null,
  key_fingerprint text collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, agreement_id, version),
  unique (region_id, code),
  foreign key (region_id, agreement_id, version) references agreement_versions,
  foreign key (region_id, file_hash) references files
);
create index on agreement_papers (region_id, file_hash);
create index on agreement_papers (region_id, series, year, number);

create table agreement_copies (
  region_id integer not null,
  agreement_id bigint not null,
  version integer not null,
  holder text collate "C" not null check (holder in ('family', 'school', 'college')),
  way text collate "C" not null check (way in ('handed_over', 'downloaded')),
  received_by text not null,
  received_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, agreement_id, version, holder),
  foreign key (region_id, agreement_id, version) references agreement_papers
);

create table agreement_confirmations (
  region_id integer not null,
  agreement_id bigint not null,
  version integer not null,
  party text collate "C" not null check (party in ('student', 'guardian')),
  confirmed_on date not null,
  device text not null,
  address text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, agreement_id, version),
  foreign key (region_id, agreement_id, version) references agreement_papers
);

-- To draw up, to record what was signed on paper and to hand out copies is writing; to sign and to confirm is approving.
do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  seen constant text := format(held, 'app.read_agreements', 'app.read_agreements');
  kept constant text := format(held, 'app.write_agreements', 'app.write_agreements');
  signed constant text := format(held, 'app.approve_agreements', 'app.approve_agreements');
begin
  foreach relation in array array['student_agreements', 'agreement_versions', 'agreement_acts', 'agreement_signatures', 'agreement_papers', 'agreement_copies', 'agreement_confirmations'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, seen);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  foreach relation in array array['student_agreements', 'agreement_versions'] loop
    execute format('create policy to_draw_up on %I for insert with check (%s and %s)', relation, here, kept);
  end loop;
  foreach relation in array array['agreement_acts', 'agreement_confirmations'] loop
    execute format('create policy to_sign on %I for insert with check (%s and %s)', relation, here, signed);
  end loop;
  -- The last to sign, be it on paper, brings about the paper; whoever signs takes a copy along.
  foreach relation in array array['agreement_signatures', 'agreement_papers', 'agreement_copies'] loop
    execute format('create policy to_sign on %I for insert with check (%s and (%s or %s))', relation, here, kept, signed);
  end loop;
end
$$;
