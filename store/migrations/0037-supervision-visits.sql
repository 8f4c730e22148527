-- S3-a, S3-c: a visit of a college at a school, with the checklist as it then was; it is written once, a correction is
-- another visit that answers it. Each line that is not met has the finding that it opened.
create table supervision_visits (
  region_id integer not null references regions,
  visit_id bigint not null,
  kind text collate "C" not null check (kind in ('quality', 'conduct')),
  college_id text collate "C" not null,
  school_id text collate "C" not null,
  -- The academic year that it counts for, and of a visit on quality the term.
  year smallint not null,
  term smallint check (term in (1, 2)),
  on_date date not null,
  visitors text not null check (char_length(visitors) between 1 and 300),
  note text not null,
  -- Canonical JSON: the lines, with clause, words, programme and version of its scheme.
  checklist text not null,
  checklist_hash text collate "C" not null,
  answers bigint,
  reason text,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, visit_id),
  unique (region_id, answers),
  foreign key (region_id, answers) references supervision_visits,
  check ((answers is null) = (reason is null)),
  check ((kind = 'quality') = (term is not null))
);
create index on supervision_visits (region_id, school_id, on_date);

create table supervision_lines (
  region_id integer not null,
  visit_id bigint not null,
  line text collate "C" not null,
  answer text collate "C" not null check (answer in ('met', 'not_met', 'not_looked_at')),
  remark text not null,
  severity text collate "C" check (severity in ('A', 'B', 'C')),
  matter_id bigint,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, visit_id, line),
  foreign key (region_id, visit_id) references supervision_visits,
  foreign key (region_id, matter_id) references matters,
  check ((answer = 'not_met') = (severity is not null)),
  check ((answer = 'not_met') = (matter_id is not null)),
  check (answer <> 'not_met' or remark <> '')
);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  foreach relation in array array['supervision_visits', 'supervision_lines'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, format(held, 'app.read_supervision', 'app.read_supervision'));
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, format(held, 'app.write_supervision', 'app.write_supervision'));
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
end
$$;
