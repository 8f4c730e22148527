import type { Row } from '../../core/exchange/sheets.ts';
import type { Keeper, Roll } from '../../core/students/roll.ts';
import { lastRow, rollOfRows } from '../../core/students/roll-rows.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';

type Student = Row<'students'>;
type Programme = Row<'programmes'>;

/** What the registers tell of one student's roll. */
export interface KnownRoll {
  /** As they were recorded; `row` is the number of the record. */
  readonly rows: readonly Student[];
  readonly last: Student;
  readonly roll: Roll;
  /** That of the last row; null where the register does not know it. */
  readonly programme: Programme | null;
}

/** To be asked within `tx.whole`, or it is cut to what is in reach. Null where no row has the student. */
export async function knownRoll(tx: Transaction, student_id: string): Promise<KnownRoll | null> {
  const rows = await loadRows(tx, 'students', {}, 'r.student_id = $2', student_id);
  const [last, roll] = [lastRow(rows), rollOfRows(rows)];
  if (last === null || roll === null) return null;
  return { rows, last, roll, programme: await programmeNamed(tx, last.programme_id) };
}

export async function programmeNamed(tx: Transaction, programme_id: string): Promise<Programme | null> {
  return (await loadRows(tx, 'programmes', {}, 'r.key = $2', programme_id))[0] ?? null;
}

/** The institution that keeps a stage of this student: the school, or the college of the programme (R3-b, R3-c). */
export function keeperId({ last, programme }: Pick<KnownRoll, 'last' | 'programme'>, keeper: Keeper): string | null {
  return keeper === 'school' ? last.school_id : programme?.college_id ?? null;
}
