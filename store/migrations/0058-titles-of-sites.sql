-- M4-a: whose the land and rooms of a campus are, and by which certificate: what the list of sites asks for and no sheet holds.
create table journal_site_titles (
  region_id integer not null, entry_id bigint not null,
  site text collate "C" not null, site_id text not null, owner text not null, certificate_no text,
  scopes text[] collate "C" not null,
  primary key (region_id, entry_id), foreign key (region_id, entry_id) references journal_entries);

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  alter table journal_site_titles enable row level security;
  alter table journal_site_titles force row level security;
  execute format('create policy removing on journal_site_titles for delete using (%s and %s)', here, whole);
  execute format('create policy in_reach on journal_site_titles for select using (%s and (%s or %s))', here, whole, format(held, 'app.read_work', 'app.read_work'));
  execute format('create policy to_add on journal_site_titles for insert with check (%s and %s)', here, format(held, 'app.write_work', 'app.write_work'));
  grant select, insert on journal_site_titles to guantong_app;
end
$$;
