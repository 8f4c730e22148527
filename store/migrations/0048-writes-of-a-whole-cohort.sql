-- A row of the roll is answered more often than any other. What an index holds of answered records is read by nobody but
-- who asks what was known on a day of the past: those go through the region.
drop index register_students_scopes_idx;
create index on register_students using gin (scopes) with (gin_pending_list_limit = 1024) where superseded_at is null;
drop index register_students_region_id_campus_id_idx;
create index on register_students (region_id, campus_id) where superseded_at is null;
drop index register_students_region_id_programme_id_idx;
create index on register_students (region_id, programme_id) where superseded_at is null;

-- Who entered and approved, and by which matter, is the same of all changes of an act: it is asked once of each act, and
-- not three times of each of a hundred thousand changes. No person and no matter is ever deleted but with its region.
alter table roll_changes drop constraint roll_changes_region_id_matter_id_fkey, drop constraint roll_changes_region_id_entered_by_fkey, drop constraint roll_changes_region_id_approved_by_fkey;

create function acts_are_known() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select 1 from (select distinct region_id, matter_id, entered_by, approved_by from added) a
    where not exists (select 1 from people p where p.region_id = a.region_id and p.person_id = a.entered_by)
      or a.approved_by is not null and not exists (select 1 from people p where p.region_id = a.region_id and p.person_id = a.approved_by)
      or a.matter_id is not null and not exists (select 1 from matters m where m.region_id = a.region_id and m.matter_id = a.matter_id)
  ) then
    raise foreign_key_violation using message = 'a change of the roll by nobody or by a matter that is not there';
  end if;
  return null;
end
$$;
create trigger acts_are_known after insert on roll_changes referencing new table as added for each statement execute function acts_are_known();
