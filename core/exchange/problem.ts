/** What can be wrong with a row; errors stop an import, warnings do not. */
export type ErrorCode =
  | 'missing_column' | 'missing_value' | 'not_a_number' | 'not_a_date' | 'not_allowed' | 'negative'
  | 'too_many_decimals' | 'duplicate_key' | 'overlap' | 'share_over_one' | 'unknown_reference'
  | 'from_after_to' | 'not_higher_stage' | 'wrong_party' | 'below_floor'
  /** Found only where records are stored: the row, or what it would answer, is another institution's. */
  | 'not_yours'
  /** Of admitted students: what their number says of them, their programme, and its line of the year's plan. */
  | 'id_wrong' | 'id_birth_date' | 'id_sex' | 'not_of_school' | 'no_plan' | 'line_not_filed' | 'over_quota' | 'pilot_stopped' | 'settled_already'
  /** Of a list of names: not who is on the roll under this number. */
  | 'another_name'
  /** Of a score: more than the test gives. */
  | 'above_full_marks';
export type WarningCode =
  | 'unknown_column' | 'unknown_sheet' | 'duplicate_row' | 'code_pattern' | 'id_checksum'
  | 'wrong_stage_at_campus' | 'headcount_differs' | 'no_charge' | 'unusual_age' | 'no_id'
  /** Of custody money, found only where lists are stored: spent on what no approved list names. */
  | 'item_not_approved';
export type ProblemCode = ErrorCode | WarningCode;

/** One finding about one cell, row or sheet. `row` is null for a whole sheet, `column` for a whole row. */
export interface Problem {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly value: string | null;
  readonly severity: 'error' | 'warning';
}

const warnings: Readonly<Record<WarningCode, true>> = {
  unknown_column: true, unknown_sheet: true, duplicate_row: true, code_pattern: true, id_checksum: true,
  wrong_stage_at_campus: true, headcount_differs: true, no_charge: true, unusual_age: true, no_id: true, item_not_approved: true,
};

/** A problem with the severity that belongs to its code. */
export function problem(
  sheet: string, row: number | null, column: string | null, code: ProblemCode, value: string | null,
): Problem {
  return { sheet, row, column, code, value, severity: code in warnings ? 'warning' : 'error' };
}

/** Whether anything is wrong that stops judging and importing. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
