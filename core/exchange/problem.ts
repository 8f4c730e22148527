/** What can be wrong with a row; errors stop an import, warnings do not. */
export type ErrorCode =
  | 'missing_column' | 'missing_value' | 'not_a_number' | 'not_a_date' | 'not_allowed' | 'negative'
  | 'too_many_decimals' | 'duplicate_key' | 'overlap' | 'share_over_one' | 'unknown_reference'
  | 'from_after_to' | 'not_higher_stage' | 'wrong_party' | 'below_floor';
export type WarningCode =
  | 'unknown_column' | 'unknown_sheet' | 'duplicate_row' | 'code_pattern' | 'id_checksum'
  | 'wrong_stage_at_campus' | 'headcount_differs' | 'no_charge';

/** One finding about one cell, row or sheet. `row` is null for a whole sheet, `column` for a whole row. */
export interface Problem {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: ErrorCode | WarningCode;
  readonly value: string | null;
  readonly severity: 'error' | 'warning';
}
