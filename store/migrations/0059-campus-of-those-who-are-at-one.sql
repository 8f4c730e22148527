-- Most rows of the secondary stage are at no campus, and nobody asks for those by campus.
drop index register_students_region_id_campus_id_idx;
create index on register_students (region_id, campus_id) where superseded_at is null and campus_id is not null;
