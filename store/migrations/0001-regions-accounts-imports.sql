-- A region is one tenant: every key starts with region_id, and row security shows one region at a time.
-- Counters live on the region's row, which every writer of registers locks: numbers and times of one
-- region are handed out in the order in which its changes are made, without sequences.
create table regions (
  region_id integer primary key,
  code text collate "C" not null,
  name text not null,
  office_name text not null,
  counties jsonb not null,
  pack text not null,
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  next_record_id bigint not null default 1,
  next_import_id bigint not null default 1,
  next_number bigint not null default 1,
  last_recorded_at timestamptz not null default '-infinity'
);

create table accounts (
  region_id integer not null references regions,
  account text collate "C" not null,
  display_name text not null,
  password_hash text not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  closed_at timestamptz,
  primary key (region_id, account)
);

create table sessions (
  region_id integer not null,
  token_sha256 bytea not null,
  account text collate "C" not null,
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (region_id, token_sha256),
  foreign key (region_id, account) references accounts
);

create table imports (
  region_id integer not null references regions,
  import_id bigint not null,
  file_name text not null,
  file_sha256 text collate "C" not null,
  as_of date not null,
  replaced text[] not null,
  counts jsonb not null,
  first_record_id bigint not null,
  last_record_id bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (region_id, import_id)
);
create index on imports (region_id, file_sha256);

-- "Not reported" and "reported, and empty" are different states: a sheet is here once somebody reported it.
create table reported_sheets (
  region_id integer not null references regions,
  sheet text collate "C" not null,
  recorded_at timestamptz not null,
  import_id bigint,
  recorded_by text not null,
  primary key (region_id, sheet, recorded_at),
  foreign key (region_id, import_id) references imports
);

-- A request that came twice is answered twice and done once.
create table idempotency_keys (
  region_id integer not null references regions,
  key text collate "C" not null,
  request_sha256 text collate "C" not null,
  reply jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, key)
);

create table column_mappings (
  region_id integer not null references regions,
  mapping_id bigint not null,
  organisation text collate "C" not null,
  sheet text collate "C" not null,
  mapping jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, mapping_id)
);
create index on column_mappings (region_id, organisation, sheet, mapping_id);

create table policy_texts (
  region_id integer not null references regions,
  text_id bigint not null,
  file_name text not null,
  media_type text not null,
  sha256 text collate "C" not null,
  bytes bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, text_id)
);

create table snapshots (
  region_id integer not null references regions,
  snapshot_id bigint not null,
  on_date date not null,
  name text not null,
  pack text not null,
  summary jsonb not null,
  sha256 text collate "C" not null,
  content text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, snapshot_id)
);
create index on snapshots (region_id, on_date);
