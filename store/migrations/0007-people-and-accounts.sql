-- People, what they are appointed to, and how they prove who they are. A person has one account. Nothing is edited:
-- appointments and guardianships end by a mark. Secrets are kept as digests only; the secret of a second factor,
-- which must be computed with, is sealed by the application.
create table people (
  region_id integer not null references regions,
  person_id bigint not null,
  kind text collate "C" not null check (kind in ('staff', 'student', 'guardian')),
  display_name text not null,
  -- The student that the person is.
  student_id text collate "C",
  -- The school that keeps the account of a student or guardian.
  org_id text collate "C",
  phone text collate "C",
  scopes text[] collate "C" not null default '{}',
  recorded_at timestamptz not null,
  recorded_by text not null,
  closed_at timestamptz,
  closed_by text,
  primary key (region_id, person_id),
  check ((kind = 'student') = (student_id is not null) and (kind <> 'staff' or scopes = '{}'))
);
create unique index on people (region_id, student_id) where closed_at is null;
-- Not led by region_id: the check of a foreign key, planned while the tables are empty, would take it for the key's own.
create index on people (org_id, kind);

create table appointments (
  region_id integer not null,
  appointment_id bigint not null,
  person_id bigint not null,
  role text collate "C" not null,
  org_id text collate "C",
  campuses text[] collate "C" not null default '{}',
  classes text[] collate "C" not null default '{}',
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (region_id, appointment_id),
  foreign key (region_id, person_id) references people
);
create index on appointments (region_id, person_id);

create table guardianships (
  region_id integer not null,
  guardianship_id bigint not null,
  person_id bigint not null,
  student_id text collate "C" not null,
  relation text not null,
  scopes text[] collate "C" not null default '{}',
  valid_from date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (region_id, guardianship_id),
  unique nulls not distinct (region_id, person_id, student_id, ended_at),
  foreign key (region_id, person_id) references people
);
create index on guardianships (region_id, student_id);

-- An account is a person's; without a password until its slip was used. Sessions and tokens from before
-- `sessions_from` hold no more.
alter table accounts
  alter column password_hash drop not null,
  add column person_id bigint,
  add column scopes text[] collate "C" not null default '{}',
  add column activated_at timestamptz,
  add column factor_at timestamptz,
  add column sessions_from timestamptz not null default '-infinity',
  add foreign key (region_id, person_id) references people,
  add unique (region_id, person_id);

alter table sessions
  add column level text collate "C" not null default 'full' check (level in ('full', 'factor', 'enrol')),
  -- Whether a second factor was shown.
  add column factor boolean not null default false,
  add column idle_s integer not null default 1800,
  add column last_seen_at timestamptz not null default '-infinity';
create index on sessions (region_id, account, started_at);

create table second_factors (
  region_id integer not null,
  account text collate "C" not null,
  -- Sealed; null once it was taken away.
  secret text,
  -- The time step of the last code that was accepted: each code counts once.
  last_step bigint not null default 0,
  -- Set up and not yet confirmed by a code.
  pending text,
  primary key (region_id, account),
  foreign key (region_id, account) references accounts
);

create table recovery_codes (
  region_id integer not null,
  account text collate "C" not null,
  code_sha256 bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, account, code_sha256),
  foreign key (region_id, account) references accounts
);

create table activations (
  region_id integer not null,
  code_sha256 bytea not null,
  account text collate "C" not null,
  purpose text collate "C" not null check (purpose in ('activate', 'reset')),
  scopes text[] collate "C" not null default '{}',
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, code_sha256),
  foreign key (region_id, account) references accounts
);
create index on activations (region_id, account);

create table api_tokens (
  region_id integer not null,
  token_id bigint not null,
  account text collate "C" not null,
  token_sha256 bytea not null,
  label text not null,
  permissions text[] collate "C" not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, token_id),
  unique (region_id, token_sha256),
  foreign key (region_id, account) references accounts
);
create index on api_tokens (region_id, account);

create table identities (
  region_id integer not null,
  identity_id bigint not null,
  account text collate "C" not null,
  issuer text collate "C" not null,
  subject text collate "C" not null,
  linked_at timestamptz not null,
  linked_by text not null,
  ended_at timestamptz,
  primary key (region_id, identity_id),
  unique nulls not distinct (region_id, issuer, subject, ended_at),
  foreign key (region_id, account) references accounts
);
create index on identities (region_id, account);

-- Accounts from before there were people: each is of a person who acts for the office.
do $$
declare
  region record;
  first bigint;
  many bigint;
