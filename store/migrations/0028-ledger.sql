-- The books. One entries table: an entry is a movement with both of its sides, debit and credit, and one amount, so that
-- nothing that is not balanced can be written down at all. Nothing of it is changed or deleted: what was posted wrongly is
-- reversed by an entry the other way round, and posted again.
create table ledger_entries (
  region_id integer not null,
  -- The record that it follows from, of a register or of `ledger_results`; their numbers are of one series.
  source bigint not null,
  part smallint not null check (part > 0),
  -- 0 when first posted, 1 when that was reversed, 2 when posted again, and so on: a source stands once or not at all.
  turn smallint not null check (turn >= 0),
  debit text collate "C" not null,
  credit text collate "C" not null,
  -- Fen are whole; what comes down is an entry the other way round.
  fen bigint not null check (fen > 0),
  event text collate "C" not null,
  clause text collate "C" not null,
  student_id text collate "C",
  -- Academic year, of grants and earmarks fiscal year.
  year smallint not null,
  -- First day of the month that it is posted in; that of its own day unless that was closed.
  period date not null check (period = date_trunc('month', period::timestamp)),
  valid_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  scopes text[] collate "C" not null,
  primary key (region_id, source, part, turn),
  check (debit <> credit)
);
-- Entries of institutions, which are few, by account; those of students are found by the records that they follow from.
create index on ledger_entries (region_id, debit) where student_id is null;
create index on ledger_entries (region_id, credit) where student_id is null;
create index on ledger_entries using brin (region_id, recorded_at);

-- What is due to one student is found by index; there are few such entries.
create index on ledger_entries (region_id, student_id) where event in ('refund_due_tuition', 'refund_due_dorm', 'refund_due_other', 'refund_paid', 'custody_refunded');

-- The accounts, opened when something is first posted to them: whoever holds one is registered then. Names of
-- institutions, and of teachers by their number.
create table ledger_accounts (
  region_id integer not null references regions,
  account text collate "C" not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, account)
);

-- What stands on an account, kept with every entry, so that a balance costs the same whatever the history. In several
-- parts: writers who post to one account at the same time do not wait for each other.
create table ledger_totals (
  region_id integer not null,
  account text collate "C" not null,
  year smallint not null,
  shard smallint not null,
  debit_fen bigint not null,
  credit_fen bigint not null,
  scopes text[] collate "C" not null,
  primary key (region_id, account, year, shard)
);

-- What a rule came to in a settlement, where it is due: refunds by student, shares and lecture fees by pair. What it comes
-- to later is another record.
create table ledger_results (
  region_id integer not null references regions,
  result_id bigint not null,
  event text collate "C" not null,
  -- What tells it from every other of its event and year.
  subject text collate "C" not null,
  year smallint not null,
  fen bigint not null check (fen > 0),
  student_id text collate "C",
  run_id bigint not null,
  trace jsonb not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, result_id)
);
create unique index on ledger_results (region_id, event, year, subject) where superseded_at is null;

-- A settlement that was posted: of which years, looked at on which day, and how many entries it took.
create table ledger_runs (
  region_id integer not null references regions,
  run_id bigint not null,
  academic_year smallint not null,
  fiscal_year smallint not null,
  as_of date not null,
  posted bigint not null,
  reversed bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, run_id)
);
create index on ledger_runs (region_id, academic_year, fiscal_year, run_id);

-- A month that takes nothing any more, and with it every month before.
create table ledger_closings (
  region_id integer not null references regions,
  period date not null check (period = date_trunc('month', period::timestamp)),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, period)
);

-- Whoever posts says so; whoever closes a month waits for them and they for him. What was closed when the statement
-- began is what its rows are held to.
create function ledger_posting() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  region integer := nullif(current_setting('app.region', true), '')::integer;
begin
  perform pg_advisory_xact_lock_shared(5133028, region);
  perform set_config('app.ledger_through', coalesce((select max(period)::text from ledger_closings where region_id = region), '-infinity'), true);
  return null;
end
$$;
create trigger posting before insert on ledger_entries for each statement execute function ledger_posting();

create function ledger_closing() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(5133028, new.region_id);
  if exists (select 1 from ledger_closings where region_id = new.region_id and period >= new.period) then
    raise exception 'a later month is closed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger closing before insert on ledger_closings for each row execute function ledger_closing();

