-- Whoever reads the fees of a whole region, as the posting of a year does, has its number looked up once and not once for each
-- of some hundred thousand records. Whoever reads less asks by student.
do $$
declare
  register text;
begin
  foreach register in array array['register_receipts', 'register_charges', 'register_custody_spending'] loop
    execute format('alter policy in_reach on %I using (region_id = (select nullif(current_setting(''app.all_fees'', true), '''')::integer)
      or region_id = nullif(current_setting(''app.region'', true), '''')::integer and scopes && string_to_array(current_setting(''app.read_fees'', true), chr(31)))', register);
  end loop;
end
$$;

-- What holds of every card of one statement is looked up once, too.
alter policy to_add on ledger_cards with check (
  region_id = (select nullif(current_setting('app.region', true), '')::integer) and year = (select current_setting('app.card_year')::integer)
  and (open_from is null and (select current_setting('app.ledger_through')) = '-infinity' or open_from > (select current_setting('app.ledger_through')::date))
  and ((select current_setting('app.write_funds', true)) = '*' or scopes && (select string_to_array(current_setting('app.write_funds', true), chr(31)))));