begin
  for region in select region_id from regions order by 1 loop
    perform set_config('app.region', region.region_id::text, true);
    select count(*) into many from accounts where region_id = region.region_id;
    if many > 0 then
      update regions set next_number = next_number + many where region_id = region.region_id returning next_number - many into first;
      insert into people (region_id, person_id, kind, display_name, recorded_at, recorded_by, closed_at, closed_by)
        select region_id, first + row_number() over (order by created_at, account) - 1, 'staff', display_name, created_at, created_by,
               closed_at, case when closed_at is not null then created_by end
        from accounts where region_id = region.region_id;
      update accounts a set activated_at = created_at, person_id = n.person_id
        from (select account, first + row_number() over (order by created_at, account) - 1 as person_id from accounts where region_id = region.region_id) n
        where a.region_id = region.region_id and a.account = n.account;
      update regions set next_number = next_number + many where region_id = region.region_id returning next_number - many into first;
      insert into appointments (region_id, appointment_id, person_id, role, valid_from, recorded_at, recorded_by)
        select region_id, first + row_number() over (order by person_id) - 1, person_id, 'office', (recorded_at at time zone 'Asia/Shanghai')::date, recorded_at, recorded_by
        from people where region_id = region.region_id;
    end if;
  end loop;
  perform set_config('app.region', '', true);
end
$$;

-- Policy before grant. Accounts are in reach by `accounts`: making and closing is writing, appointing is approving.
-- Whoever writes for a school only never makes or touches staff.
do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  own constant text := 'account = current_setting(''app.actor'', true)';
  read_all constant text := 'current_setting(''app.read_accounts'', true) = ''*''';
  write_all constant text := 'current_setting(''app.write_accounts'', true) = ''*''';
  approve_all constant text := 'current_setting(''app.approve_accounts'', true) = ''*''';
  seen constant text := '(' || read_all || ' or scopes && string_to_array(current_setting(''app.read_accounts'', true), chr(31)))';
  kept constant text := '(' || write_all || ' or scopes && string_to_array(current_setting(''app.write_accounts'', true), chr(31)))';
  kept_people constant text := '(' || write_all || ' or kind <> ''staff'' and scopes && string_to_array(current_setting(''app.write_accounts'', true), chr(31)))';
begin
  foreach relation in array array['people', 'appointments', 'guardianships', 'second_factors', 'recovery_codes', 'activations', 'api_tokens', 'identities'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('create policy seen_whole on %I for select using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  drop policy own_region on accounts;
  drop policy own_region on sessions;

  execute format('create policy in_reach on people for select using (%s and %s)', here, seen);
  execute format('create policy to_add on people for insert with check (%s and %s)', here, kept_people);
  execute format('create policy to_close on people for update using (%s and %s) with check (%s and %s)', here, kept_people, here, kept_people);

  execute format('create policy in_reach on appointments for select using (%s and %s)', here, read_all);
  execute format('create policy to_appoint on appointments for insert with check (%s and %s)', here, approve_all);
  execute format('create policy to_end on appointments for update using (%s and %s) with check (%s and %s)', here, approve_all, here, approve_all);

  foreach relation in array array['guardianships', 'activations'] loop
    execute format('create policy in_reach on %I for select using (%s and %s)', relation, here, seen);
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, kept);
    execute format('create policy to_end on %I for update using (%s and %s) with check (%s and %s)', relation, here, kept, here, kept);
  end loop;

  execute format('create policy in_reach on accounts for select using (%s and (%s or %s))', here, own, seen);
  execute format('create policy to_add on accounts for insert with check (%s and %s)', here, kept);
  execute format('create policy to_mark on accounts for update using (%s and (%s or %s or %s))', here, own, kept, approve_all);

  -- What is the account's own alone; the program finds a session or token by its digest.
  foreach relation in array array['sessions', 'api_tokens', 'identities'] loop
    execute format('create policy own_rows on %I for select using (%s and (%s or %s))', relation, here, own, read_all);
    execute format('create policy to_mark on %I for update using (%s and (%s or %s)) with check (%s and (%s or %s))', relation, here, own, write_all, here, own, write_all);
  end loop;
  execute format('create policy to_open on sessions for insert with check (%s and %s)', here, own);
  execute format('create policy to_make on api_tokens for insert with check (%s and %s)', here, own);
  execute format('create policy to_link on identities for insert with check (%s and (%s or %s))', here, own, write_all);

  foreach relation in array array['second_factors', 'recovery_codes'] loop
    execute format('create policy own_rows on %I for select using (%s and (%s or %s))', relation, here, own, approve_all);
    execute format('create policy to_make on %I for insert with check (%s and %s)', relation, here, own);
    execute format('create policy to_mark on %I for update using (%s and (%s or %s)) with check (%s and (%s or %s))', relation, here, own, approve_all, here, own, approve_all);
  end loop;
end
$$;
grant update (scopes, closed_at, closed_by) on people to guantong_app;
grant update (ended_at, ended_by) on appointments, guardianships to guantong_app;
grant update (activated_at, factor_at, sessions_from) on accounts to guantong_app;
grant update (last_seen_at) on sessions to guantong_app;
grant update (secret, last_step, pending) on second_factors to guantong_app;
grant update (used_at, ended_at) on recovery_codes, activations to guantong_app;
grant update (last_used_at, ended_at) on api_tokens to guantong_app;
grant update (ended_at) on identities to guantong_app;
