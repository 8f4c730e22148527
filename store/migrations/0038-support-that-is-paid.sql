-- M10-d: what became of the money of a support: that it is due, was paid, is due no more, is asked back, came back. Each is a
-- record of its own, from which one entry of the books follows; nothing of it is edited.
create table support_movements (
  region_id integer not null references regions,
  -- Of the series of records: the books know an entry's source by it.
  movement_id bigint not null,
  support_id bigint not null,
  -- The claim, the order or the taking back that brought it about.
  matter_id bigint not null,
  move text collate "C" not null check (move in ('due', 'paid', 'dropped', 'reclaimed', 'returned')),
  firm_id text collate "C" not null,
  payer_id text collate "C" not null,
  fen bigint not null check (fen > 0),
  -- The fiscal year in which it was granted.
  year smallint not null,
  moved_on date not null,
  -- The bank's, of what was paid and what came back.
  reference text,
  scopes text[] collate "C" not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (region_id, movement_id),
  unique (region_id, support_id, move),
  foreign key (region_id, support_id) references hiring_supports,
  foreign key (region_id, matter_id) references matters,
  check ((move in ('paid', 'returned')) = (reference is not null))
);
-- Paid or due no more, never both.
create unique index on support_movements (region_id, support_id) where move in ('paid', 'dropped');
create index on support_movements (region_id, payer_id, year);

do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  held constant text := '(current_setting(%L, true) = ''*'' or scopes && string_to_array(current_setting(%L, true), chr(31)))';
  funds constant text := format(held, 'app.read_funds', 'app.read_funds');
  seen constant text := format(held, 'app.read_employment', 'app.read_employment');
  kept constant text := format(held, 'app.write_funds', 'app.write_funds');
begin
  alter table support_movements enable row level security;
  alter table support_movements force row level security;
  execute format('create policy removing on support_movements for delete using (%s and %s)', here, whole);
  execute format('create policy in_reach on support_movements for select using (%s and (%s or %s or %s))', here, whole, funds, seen);
  execute format('create policy to_add on support_movements for insert with check (%s and %s)', here, kept);
  grant select, insert on support_movements to guantong_app;
end
$$;
