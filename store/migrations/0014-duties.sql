-- What is owed to whom by when, as the program works it out from registers and matters: one row for each duty and what
-- set it off, and an act for each time that it began, ended or was told of. Nobody types them in. The student that a
-- duty is about stands apart, to be seen by whoever may see students.
create table duties (
  region_id integer not null references regions,
  duty_key text collate "C" not null,
  duty text collate "C" not null,
  clause text collate "C" not null,
  -- `org:S1`, `campus:C1`, `region`; `student` where duty_students says which.
  about text collate "C" not null,
  opened_on date not null,
  -- The day from which the deadline counts, where that is another.
  counts_from date,
  due_on date not null,
  -- Years that the deadline was counted through without a table of holidays.
  without_table integer[] not null default '{}',
  closed_on date,
  before_go_live boolean not null,
  -- What set it off no longer stands.
  lifted boolean not null default false,
  -- What it is about, as labels; and the posts that owe it, as `school_registrar@S1`.
  place text[] collate "C" not null,
  owed_by text[] collate "C" not null,
  scopes text[] collate "C" not null,
  -- The next day on which somebody is to be told.
  next_on date,
  -- By which rules and holidays it was worked out.
  reckoned_by text collate "C" not null,
  changed_at timestamptz not null,
  primary key (region_id, duty_key)
);
create index on duties (region_id, duty);
create index on duties (region_id, due_on) where closed_on is null and not before_go_live and not lifted;

create table duty_students (
  region_id integer not null,
  duty_key text collate "C" not null,
  student_id text collate "C" not null,
  scopes text[] collate "C" not null,
  primary key (region_id, duty_key),
  foreign key (region_id, duty_key) references duties deferrable initially deferred
);
create index on duty_students (region_id, student_id);

-- `opened`, `closed/2025-10-09`, `reopened/…`, `lifted/…`, `told/0`: each once.
create table duty_acts (
  region_id integer not null,
  duty_key text collate "C" not null,
  act text collate "C" not null,
  on_day date not null,
  to_role text collate "C",
  posts text[] collate "C" not null default '{}',
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  primary key (region_id, duty_key, act),
  foreign key (region_id, duty_key) references duties deferrable initially deferred
);

-- When a region was reckoned last; two at once wait for each other here.
create table duty_runs (
  region_id integer not null references regions,
  ran_at timestamptz,
  primary key (region_id)
);

-- From which day on duties are owed; the latest row holds.
create table duty_starts (
  region_id integer not null references regions,
  start_id bigint not null,
  go_live date not null,
  recorded_at timestamptz not null,
  recorded_by text collate "C" not null,
  primary key (region_id, start_id)
);

-- A year's holidays and make-up workdays where they are other than published, or later; the latest version holds.
create table holiday_years (
  region_id integer not null references regions,
  year integer not null check (year between 2000 and 2999),
  version integer not null,
  off_days date[] not null,
  worked_days date[] not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text collate "C" not null,
  primary key (region_id, year, version)
);

-- An address at which a calendar program reads somebody's duties; only the digest of its secret is kept.
create table calendar_feeds (
  region_id integer not null,
  feed_id bigint not null,
  account text collate "C" not null,
  secret_sha256 bytea not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, feed_id),
  unique (region_id, secret_sha256),
  foreign key (region_id, account) references accounts
);
create index on calendar_feeds (region_id, account);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  program constant text := 'current_setting(''app.actor'', true) = ''guantong''';
  own constant text := 'account = current_setting(''app.actor'', true)';
  owed constant text := '(current_setting(''app.read_duties'', true) = ''*'' or scopes && string_to_array(current_setting(''app.read_duties'', true), chr(31)))';
  student constant text := '(current_setting(''app.read_students'', true) = ''*'' or scopes && string_to_array(current_setting(''app.read_students'', true), chr(31)))';
begin
  foreach relation in array array['duties', 'duty_students', 'duty_acts', 'duty_runs', 'duty_starts', 'holiday_years', 'calendar_feeds'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('create policy seen_whole on %I for select using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  foreach relation in array array['duties', 'duty_acts'] loop
    execute format('create policy in_reach on %I for select using (%s and %s)', relation, here, owed);
  end loop;
  execute format('create policy in_reach on duty_students for select using (%s and %s)', here, student);
  execute format('create policy reckoning on duty_runs for select using (%s and %s)', here, program);
  -- Worked out by the program, in nobody's name.
  foreach relation in array array['duties', 'duty_students', 'duty_acts', 'duty_runs'] loop
    execute format('create policy to_reckon on %I for insert with check (%s and %s)', relation, here, program);
    execute format('create policy to_reckon_anew on %I for update using (%s and %s) with check (%s and %s)', relation, here, program, here, program);
  end loop;
  -- Holidays and the first day are everybody's to read; the office's to write.
  foreach relation in array array['duty_starts', 'holiday_years'] loop
    execute format('create policy to_read on %I for select using (%s and current_setting(''app.read_policy'', true) = ''*'')', relation, here);
    execute format('create policy to_add on %I for insert with check (%s and current_setting(''app.write_policy'', true) = ''*'')', relation, here);
  end loop;
  execute format('create policy own_rows on calendar_feeds for select using (%s and (%s or current_setting(''app.read_accounts'', true) = ''*''))', here, own);
  execute format('create policy to_make on calendar_feeds for insert with check (%s and %s)', here, own);
  execute format('create policy to_mark on calendar_feeds for update using (%s and (%s or %s)) with check (%s)', here, own, program, here);
end
$$;

grant update (clause, about, opened_on, counts_from, due_on, without_table, closed_on, before_go_live, lifted, place, owed_by, scopes, next_on, reckoned_by, changed_at) on duties to guantong_app;
grant update (scopes) on duty_students to guantong_app;
grant update (ran_at) on duty_runs to guantong_app;
grant update (last_used_at, ended_at) on calendar_feeds to guantong_app;
