import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { AT_SCHOOL, type RollStatus } from '../students/roll.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { GraduationRules } from './rules.ts';

/** All that the audit of one student reads. Null: the sheet, or the student's row in it, was not reported. */
export interface StudentRecords {
  /** The row of the roll that is in force. */
  readonly roll: Row<'students'>;
  /** First day of the student's first row of the higher stage. */
  readonly higher_since: PlainDate;
  readonly credits: Row<'credits'> | null;
  readonly certificates: readonly Row<'certificates'>[] | null;
  readonly filing: Row<'filings'> | null;
  /** False where no list was reported at all. */
  readonly filings_reported: boolean;
  readonly charges: readonly Row<'charges'>[];
  readonly receipts: readonly Row<'receipts'>[];
}

/** Who may graduate: whoever is at school, and who completed without diploma before. */
export const MAY_GRADUATE: ReadonlySet<RollStatus> = new Set<RollStatus>([...AT_SCHOOL, 'completed']);

/** The records of everybody who is audited on a day, by student id: who is suspended or whose place is kept is not. Every sheet is gone through once. */
export function auditedRecords(dataset: Dataset, on: PlainDate, rules: GraduationRules, statuses: ReadonlySet<RollStatus> = AT_SCHOOL): StudentRecords[] {
  const rolls = new Map<string, Row<'students'>>();
  for (const row of dataset.students ?? []) {
    if (row.stage === 'higher' && row.grade === rules.final_grade && statuses.has(row.status) && inForce(row, on)) rolls.set(row.student_id, row);
  }
  const since = new Map<string, PlainDate>();
  for (const { student_id, stage, from } of dataset.students ?? []) {
    if (stage !== 'higher' || !rolls.has(student_id)) continue;
    const earlier = since.get(student_id);
    if (earlier === undefined || from < earlier) since.set(student_id, from);
  }
  const audited = ({ student_id }: { readonly student_id: string }): string | null => (rolls.has(student_id) ? student_id : null);
  const credits = new Map(dataset.credits?.map((row) => [row.student_id, row]));
  const filings = new Map(dataset.filings?.map((row) => [row.student_id, row]));
  const certificates = groupBy(dataset.certificates, audited);
  const charges = groupBy(dataset.charges, audited);
  const receipts = groupBy(dataset.receipts, audited);
  return [...rolls.keys()].sort().map((id) => {
    const roll = rolls.get(id) as Row<'students'>;
    return {
      roll,
      higher_since: since.get(id) ?? roll.from,
      credits: credits.get(id) ?? null,
      certificates: dataset.certificates === undefined ? null : certificates.get(id) ?? [],
      filing: filings.get(id) ?? null,
      filings_reported: dataset.filings !== undefined,
      charges: charges.get(id) ?? [],
      receipts: receipts.get(id) ?? [],
    };
  });
}
