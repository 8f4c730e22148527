-- What came in for one student in a year that is posted from the registers at once, and what was spent: one card, with a line
-- for each record. A line is an entry like any other: a movement with both of its sides, `part` 1, `turn` 0. Cards are opened
-- only in a year in which nothing stands; whatever comes later, a line taken back as well, is an entry of its own.
create table ledger_cards (
  region_id integer not null,
  year smallint not null,
  student_id text collate "C" not null,
  college_id text collate "C" not null,
  campus_id text collate "C" not null,
  -- One line each, in the same order; 1 custody_spent, 2 receipt_custody, 3 receipt_dorm, 4 receipt_other, 5 receipt_tuition.
  sources bigint[] not null,
  events smallint[] not null,
  fens bigint[] not null,
  days date[] not null,
  -- The first month that was open; null while none was closed. A line is posted in its own month or in this one.
  open_from date check (open_from = date_trunc('month', open_from::timestamp)),
  recorded_at timestamptz not null,
  recorded_by text not null,
  scopes text[] collate "C" not null,
  primary key (region_id, year, student_id),
  check (cardinality(sources) > 0 and cardinality(events) = cardinality(sources) and cardinality(fens) = cardinality(sources) and cardinality(days) = cardinality(sources)),
  check (0 < all (fens) and 0 < all (events) and 6 > all (events)),
  check (array_position(fens, null) is null and array_position(events, null) is null and array_position(sources, null) is null and array_position(days, null) is null)
);

-- All that the books hold, line by line. Accounts of a line follow from its event and the card's holders; a test holds them to
-- those that the program posts to.
create view ledger_lines with (security_invoker = true) as
  select region_id, source, part, turn, debit, credit, fen, event, clause, student_id, year, period, valid_on, recorded_at, recorded_by, scopes from ledger_entries
  union all
  select c.region_id, l.source, 1::smallint, 0::smallint,
    case l.event when 1 then 'clearing:custody_held:' || c.campus_id else 'bank:' || c.college_id end collate "C",
    case l.event when 1 then 'bank:' || c.campus_id when 2 then 'clearing:custody:' || c.campus_id when 3 then 'clearing:dorm:' || c.campus_id
      when 4 then 'clearing:other:' || c.campus_id when 5 then 'tuition:' || c.college_id end collate "C",
    l.fen, case l.event when 1 then 'custody_spent' when 2 then 'receipt_custody' when 3 then 'receipt_dorm' when 4 then 'receipt_other' when 5 then 'receipt_tuition' end collate "C",
    case l.event when 1 then 'R4-f' when 5 then 'R4-b' else 'R4-d' end collate "C",
    c.student_id, c.year, greatest(date_trunc('month', l.valid_on::timestamp)::date, c.open_from), l.valid_on, c.recorded_at, c.recorded_by, c.scopes
  from ledger_cards c cross join lateral unnest(c.sources, c.events, c.fens, c.days) as l(source, event, fen, valid_on);

-- Whoever opens cards says of which year, and waits for everybody who posts; what stands then is seen.
create function ledger_opening_cards() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  region constant integer := nullif(current_setting('app.region', true), '')::integer;
begin
  perform pg_advisory_xact_lock(5133028, region);
  if exists (select 1 from ledger_totals where region_id = region and year = current_setting('app.card_year')::integer) then
    raise exception 'something of the year stands already' using errcode = 'unique_violation', constraint = 'ledger_entries_pkey';
  end if;
  perform set_config('app.ledger_through', coalesce((select max(period)::text from ledger_closings where region_id = region), '-infinity'), true);
  return null;
end
$$;
create trigger opening before insert on ledger_cards for each statement execute function ledger_opening_cards();

-- A source that stands on a card is not posted again. Whoever posts need not be one who reads it.
create function ledger_not_on_card() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from ledger_cards where region_id = new.region_id and year = new.year and student_id = new.student_id and new.source = any (sources)) then
    raise exception 'the source stands on a card' using errcode = 'unique_violation', constraint = 'ledger_entries_pkey';
  end if;
  return new;
end
$$;
create trigger not_on_card before insert on ledger_entries for each row
  when (new.turn = 0 and new.part = 1 and new.student_id is not null and new.event in ('custody_spent', 'receipt_custody', 'receipt_dorm', 'receipt_other', 'receipt_tuition'))
  execute function ledger_not_on_card();

-- As before, where what is taken back may be a line of the student's card.
create or replace function ledger_turn() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  before record;
begin
  select debit, credit, fen, year, event, student_id into before from ledger_entries
    where region_id = new.region_id and source = new.source and part = new.part and turn = new.turn - 1;
  if not found and new.turn = 1 and new.student_id is not null then
    select debit, credit, fen, year, event, student_id into before from ledger_lines
      where region_id = new.region_id and source = new.source and part = new.part and turn = 0 and year = new.year and student_id = new.student_id;
  end if;
  if not found then
    raise exception 'nothing to follow' using errcode = 'check_violation';
  end if;
  if new.turn % 2 = 1 and (new.debit, new.credit, new.fen, new.year, new.event, new.student_id) is distinct from (before.credit, before.debit, before.fen, before.year, before.event, before.student_id) then
    raise exception 'not a reversal' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
begin
  alter table ledger_cards enable row level security;
  alter table ledger_cards force row level security;
  execute format('create policy removing on ledger_cards for delete using (%s and %s)', here, whole);
  execute format('create policy in_reach on ledger_cards for select using (%s and (%s or %s))', here, whole, format(held, 'app.read_fees', 'app.read_fees'));
  execute format('create policy to_add on ledger_cards for insert with check (%s and year = current_setting(''app.card_year'')::integer and (open_from is null and current_setting(''app.ledger_through'') = ''-infinity'' or open_from > current_setting(''app.ledger_through'')::date) and %s)', here,
    format(held, 'app.write_funds', 'app.write_funds'));
  execute format('create policy by_owner on ledger_cards for select to current_user using (%s)', here);
  execute format('create policy by_owner on ledger_closings for select to current_user using (%s)', here);
end
$$;
grant select, insert on ledger_cards to guantong_app;
grant select on ledger_lines to guantong_app;
revoke all on function ledger_opening_cards(), ledger_not_on_card() from public;
