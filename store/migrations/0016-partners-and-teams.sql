-- What college, school and firms agreed, and who drives the pilot and runs a campus. Nothing of it is edited: an
-- agreement is answered by a later one, and what becomes of somebody's place in a team is one entry after another.
create table partner_agreements (
  region_id integer not null references regions,
  agreement_id bigint not null,
  number text not null,
  parties text[] collate "C" not null,
  programmes text[] collate "C" not null,
  valid_from date not null,
  valid_to date,
  terms text not null,
  signed_on date not null,
  document_sha256 text collate "C" check (document_sha256 ~ '^[0-9a-f]{64}$'),
  -- The agreement as it was recorded before, and why it was recorded anew.
  answers bigint,
  reason text,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, agreement_id),
  unique (region_id, answers),
  check ((answers is null) = (reason is null) and (valid_to is null or valid_to >= valid_from))
);

create table teams (
  region_id integer not null references regions,
  team_id bigint not null,
  kind text collate "C" not null check (kind in ('promotion', 'management')),
  college_id text collate "C" not null,
  school_id text collate "C" not null,
  campus_id text collate "C",
  set_up_on date not null,
  document text not null,
  document_sha256 text collate "C" check (document_sha256 ~ '^[0-9a-f]{64}$'),
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  ended_on date,
  end_reason text,
  ended_at timestamptz,
  ended_by text,
  primary key (region_id, team_id),
  check ((kind = 'management') = (campus_id is not null)),
  check ((ended_on is null) = (ended_at is null) and (ended_on is null or ended_on >= set_up_on))
);
-- One team of a kind at a time.
create unique index on teams (region_id, kind, college_id, school_id, coalesce(campus_id, '')) where ended_at is null;

-- State and version of somebody's way into a team; what was done is in the entries.
create table team_members (
  region_id integer not null,
  member_id bigint not null,
  team_id bigint not null,
  function text collate "C" not null check (function in ('head', 'member', 'leader', 'staff')),
  name text not null,
  staff_no text collate "C",
  employer_id text collate "C" not null,
  main_post text not null,
  state text collate "C" not null,
  version integer not null default 1,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, member_id),
  foreign key (region_id, team_id) references teams
);
create index on team_members (region_id, team_id);

create table team_entries (
  region_id integer not null,
  member_id bigint not null,
  version integer not null,
  act text collate "C" not null,
  from_state text collate "C",
  to_state text collate "C" not null,
  -- The day and number that the document bears, and the last day of the term that it gives.
  on_day date not null,
  document text,
  term_to date,
  person_id bigint not null,
  in_stead_of bigint,
  role text collate "C" not null,
  reason text,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, member_id, version),
  foreign key (region_id, member_id) references team_members
);

do $$
declare
  relation text;
  kind text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  foreach relation in array array['partner_agreements', 'teams', 'team_members', 'team_entries'] loop
    kind := case when relation = 'partner_agreements' then 'partners' else 'teams' end;
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    -- The program reading for a figure over all records, and removing a sample, sees every row.
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, format(held, 'app.read_' || kind, 'app.read_' || kind));
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, format(held, 'app.write_' || kind, 'app.write_' || kind));
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
    if relation <> 'team_entries' then
      execute format('create policy to_mark on %I for update using (%s and %s) with check (%s and %s)', relation,
        here, format(held, 'app.write_' || kind, 'app.write_' || kind), here, format(held, 'app.write_' || kind, 'app.write_' || kind));
    end if;
  end loop;
end
$$;
grant update (superseded_at) on partner_agreements to guantong_app;
grant update (ended_on, end_reason, ended_at, ended_by) on teams to guantong_app;
grant update (state, version) on team_members to guantong_app;
