-- What students are billed by, what the bank and the treasury list, and what is paid on: each beside the register rows that it leads to.

-- R4-b, R4-d: rates of a college by academic year, of one programme or of all others; a rate that changes is another record.
create table fee_rates (
  region_id integer not null references regions,
  rate_id bigint not null,
  college_id text collate "C" not null,
  academic_year smallint not null,
  kind text collate "C" not null check (kind in ('tuition', 'dorm', 'custody', 'other')),
  -- Null for every programme that has no rate of its own.
  programme_id text collate "C",
  fen bigint not null check (fen > 0),
  -- The paper that approves it; of custody and other fees the items that may be collected for (R4-f).
  approval text not null check (char_length(approval) between 1 and 200),
  items text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz,
  primary key (region_id, rate_id)
);
create unique index on fee_rates (region_id, college_id, academic_year, kind, coalesce(programme_id, '')) where superseded_at is null;

-- A line of a file of the bank, or of the list of fiscal e-receipts, as it stood there. It counts once.
create table bank_lines (
  region_id integer not null references regions,
  line_id bigint not null,
  college_id text collate "C" not null,
  source text collate "C" not null check (source in ('bank', 'treasury')),
  -- Number of the transaction or of the e-receipt.
  reference text collate "C" not null,
  row_no integer not null,
  file_name text not null,
  file_sha256 text collate "C" not null,
  on_date date not null,
  fen bigint not null check (fen > 0),
  payer text not null,
  student_no text collate "C" not null,
  purpose text not null,
  receiver text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, line_id),
  unique (region_id, college_id, source, reference)
);

-- What became of a line: one entry after another; the last one stands. The program matches what it can and queues the rest.
create table bank_line_entries (
  region_id integer not null,
  line_id bigint not null,
  entry_no integer not null,
  act text collate "C" not null check (act in ('match', 'queue', 'hold', 'return')),
  -- Why the program queued it; what a person said.
  why text collate "C",
  note text not null,
  student_id text collate "C",
  -- The line of the other list that says the same money.
  same_as bigint,
  by_program boolean not null,
  on_date date not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, line_id, entry_no),
  foreign key (region_id, line_id) references bank_lines,
  check ((act = 'queue') = (why is not null))
);

-- The lines of an order to pay, as they were checked: they are paid as they stand here or not at all.
create table payment_order_lines (
  region_id integer not null references regions,
  matter_id bigint not null,
  line_no integer not null,
  kind text collate "C" not null,
  fee text collate "C",
  from_id text collate "C" not null,
  to_id text collate "C" not null,
  student_id text collate "C",
  year smallint not null,
  fen bigint not null check (fen > 0),
  formula text not null,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, matter_id, line_no),
  foreign key (region_id, matter_id) references matters
);

do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  funds constant text := format(held, 'app.read_funds', 'app.read_funds');
  fees constant text := format(held, 'app.read_fees', 'app.read_fees');
  keeps_funds constant text := format(held, 'app.write_funds', 'app.write_funds');
  keeps_fees constant text := format(held, 'app.write_fees', 'app.write_fees');
begin
  foreach relation in array array['fee_rates', 'bank_lines', 'bank_line_entries', 'payment_order_lines'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  execute format('create policy in_reach on fee_rates for select using (%s and (%s or %s))', here, whole, funds);
  execute format('create policy to_add on fee_rates for insert with check (%s and %s)', here, keeps_funds);
  execute format('create policy to_answer on fee_rates for update using (%s and %s and superseded_at is null) with check (%s and %s)', here, keeps_funds, here, keeps_funds);
  -- Lines of files name students and who paid for them: records of fees.
  foreach relation in array array['bank_lines', 'bank_line_entries'] loop
    execute format('create policy in_reach on %I for select using (%s and (%s or %s))', relation, here, whole, fees);
    execute format('create policy to_add on %I for insert with check (%s and %s)', relation, here, keeps_fees);
  end loop;
  execute format('create policy in_reach on payment_order_lines for select using (%s and (%s or case when student_id is null then %s else %s end))', here, whole, funds, fees);
  execute format('create policy to_add on payment_order_lines for insert with check (%s and %s)', here, keeps_funds);
end
$$;
grant update (superseded_at) on fee_rates to guantong_app;
