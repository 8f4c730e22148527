-- Files by the hash of their bytes, each stored once in a region; what names them says who may read them. Official
-- documents: one row for a number, one for each of its versions, one where it was revoked. Nothing of it is edited.
create table files (
  region_id integer not null references regions,
  -- `sha256:…` or `sm3:…`, in hex.
  hash text collate "C" not null check (hash ~ '^(sha256|sm3):[0-9a-f]{64}$'),
  media_type text collate "C" not null,
  bytes_long bigint not null,
  -- Labels of everything that names it.
  scopes text[] collate "C" not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, hash)
);

-- The bytes, in pieces small enough to be passed on one after the other.
create table file_pieces (
  region_id integer not null,
  hash text collate "C" not null,
  at integer not null,
  bytes bytea not null,
  scopes text[] collate "C" not null default '{}',
  primary key (region_id, hash, at),
  foreign key (region_id, hash) references files
);

create table attachments (
  region_id integer not null,
  attachment_id bigint not null,
  hash text collate "C" not null,
  file_name text not null,
  -- What it is attached to: `matters/12`.
  about text collate "C" not null,
  purpose text not null,
  scopes text[] collate "C" not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (region_id, attachment_id),
  foreign key (region_id, hash) references files
);
create index on attachments (region_id, about);
create index on attachments (region_id, hash);

-- The last number given of each series and year. A number is taken in the transaction of its document: what is
-- rolled back takes none.
create table number_series (
  region_id integer not null references regions,
  series text collate "C" not null,
  year integer not null,
  last_number integer not null,
  primary key (region_id, series, year)
);

create table documents (
  region_id integer not null references regions,
  document_id bigint not null,
  kind text collate "C" not null,
  series text collate "C" not null,
  year integer not null,
  number integer not null,
  number_text text not null,
  -- What it is about: `campuses/C1`.
  about text collate "C" not null,
  scopes text[] collate "C" not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, document_id),
  unique (region_id, series, year, number)
);
create index on documents (region_id, about);

create table document_editions (
  region_id integer not null,
  document_id bigint not null,
  version integer not null check (version > 0),
  -- By which anybody can ask whether it is genuine.
  code text collate "C" not null,
  title text not null,
  dated date not null,
  issuer text not null,
  -- Canonical JSON.
  content text not null,
  content_hash text collate "C" not null,
  file_hash text collate "C" not null,
  -- What is signed, and the signature in base64; by it a document is proven without the database.
  statement text not null,
  signature text collate "C" not null,
  key_fingerprint text collate "C" not null,
  -- Why the version before was replaced; empty for the first.
  reason text not null,
  scopes text[] collate "C" not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, document_id, version),
  unique (region_id, code),
  foreign key (region_id, document_id) references documents,
  foreign key (region_id, file_hash) references files
);
create index on document_editions (region_id, file_hash);

create table document_revocations (
  region_id integer not null,
  document_id bigint not null,
  reason text not null,
  scopes text[] collate "C" not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, document_id),
  foreign key (region_id, document_id) references documents
);

-- Policy before grant. To attach files is writing; to give a number, correct and revoke is approving. A document for
-- everybody in the pilot carries the label `region`. Labels of a file grow with what names it, and only the program
-- does that, in the transaction that names it.
do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  seen constant text := '(current_setting(''app.read_documents'', true) = ''*'' or scopes && string_to_array(current_setting(''app.read_documents'', true), chr(31)) or ''region'' = any(scopes) and current_setting(''app.read_documents'', true) <> '''')';
  kept constant text := '(current_setting(''app.write_documents'', true) = ''*'' or scopes && string_to_array(current_setting(''app.write_documents'', true), chr(31)))';
  issued constant text := '(current_setting(''app.approve_documents'', true) = ''*'' or scopes && string_to_array(current_setting(''app.approve_documents'', true), chr(31)))';
  issues constant text := 'current_setting(''app.approve_documents'', true) <> ''''';
  reads constant text := 'current_setting(''app.read_documents'', true) <> ''''';
begin
  foreach relation in array array['files', 'file_pieces', 'attachments', 'number_series', 'documents', 'document_editions', 'document_revocations'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('create policy seen_whole on %I for select using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  foreach relation in array array['files', 'file_pieces'] loop
    execute format('create policy in_reach on %I for select using (%s and %s)', relation, here, seen);
    execute format('create policy to_add on %I for insert with check (%s and (%s or %s))', relation, here, kept, issued);
    execute format('create policy to_relabel on %I for update using (%s and current_setting(''app.relabel'', true) = ''on'') with check (%s and current_setting(''app.relabel'', true) = ''on'')', relation, here, here);
  end loop;
  execute format('create policy in_reach on attachments for select using (%s and %s)', here, seen);
  execute format('create policy to_add on attachments for insert with check (%s and %s)', here, kept);
  execute format('create policy to_end on attachments for update using (%s and %s and ended_at is null) with check (%s and %s)', here, kept, here, kept);
  foreach relation in array array['documents', 'document_editions', 'document_revocations'] loop
    execute format('create policy in_reach on %I for select using (%s and %s)', relation, here, seen);
    execute format('create policy to_issue on %I for insert with check (%s and %s)', relation, here, issued);
  end loop;
  execute format('create policy in_reach on number_series for select using (%s and (%s or %s))', here, reads, issues);
  execute format('create policy to_begin on number_series for insert with check (%s and %s)', here, issues);
  execute format('create policy to_count on number_series for update using (%s and %s) with check (%s and %s)', here, issues, here, issues);
end
$$;
grant update (scopes) on files, file_pieces to guantong_app;
grant update (ended_at, ended_by) on attachments to guantong_app;
grant update (last_number) on number_series to guantong_app;
