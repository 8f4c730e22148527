import type { MadeCampusMoney, MadeStudent } from './made-payments.ts';
import { add } from './made-sheets.ts';
import type { MadeRow, MadeSheets } from './made-sheets.ts';
import type { Asked } from './naive-money.ts';
import type { Random } from './random.ts';

/** Puts one thing wrong into a year of money and tells the code that must be reported. */
export function flawMoney(random: Random, sheets: MadeSheets, campuses: readonly MadeCampusMoney[], students: readonly MadeStudent[], { year, fiscal, day }: Asked): string {
  const campus = random.pick(campuses);
  const student = students.length === 0 ? null : random.pick(students);
  const other = campus.college === 'H1' ? 'H2' : 'H1';
  const payment = (kind: string, from_id: string, to_id: string, more: MadeRow = {}): (() => void) => () => add(sheets, 'payments', { payment_id: 'flaw', kind, from_id, to_id, academic_year: kind === 'grant' ? '' : year, fiscal_year: kind === 'grant' ? fiscal : '', amount_yuan: '1', paid_on: day, ...more });
  const freshman = (): void => {
    add(sheets, 'students', { student_id: 'N-flaw', name: '学生', sex: 2, birth_date: '2008-02-29', programme_id: `P${campus.id}`, school_id: campus.school, cohort: year, stage: 'secondary', grade: 1, status: 'enrolled', from: `${year - 1}-09-01` });
    add(sheets, 'students', { student_id: 'N-flaw', name: '学生', sex: 2, birth_date: '2008-02-29', programme_id: `P${campus.id}`, school_id: campus.school, campus_id: campus.id, cohort: year, stage: 'higher', grade: 5, status: 'graduated', from: `${year - 3}-09-01`, to: `${year - 2}-08-31` });
  };
  const flaws: (readonly [code: string, put: () => void])[] = [
    ['wrong_party', payment('tuition_share', campus.school, campus.college)],
    ['wrong_party', payment('tuition_share', campus.college, campus.id)],
    ['wrong_party', payment('dorm', campus.college, campus.school)],
    ['wrong_party', payment('custody', other, campus.id)],
    ['wrong_party', payment('grant', campus.payer === '' ? 'G1' : campus.payer, campus.id)],
    ['wrong_party', payment('lecture_fee', campus.id, campus.school)],
    ['wrong_party', payment('forwarded', campus.college, campus.college)],
    ['missing_value', payment('dorm', campus.college, campus.id, { academic_year: '' })],
    ['missing_value', payment('grant', campus.college, campus.id, { fiscal_year: '' })],
    ['missing_value', () => add(sheets, 'grant_receipts', { receipt_id: 'flaw', fiscal_year: fiscal, amount_yuan: '1', received_on: day })],
    ...(campuses.some(({ payer }) => payer === '') ? [] : [
      ['wrong_party', () => add(sheets, 'grant_receipts', { receipt_id: 'flaw', payer_id: 'H1', fiscal_year: fiscal, amount_yuan: '1', received_on: day })] as const,
    ]),
    ['below_floor', () => add(sheets, 'shares', { school_id: campus.school, college_id: campus.college, tuition_share: '0.5999', from: `${year}-08-01` })],
    ['not_higher_stage', () => { freshman(); add(sheets, 'charges', { student_id: 'N-flaw', academic_year: year, kind: 'tuition', amount_yuan: '1', due_on: day }); }],
    ['not_higher_stage', () => { freshman(); add(sheets, 'custody_spending', { spending_id: 'flaw', student_id: 'N-flaw', academic_year: year, item: '教材', amount_yuan: '1', spent_on: day }); }],
    ['wrong_party', () => { freshman(); payment('custody_refund', campus.id, 'N-flaw')(); }],
    ...(student === null ? [] : [
      ['wrong_party', payment('fee_refund', student.campus.school, student.id, { of: 'dorm' })] as const,
      ['missing_value', payment('fee_refund', student.campus.college, student.id)] as const,
    ]),
  ];
  const [code, put] = random.pick(flaws);
  put();
  return code;
}
