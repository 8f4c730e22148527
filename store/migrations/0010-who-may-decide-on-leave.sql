-- To ask for leave is what the pilot's staff may do; to decide on it takes leave to decide, not leave to read. Whoever
-- asked may take it back.
drop policy to_ask on minor_grants;
create policy to_ask on minor_grants for insert
  with check (region_id = nullif(current_setting('app.region', true), '')::integer and account = current_setting('app.actor', true)
    and nullif(current_setting('app.write_grants', true), '') is not null);
drop policy to_decide on minor_grants;
create policy to_decide on minor_grants for update
  using (region_id = nullif(current_setting('app.region', true), '')::integer and (account = current_setting('app.actor', true)
    or current_setting('app.approve_grants', true) = '*' or scopes && string_to_array(current_setting('app.approve_grants', true), chr(31))))
  with check (region_id = nullif(current_setting('app.region', true), '')::integer);
