-- The sealed paper of an internship that all have signed; and posts and policies that were wrong, answered by another record
-- that names them: what was recorded stays as it was.
create table placement_papers (
  region_id integer not null,
  placement_id bigint not null,
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
  primary key (region_id, placement_id),
  unique (region_id, code),
  foreign key (region_id, placement_id) references placements,
  foreign key (region_id, file_hash) references files
);
create index on placement_papers (region_id, file_hash);
create index on placement_papers (region_id, series, year, number);

-- Which record it answers, and why; when another answered it. A post's students stand on the first record of its chain.
alter table internship_posts add column answers bigint, add column first_id bigint, add column why text, add column superseded_at timestamptz,
  add foreign key (region_id, answers) references internship_posts, add unique (region_id, answers), add check ((answers is null) = (why is null));
alter table insurance_policies add column answers bigint, add column why text, add column superseded_at timestamptz,
  add foreign key (region_id, answers) references insurance_policies, add unique (region_id, answers), add check ((answers is null) = (why is null)),
  drop constraint insurance_policies_region_id_policy_no_key;
-- A number is that of one policy, as far as it stands.
create unique index on insurance_policies (region_id, policy_no) where superseded_at is null;

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  alter table placement_papers enable row level security;
  alter table placement_papers force row level security;
  execute format('create policy in_reach on placement_papers for select using (%s and (%s or %s))', here, whole, format(held, 'app.read_placements', 'app.read_placements'));
  execute format('create policy removing on placement_papers for delete using (%s and %s)', here, whole);
  -- The last to sign, be it on paper, brings about the paper.
  execute format('create policy to_sign on placement_papers for insert with check (%s and (%s or %s))', here,
    format(held, 'app.write_placements', 'app.write_placements'), format(held, 'app.approve_placements', 'app.approve_placements'));
  execute format('create policy to_mark on insurance_policies for update using (%s and %s) with check (%s and %s)',
    here, format(held, 'app.write_policies', 'app.write_policies'), here, format(held, 'app.write_policies', 'app.write_policies'));
  grant select, insert on placement_papers to guantong_app;
  grant update (superseded_at) on insurance_policies to guantong_app;
  grant update (superseded_at) on internship_posts to guantong_app;
end
$$;
