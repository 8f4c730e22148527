-- That no line of a card lacks anything is asked together with what its numbers may be: a comparison with nothing is not true.
alter table ledger_cards drop constraint ledger_cards_check1, drop constraint ledger_cards_check2,
  add constraint ledger_cards_lines check ((0 < all (sources)) is true and (0 < all (events)) is true and (6 > all (events)) is true and (0 < all (fens)) is true and (date '-infinity' < all (days)) is true);
