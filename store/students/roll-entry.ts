import type { Row } from '../../core/exchange/sheets.ts';
import type { RollCursor, RollFilter } from './roll-filter.ts';

/** A student on the roll, as the row that holds on the day says. */
export type RollEntry = Pick<Row<'students'>, 'student_id' | 'name' | 'programme_id' | 'school_id' | 'campus_id' | 'cohort' | 'stage' | 'grade' | 'status' | 'class_id' | 'from'>;

export interface RollPage {
  readonly entries: readonly RollEntry[];
  /** How many there are; counting stops at `MOST_COUNTED`, and then there are more. */
  readonly total: number;
  readonly more_than_counted: boolean;
  readonly next: RollCursor | null;
}

export const MOST_COUNTED = 10_000;

/** What is asked for: a page behind a cursor. */
export interface PageAsked {
  readonly filter: RollFilter;
  readonly cursor: RollCursor | undefined;
  readonly limit: number;
}

export interface PageFound {
  /** One more than the page, where there are more. */
  readonly entries: readonly RollEntry[];
  readonly total: number;
}

const COLUMNS = ['student_id', 'name', 'programme_id', 'school_id', 'campus_id', 'cohort', 'stage', 'grade', 'status', 'class_id'].map((name) => `r.${name}`).join(', ');
export const SHOWN = `${COLUMNS}, r.valid_from as "from"`;
