-- What became of money that is there for a purpose: spending that was disallowed and came back, what a campus says it needs
-- and what finance answers, and which spending was drawn to be looked at. Spending and budgets themselves stand in the registers.

-- M5-g: what was spent on something it was not for goes back to its earmark. The spending stays as it was recorded.
create table spending_returns (
  region_id integer not null references regions,
  return_id bigint not null,
  spending_id text collate "C" not null,
  campus_id text collate "C" not null,
  fiscal_year smallint not null,
  fund text collate "C" not null,
  category text collate "C" not null,
  fen bigint not null check (fen > 0),
  reason text not null check (char_length(reason) between 1 and 500),
  returned_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, return_id)
);
create index on spending_returns (region_id, spending_id);

-- M5-c: how much a campus needs for a fiscal year, what for, with which heads.
create table funding_needs (
  region_id integer not null references regions,
  need_id bigint not null,
  campus_id text collate "C" not null,
  payer_id text collate "C" not null,
  fiscal_year smallint not null,
  category text collate "C" not null,
  fen bigint not null check (fen > 0),
  purpose text not null check (char_length(purpose) between 1 and 500),
  -- Heads as they were known when it was stated; null where they were not known.
  students integer check (students >= 0),
  students_before integer check (students_before >= 0),
  stated_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, need_id)
);

-- One answer each; who wants to say something else answers another statement.
create table funding_need_answers (
  region_id integer not null,
  need_id bigint not null,
  answer text collate "C" not null check (answer in ('granted', 'partly', 'refused')),
  fen bigint not null check (fen >= 0),
  note text not null,
  answered_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, need_id),
  foreign key (region_id, need_id) references funding_needs
);

-- M5-g: a sample of the spending of a campus and year. Whoever has seed and list draws the same.
create table spending_draws (
  region_id integer not null references regions,
  draw_id bigint not null,
  campus_id text collate "C" not null,
  fiscal_year smallint not null,
  seed text collate "C" not null,
  -- All spending that stood in the register at that moment, in the order of its numbers, and how many were drawn of it.
  listed text[] collate "C" not null,
  size integer not null check (size between 1 and cardinality(listed)),
  drawn_on date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, draw_id)
);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  funds constant text := format(held, 'app.read_funds', 'app.read_funds');
  keeps_funds constant text := format(held, 'app.write_funds', 'app.write_funds');
begin
  foreach relation in array array['spending_returns', 'funding_needs', 'funding_need_answers', 'spending_draws'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, funds);
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, keeps_funds);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
end
$$;
