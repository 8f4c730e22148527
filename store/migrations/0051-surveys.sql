-- S3-h: what people of the pilot are asked once a year, without anybody learning who said what. That somebody answered is
-- marked by account; what they said is added to the sums of their kind at their place, in the same transaction, and is kept
-- nowhere by itself: no row of an answer, no account, no time and no order stands beside it. Words of one's own lie in pages
-- of a kind, sorted by their text.
create table surveys (
  region_id integer not null references regions,
  survey_id bigint not null,
  year smallint not null check (year between 2000 and 2100),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  answerers text[] collate "C" not null check (cardinality(answerers) > 0),
  -- So many answers at least are shown together, whatever the rule becomes while it runs.
  least smallint not null check (least >= 5),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, survey_id)
);

create table survey_withdrawals (
  region_id integer not null,
  survey_id bigint not null,
  reason text not null check (char_length(reason) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, survey_id),
  foreign key (region_id, survey_id) references surveys
);

create table survey_marks (
  region_id integer not null,
  survey_id bigint not null,
  account text collate "C" not null,
  primary key (region_id, survey_id, account),
  foreign key (region_id, survey_id) references surveys
);

-- Places where somebody answered, with whose they are: which results somebody reads.
create table survey_places (
  region_id integer not null,
  survey_id bigint not null,
  unit text collate "C" not null,
  scopes text[] collate "C" not null,
  primary key (region_id, survey_id, unit),
  foreign key (region_id, survey_id) references surveys
);

create table survey_tallies (
  region_id integer not null,
  survey_id bigint not null,
  answerers text collate "C" not null,
  unit text collate "C" not null,
  answered integer not null check (answered > 0),
  -- By question, in the order in which they are declared.
  sums integer[] not null,
  primary key (region_id, survey_id, answerers, unit),
  foreign key (region_id, survey_id) references surveys
);

create table survey_remarks (
  region_id integer not null,
  survey_id bigint not null,
  answerers text collate "C" not null,
  page integer not null check (page > 0),
  texts text[] not null check (cardinality(texts) between 1 and 50),
  primary key (region_id, survey_id, answerers, page),
  foreign key (region_id, survey_id) references surveys
);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  asked constant text := 'current_setting(''app.write_surveys'', true) <> ''''';
  reads constant text := 'current_setting(''app.read_surveys'', true) <> ''''';
  everything constant text := 'current_setting(''app.read_surveys'', true) = ''*''';
  opens constant text := 'current_setting(''app.approve_surveys'', true) = ''*''';
  own constant text := 'account = current_setting(''app.actor'', true)';
begin
  foreach relation in array array['surveys', 'survey_withdrawals', 'survey_marks', 'survey_places', 'survey_tallies', 'survey_remarks'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  foreach relation in array array['surveys', 'survey_withdrawals'] loop
    execute format('create policy in_reach on %I for select using (%s and (%s or %s or %s))', relation, here, whole, reads, asked);
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, opens);
  end loop;
  -- Who answered is for themselves, and for the count.
  execute format('create policy in_reach on survey_marks for select using (%s and (%s or %s and %s))', here, whole, own, asked);
  execute format('create policy to_add on survey_marks for insert with check (%s and %s and %s)', here, own, asked);
  execute format('create policy in_reach on survey_places for select using (%s and (%s or %s or scopes && string_to_array(current_setting(''app.read_surveys'', true), chr(31))))', here, whole, everything);
  execute format('create policy to_add on survey_places for insert with check (%s and %s)', here, asked);
  -- Sums are for nobody's reach: results are worked out over the whole and cut to places in reach. Words are for those who read all of it.
  execute format('create policy in_reach on survey_tallies for select using (%s and %s)', here, whole);
  execute format('create policy in_reach on survey_remarks for select using (%s and (%s or %s))', here, whole, everything);
  foreach relation in array array['survey_tallies', 'survey_remarks'] loop
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, asked);
    execute format('create policy to_add_to on %I for update using (%s and %s) with check (%s and %s)', relation, here, asked, here, asked);
  end loop;
  grant update (answered, sums) on survey_tallies to guantong_app;
  grant update (texts) on survey_remarks to guantong_app;
end
$$;