-- What is not a first posting follows the one before it; every other one takes it back, fen by fen.
create function ledger_turn() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  before ledger_entries;
begin
  select * into before from ledger_entries
    where region_id = new.region_id and source = new.source and part = new.part and turn = new.turn - 1;
  if not found then
    raise exception 'nothing to follow' using errcode = 'check_violation';
  end if;
  if new.turn % 2 = 1 and (new.debit, new.credit, new.fen, new.year, new.event) is distinct from (before.credit, before.debit, before.fen, before.year, before.event) then
    raise exception 'not a reversal' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger turn before insert on ledger_entries for each row when (new.turn > 0) execute function ledger_turn();

-- Totals are kept by their owner, for accounts that are another's as well: a payment moves money on both sides. To be told
-- in the order of accounts, so that two who post to the same ones do not wait for each other in a circle.
create function keep_ledger_totals(accounts text[], years integer[], debits bigint[], credits bigint[]) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  region constant integer := nullif(current_setting('app.region', true), '')::integer;
  own constant smallint := pg_backend_pid() % 32;
  kept bigint := 0;
begin
  for at in 1 .. coalesce(cardinality(accounts), 0) loop
    update ledger_totals set debit_fen = debit_fen + debits[at], credit_fen = credit_fen + credits[at]
      where region_id = region and account = accounts[at] and year = years[at] and shard = own;
    if not found then
      insert into ledger_totals as t (region_id, account, year, shard, debit_fen, credit_fen, scopes)
        select region, a.account, years[at], own, debits[at], credits[at], a.scopes from ledger_accounts a where a.region_id = region and a.account = accounts[at]
        on conflict (region_id, account, year, shard) do update set debit_fen = t.debit_fen + excluded.debit_fen, credit_fen = t.credit_fen + excluded.credit_fen;
    end if;
    kept := kept + 1;
  end loop;
  return kept;
end
$$;

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  funds constant text := format(held, 'app.read_funds', 'app.read_funds');
  fees constant text := format(held, 'app.read_fees', 'app.read_fees');
  kept constant text := format(held, 'app.write_funds', 'app.write_funds');
  -- What belongs to the books as a whole: for whoever reads or writes any of them.
  anybody constant text := '(coalesce(current_setting(''app.read_funds'', true), '''') <> '''' or coalesce(current_setting(''app.write_funds'', true), '''') <> '''')';
begin
  foreach relation in array array['ledger_entries', 'ledger_totals', 'ledger_results', 'ledger_runs', 'ledger_closings', 'ledger_accounts'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
  end loop;
  -- An entry that names a student is read as a record of the student's fees.
  foreach relation in array array['ledger_entries', 'ledger_results'] loop
    execute format('create policy in_reach on %I for select using (%s and (%s or case when student_id is null then %s else %s end))', relation, here, whole, funds, fees);
  end loop;
  execute format('create policy in_reach on ledger_totals for select using (%s and (%s or %s))', here, whole, funds);
  execute format('create policy to_add on ledger_entries for insert with check (%s and period > current_setting(''app.ledger_through'')::date and %s)', here, kept);
  execute format('create policy to_add on ledger_accounts for insert with check (%s and %s)', here, kept);
  execute format('create policy to_add on ledger_results for insert with check (%s and %s)', here, kept);
  execute format('create policy by_owner on ledger_totals to current_user using (%s) with check (%s)', here, here);
  execute format('create policy by_owner on ledger_accounts for select to current_user using (%s)', here);
  execute format('create policy to_answer on ledger_results for update using (%s and %s and superseded_at is null) with check (%s and %s)', here, kept, here, kept);
  foreach relation in array array['ledger_runs', 'ledger_closings'] loop
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, anybody);
    execute format('create policy to_add on %I for insert with check (%s and current_setting(''app.write_funds'', true) = ''*'')', relation, here);
  end loop;
  execute format('create policy in_reach on ledger_accounts for select using (%s and (%s or %s))', here, whole, anybody);
end
$$;
grant select, insert on ledger_entries, ledger_accounts, ledger_results, ledger_runs, ledger_closings to guantong_app;
grant select on ledger_totals to guantong_app;
grant update (superseded_at) on ledger_results to guantong_app;
revoke all on function ledger_posting(), ledger_closing(), ledger_turn(), keep_ledger_totals(text[], integer[], bigint[], bigint[]) from public;
grant execute on function keep_ledger_totals(text[], integer[], bigint[], bigint[]) to guantong_app;
