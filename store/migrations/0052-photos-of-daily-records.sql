-- M3-a, R6-e: whoever is on duty hangs photos at daily records of their own. Such files carry, beside the labels of the record,
-- `round:` and each organisation; who reaches them by that label alone adds files at journals only, and ends those that they added.
drop policy to_add on attachments;
drop policy to_end on attachments;
do $$
declare
  here constant text := 'region_id = nullif(current_setting(''app.region'', true), '''')::integer';
  kept constant text := '(current_setting(''app.write_documents'', true) = ''*'' or scopes && string_to_array(regexp_replace(current_setting(''app.write_documents'', true), ''round:[^'' || chr(31) || '']*'', '''', ''g''), chr(31)))';
  on_duty constant text := 'scopes && string_to_array(current_setting(''app.write_documents'', true), chr(31))';
  own constant text := 'recorded_by = current_setting(''app.actor'', true)';
begin
  execute format('create policy to_add on attachments for insert with check (%s and (%s or about like ''journals/%%'' and %s and %s))', here, kept, on_duty, own);
  execute format('create policy to_end on attachments for update using (%s and ended_at is null and (%s or %s and %s)) with check (%s and (%s or %s and %s))', here, kept, on_duty, own, here, kept, on_duty, own);
end
$$;
