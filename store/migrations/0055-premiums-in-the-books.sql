-- The number under which the books know what a school paid for a policy; of one series with the records of the registers.
create table insurance_premiums (
  region_id integer not null,
  policy_id bigint not null,
  record_id bigint not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, policy_id),
  unique (region_id, record_id),
  foreign key (region_id, policy_id) references insurance_policies
);

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  alter table insurance_premiums enable row level security;
  alter table insurance_premiums force row level security;
  execute format('create policy removing on insurance_premiums for delete using (%s and %s)', here, whole);
  execute format('create policy in_reach on insurance_premiums for select using (%s and (%s or %s))', here, whole, format(held, 'app.read_funds', 'app.read_funds'));
  execute format('create policy to_add on insurance_premiums for insert with check (%s and %s)', here, format(held, 'app.write_funds', 'app.write_funds'));
end
$$;
grant select, insert on insurance_premiums to guantong_app;

-- Cards are opened while nothing stands on an account that a line of theirs could be on: bills, premiums and earmarks of the year do not matter.
create or replace function ledger_opening_cards() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  region constant integer := nullif(current_setting('app.region', true), '')::integer;
begin
  perform pg_advisory_xact_lock(5133028, region);
  if exists (select 1 from ledger_totals where region_id = region and year = current_setting('app.card_year')::integer and account ~ '^(tuition|clearing:(dorm|custody|custody_held|other)):') then
    raise exception 'something of the year stands already' using errcode = 'unique_violation', constraint = 'ledger_entries_pkey';
  end if;
  perform set_config('app.ledger_through', coalesce((select max(period)::text from ledger_closings where region_id = region), '-infinity'), true);
  return null;
end
$$;
