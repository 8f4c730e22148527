import type { TypedRow, TypedSheets } from '../check/made-dataset.ts';

/** A student of the final grade who is at school; grade 4 a year before unless the roll says otherwise. */
export function finalYearRow(student_id: string, given: TypedRow = {}): TypedRow {
  return {
    student_id, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: 'P', school_id: 'S', campus_id: 'C', cohort: 2021,
    stage: 'higher', grade: 5, status: 'internship', from: '2025-09-01', ...given,
  };
}

export const skill = (student_id: string, level: number, given: TypedRow = {}): TypedRow => ({
  student_id, kind: 'skill', name: '电工', level, number: `S00003300000126${level}${student_id.replace(/\D/g, '').padStart(6, '0')}`,
  issued_on: '2026-05-20', verified: 'yes', ...given,
});

export const passed = (student_id: string, given: TypedRow = {}): TypedRow => (
  { student_id, required: '140', earned: '140', conduct_ok: 'yes', internship_ok: 'yes', ...given });

/** N1, who has exactly what graduation asks for and nothing to spare, and N2, a year behind; rows given take the place of a sheet's. */
export function finalYear(given: TypedSheets = {}): TypedSheets {
  return {
    students: [finalYearRow('N1'), finalYearRow('N2', { grade: 4 })],
    credits: [passed('N1')],
    certificates: [skill('N1', 3)],
    filings: [{ student_id: 'N1', list_no: '名册', filed_on: '2021-12-05' }],
    charges: [{ student_id: 'N1', academic_year: 2025, kind: 'tuition', amount_yuan: '6600', due_on: '2026-06-20' }],
    receipts: [{ receipt_id: 'R1', student_id: 'N1', academic_year: 2025, kind: 'tuition', amount_yuan: '6600', received_on: '2026-06-20' }],
    ...given,
  };
}
