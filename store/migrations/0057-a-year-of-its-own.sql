-- S3-g, S3-h: of an assessment or a review there is one open for each year; one that is left open holds up no other year's.
alter table matters add column of_year smallint;
-- The owner is held to row security, too, and belongs to no region.
alter table matters no force row level security;
alter table matter_entries no force row level security;
update matters m set of_year = (e.details ->> 'year')::smallint
  from matter_entries e where e.region_id = m.region_id and e.matter_id = m.matter_id and e.entry_no = 1 and m.kind in ('yearly_assessment', 'yearly_review');
alter table matter_entries force row level security;
alter table matters force row level security;
drop index matters_region_id_kind_subject_idx;
create unique index on matters (region_id, kind, subject) where open and part_of is null
  and kind not in ('finding', 'new_student_list', 'late_student_list', 'major_matter', 'difficulty_ticket', 'support_policy', 'model_case', 'major_advice', 'yearly_assessment', 'yearly_review');
create unique index on matters (region_id, kind, subject, of_year) where open and of_year is not null;
alter table matters add check ((kind in ('yearly_assessment', 'yearly_review')) = (of_year is not null));
