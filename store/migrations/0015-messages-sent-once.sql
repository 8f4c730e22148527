-- Messages are written down in the transaction of the act that causes them, and sent afterwards. The same cause has
-- the same key and never makes two. What failed stays and is seen.
create table messages (
  region_id integer not null references regions,
  message_id uuid not null,
  key text not null,
  -- Who gets it: the person of an account, or a group by the name of its robot.
  account text collate "C",
  group_name text,
  template text collate "C" not null,
  data jsonb not null,
  -- A one-time code, sealed apart from the rest and taken away once it was sent or holds no more.
  secret bytea,
  secret_key text collate "C",
  -- Where it goes: sealed, as phones are. Filled in when it is sent, beforehand only where the address is the point.
  channel text collate "C" check (channel in ('email', 'sms', 'robot')),
  address text collate "C",
  state text collate "C" not null check (state in ('waiting', 'gathered', 'queued', 'sending', 'sent', 'failed', 'dead')),
  -- waiting: until it is gathered; sending: until the sender that took it is held to be gone.
  next_at timestamptz not null,
  attempts integer not null default 0,
  claim_id uuid,
  last_error text collate "C",
  -- The message that it was sent in.
  gathered_in uuid,
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz,
  sent_at timestamptz,
  primary key (region_id, message_id),
  unique (region_id, key),
  foreign key (region_id, account) references accounts,
  foreign key (region_id, gathered_in) references messages,
  check ((account is null) <> (group_name is null)),
  check (secret is null or state in ('queued', 'sending', 'failed'))
);
create index on messages (region_id, next_at) where state in ('waiting', 'queued', 'sending', 'failed');
create index on messages (region_id, made_at, message_id);
create index on messages (region_id, account, made_at);
create index on messages (region_id, gathered_in);

-- Where a person gets messages; held to be theirs since a code sent there came back. The one chosen last is used.
create table contact_addresses (
  region_id integer not null,
  address_id uuid not null,
  account text collate "C" not null,
  channel text collate "C" not null check (channel in ('email', 'sms')),
  address text collate "C" not null check (address like 'sealed:%'),
  language text collate "C" not null check (language in ('zh', 'en')),
  recorded_at timestamptz not null,
  verified_at timestamptz,
  chosen_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, address_id),
  foreign key (region_id, account) references accounts
);
create index on contact_addresses (region_id, account);

-- Codes of six digits, as digests made with a key that the database never sees; each counts once.
create table one_time_codes (
  region_id integer not null,
  code_id uuid not null,
  account text collate "C" not null,
  purpose text collate "C" not null,
  -- What it is shown for: an address, an agreement.
  subject text not null,
  digest text collate "C" not null,
  tries integer not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, code_id),
  foreign key (region_id, account) references accounts
);
create index on one_time_codes (region_id, account, made_at);

-- Whoever acts may cause a message; the program sends. A person reads what was sent to them, the outbox is read as a whole or not at all.
do $$
declare
  relation text;
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  whole constant text := 'current_setting(''app.whole'', true) = ''on''';
  own constant text := 'account = current_setting(''app.actor'', true)';
begin
  foreach relation in array array['messages', 'contact_addresses', 'one_time_codes'] loop
    execute format('alter table %I enable row level security', relation);
    execute format('alter table %I force row level security', relation);
    execute format('create policy removing on %I for delete using (%s and %s)', relation, here, whole);
    execute format('create policy seen_whole on %I for select using (%s and %s)', relation, here, whole);
    execute format('create policy own_rows on %I for select using (%s and %s)', relation, here, own);
    execute format('grant select, insert on %I to guantong_app', relation);
  end loop;
  execute format('create policy in_reach on messages for select using (%s and current_setting(''app.read_outbox'', true) = ''*'')', here);
  execute format('create policy to_cause on messages for insert with check (%s)', here);
  execute format('create policy to_send on messages for update using (%s and (%s or current_setting(''app.write_outbox'', true) = ''*''))', here, whole);
  foreach relation in array array['contact_addresses', 'one_time_codes'] loop
    execute format('create policy to_make on %I for insert with check (%s and %s)', relation, here, own);
    execute format('create policy to_mark on %I for update using (%s and %s) with check (%s and %s)', relation, here, own, here, own);
  end loop;
end
$$;
grant update (state, next_at, attempts, claim_id, last_error, channel, address, secret, secret_key, gathered_in, sent_at) on messages to guantong_app;
grant update (verified_at, chosen_at, language, ended_at) on contact_addresses to guantong_app;
grant update (tries, used_at, ended_at) on one_time_codes to guantong_app;
