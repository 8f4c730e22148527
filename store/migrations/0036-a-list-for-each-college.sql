-- M3-c: a school with several colleges has a list of new students with each of them, all open at once.
drop index matters_region_id_kind_subject_idx;
create unique index on matters (region_id, kind, subject) where open and part_of is null and kind not in ('finding', 'new_student_list', 'late_student_list');
