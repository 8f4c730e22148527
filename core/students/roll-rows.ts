import type { Row } from '../exchange/sheets.ts';
import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import type { ChangeDraft, Place } from './change-draft.ts';
import type { Roll } from './roll.ts';

type RollRow = Pick<Row<'students'>, 'stage' | 'status' | 'grade' | 'cohort' | 'from' | 'to'>;

/** The last row of a student: the one that a change ends. Null without any. */
export function lastRow<R extends Pick<RollRow, 'from'>>(rows: readonly R[]): R | null {
  return rows.reduce<R | null>((last, row) => (last === null || row.from > last.from ? row : last), null);
}

/**
 * Where a student stands by the rows of the register. Whoever was reported in the middle of their studies
 * entered on 1 September of their cohort: the register need not go back that far.
 */
export function rollOfRows(rows: readonly RollRow[]): Roll | null {
  const last = lastRow(rows);
  if (last === null) return null;
  const first = (some: readonly RollRow[]): PlainDate | null => some.reduce<PlainDate | null>((found, { from }) => (found === null || from < found ? from : found), null);
  const begun = date(`${last.cohort}-09-01`);
  const reported = first(rows) ?? last.from;
  return {
    stage: last.stage, status: last.status, grade: last.grade, since: last.from, entered_on: reported < begun ? reported : begun,
    higher_since: first(rows.filter(({ stage }) => stage === 'higher')),
  };
}

/** Whether a row reaches to the day before another one that begins on a day: without it custody would have a gap (R3-a). */
export function reaches({ to }: Pick<RollRow, 'to'>, on: PlainDate): boolean {
  return to === null || to >= addDays(on, -1);
}

type Programme = Pick<Row<'programmes'>, 'programme_id' | 'campus_id'>;

/** What the next row of the roll says: a step-up leads to the campus of the programme, and out of the class (M2-b). */
export function placeAfter(row: Place, roll: Pick<Roll, 'stage' | 'grade' | 'status'>, { name, programme_id, class_id }: Pick<ChangeDraft, 'programme_id' | 'class_id'> & { readonly name: ChangeDraft['name'] | null }, programme: Programme | null): Place {
  const next = { programme_id: row.programme_id, campus_id: row.campus_id, class_id: row.class_id, stage: roll.stage, grade: roll.grade, status: roll.status as Place['status'] };
  switch (name) {
    case 'step_up': return { ...next, campus_id: programme?.campus_id ?? null, class_id: null };
    case 'change_major': return { ...next, programme_id: programme_id ?? row.programme_id, class_id: null, campus_id: roll.stage === 'higher' ? programme?.campus_id ?? null : row.campus_id };
    case 'change_class': return { ...next, class_id: class_id ?? row.class_id };
    default: return next;
  }
}

/** Whether two majors are of one category of the catalogue: the first two of their six digits (C6). */
export function sameCategory(one: string, other: string): boolean {
  return one.slice(0, CATEGORY_DIGITS) === other.slice(0, CATEGORY_DIGITS);
}

const CATEGORY_DIGITS = 2;
