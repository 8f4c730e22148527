-- Sums of whole fen in whole fen: what would not fit any more is refused, and sums of parts can be added up.
create aggregate sum_fen (bigint) (sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe);

-- Records of no money make no line of a card; whose they are is asked when a year is settled.
create index on register_receipts (region_id, student_id) where amount_yuan = 0;
create index on register_custody_spending (region_id, student_id) where amount_yuan = 0;
