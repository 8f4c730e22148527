import { describe, expect, test } from 'vitest';
import type { LineJson, SettlementJson } from '../../core/funding/settlement-json.ts';
import { filesOf } from './campus.ts';
import type { Region } from './campus.ts';
import { folderOf, guantong } from './run.ts';

const student = (student_id: string) => ({
  student_id, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: 'P1', school_id: 'S1', campus_id: 'C1', cohort: 2022, stage: 'higher', grade: 4, status: 'enrolled', from: '2025-09-01',
});
const IDS = Array.from({ length: 150 }, (_, at) => `N${at}`);

/** Worked examples 1, 2 and 4: a grant, 147 payers of whom one leaves, custody money spent short and over. */
function wholeYear(paid = '579744.00'): Region {
  return {
    organisations: [
      { org_id: 'H1', name: '学院', kind: 'college', division_code: '330802' }, { org_id: 'S1', name: '学校', kind: 'school', division_code: '330803' },
      { org_id: 'G1', name: '财政局', kind: 'finance_bureau', division_code: '330803' },
    ],
    campuses: [{ campus_id: 'C1', name: '校区', school_id: 'S1', college_id: 'H1', division_code: '330803', form: 'carved_out', status: 'recognised', payer_id: 'G1' }],
    programmes: [{ programme_id: 'P1', school_id: 'S1', college_id: 'H1', secondary_code: '660103', higher_code: '460103', name: '数控' }],
    students: IDS.map(student),
    charges: [
      ...IDS.map((student_id) => ({ student_id, academic_year: 2025, kind: 'tuition', amount_yuan: '6600', due_on: '2025-09-10' })),
      ...['N1', 'N2'].map((student_id) => ({ student_id, academic_year: 2025, kind: 'custody', amount_yuan: '800', due_on: '2025-09-10' })),
    ],
    receipts: [
      ...IDS.slice(0, 147).map((student_id) => ({ receipt_id: `R${student_id}`, student_id, academic_year: 2025, kind: 'tuition', amount_yuan: '6600', received_on: '2025-09-10' })),
      ...['N1', 'N2'].map((student_id) => ({ receipt_id: `RC${student_id}`, student_id, academic_year: 2025, kind: 'custody', amount_yuan: '800', received_on: '2025-09-10' })),
    ],
    departures: [{ student_id: 'N0', on: '2025-12-04', kind: 'withdrawn' }],
    custody_spending: [
      { spending_id: 'U1', student_id: 'N1', academic_year: 2025, item: '教材', amount_yuan: '763.40', spent_on: '2025-10-01' },
      { spending_id: 'U2', student_id: 'N2', academic_year: 2025, item: '教材', amount_yuan: '812.50', spent_on: '2025-10-01' },
    ],
    shares: [{ school_id: 'S1', college_id: 'H1', tuition_share: '60%', from: '2024-09-01' }],
    grant_standards: [{ fiscal_year: 2025, college_id: 'H1', yuan_per_student: '15000' }],
    grant_headcounts: [{ campus_id: 'C1', on: '2024-10-31', students: 120 }, { campus_id: 'C1', on: '2025-10-31', students: 150 }],
    grant_receipts: [{ receipt_id: 'GR1', campus_id: 'C1', payer_id: '', fiscal_year: 2025, amount_yuan: '1400000', received_on: '2025-12-31' }],
    payments: [{ payment_id: 'P1', kind: 'tuition_share', of: '', from_id: 'H1', to_id: 'S1', academic_year: 2025, fiscal_year: '', amount_yuan: paid, paid_on: '2026-01-31' }],
  };
}

async function settledOn(as_of: string, region: Region, ...more: string[]): Promise<{ json: SettlementJson; status: number | null; stderr: string }> {
  const { stdout, stderr, status } = await guantong('settle', folderOf(filesOf(region)), '--academic-year', '2025', '--as-of', as_of, '--json', ...more);
  return { json: JSON.parse(stdout) as SettlementJson, status, stderr };
}

const keys = (value: object | undefined): string[] => Object.keys(value ?? {}).sort();
const lineOf = (json: SettlementJson, kind: string): LineJson | undefined => json.lines.find((line) => line.kind === kind);

describe('settle --json', () => {
  test('the worked examples, to the fen', async () => {
    const { json, status, stderr } = await settledOn('2026-02-01', wholeYear('579743.99'), '--fiscal-year', '2025');
    expect([status, stderr, json.problems]).toEqual([1, '', []]);
    expect(lineOf(json, 'grant')).toMatchObject({ from_id: 'G1', to_id: 'H1', campus_id: 'C1', base_yuan: '15000.00', due_yuan: '1950000.00', paid_yuan: '1400000.00', outstanding_yuan: '550000.00', overdue_yuan: '550000.00', outcome: 'unmet' });
    expect(lineOf(json, 'tuition_share')).toMatchObject({ base_yuan: '966240.00', ratio: '0.6', due_yuan: '579744.00', paid_yuan: '579743.99', outstanding_yuan: '0.01', overdue_yuan: '0.01', outcome: 'unmet' });
    expect(lineOf(json, 'fee_refund')).toMatchObject({ from_id: 'H1', to_id: 'students', due_yuan: '3960.00', campus_id: null });
    expect(json.students.filter(({ kind }) => kind === 'custody')).toEqual([
      { student_id: 'N1', kind: 'custody', charged_yuan: '800.00', received_yuan: '800.00', refund_due_yuan: '36.60', refunded_yuan: '0.00', owed_yuan: '0.00', custody_spent_yuan: '763.40', custody_balance_yuan: '36.60', settlement: 'refund' },
      { student_id: 'N2', kind: 'custody', charged_yuan: '800.00', received_yuan: '800.00', refund_due_yuan: '0.00', refunded_yuan: '0.00', owed_yuan: '12.50', custody_spent_yuan: '812.50', custody_balance_yuan: '-12.50', settlement: 'claim' },
    ]);
  });

  test('field names are those of the contract at every level', async () => {
    const { json } = await settledOn('2026-02-01', wholeYear());
    expect(keys(json)).toEqual(['lines', 'problems', 'students', 'trial_balance']);
    for (const line of json.lines) {
      expect(keys(line)).toEqual(['base_yuan', 'campus_id', 'clause', 'due_yuan', 'from_id', 'kind', 'outcome', 'outstanding_yuan', 'overdue_yuan', 'paid_yuan', 'period', 'ratio', 'reason', 'to_id', 'trace']);
      expect(line.trace.length).toBeGreaterThan(0);
    }
    for (const one of json.students) expect(keys(one)).toEqual(['charged_yuan', 'custody_balance_yuan', 'custody_spent_yuan', 'kind', 'owed_yuan', 'received_yuan', 'refund_due_yuan', 'refunded_yuan', 'settlement', 'student_id']);
    expect(keys(json.trial_balance)).toEqual(['clearing', 'credit_yuan', 'debit_yuan']);
    expect(json.trial_balance.clearing).toContainEqual({ account: 'clearing:tuition_share:S1', balance_yuan: '0.00' });
    expect(json.trial_balance.debit_yuan).toBe(json.trial_balance.credit_yuan);
    const other = json.students.find(({ kind }) => kind === 'tuition');
    expect([other?.custody_spent_yuan, other?.custody_balance_yuan, other?.settlement]).toEqual([null, null, null]);
  });

  test('nothing is open: exit 0', async () => {
    const region = wholeYear();
    const { organisations = [], campuses = [], programmes = [], shares = [] } = region;
    const quiet = { organisations, campuses, programmes, shares, students: [student('N1')], grant_standards: [{ fiscal_year: 2025, college_id: 'H1', yuan_per_student: '0' }], charges: [{ student_id: 'N1', academic_year: 2025, kind: 'tuition', amount_yuan: '6600', due_on: '2025-09-10' }] };
    expect((await settledOn('2025-09-10', quiet)).status).toBe(0);
    expect((await settledOn('2025-09-11', quiet)).status).toBe(1);
  });

  test('an error of the money: exit 2, lists empty, sums zero', async () => {
    const { json, status } = await settledOn('2026-02-01', { ...wholeYear(), shares: [{ school_id: 'S1', college_id: 'H1', tuition_share: '59.99%', from: '2024-09-01' }] });
    expect([status, json.problems]).toEqual([2, [{ sheet: 'shares', row: 2, column: 'tuition_share', code: 'below_floor', value: '0.5999', severity: 'error' }]]);
    expect([json.lines, json.students, json.trial_balance]).toEqual([[], [], { debit_yuan: '0.00', credit_yuan: '0.00', clearing: [] }]);
  });

  test('a payment that names no year: exit 2', async () => {
    const [payment = {}] = wholeYear()['payments'] ?? [];
    const { json, status } = await settledOn('2026-02-01', { ...wholeYear(), payments: [{ ...payment, academic_year: '' }, { ...payment, payment_id: 'P2', kind: 'grant', to_id: 'C1' }] });
    expect([status, json.problems.map(({ row, column, code }) => [row, column, code])]).toEqual([2, [[2, 'academic_year', 'missing_value'], [3, 'fiscal_year', 'missing_value']]]);
  });
});

describe('settle for people', () => {
  test('in either language: what is due, and what it was worked out from', async () => {
    const data = folderOf(filesOf(wholeYear('579743.99')));
    const args = ['settle', data, '--academic-year', '2025', '--fiscal-year', '2025', '--as-of', '2026-02-01'];
    const [chinese, english] = await Promise.all([guantong(...args), guantong(...args, '--lang', 'en')]);
    expect([chinese.status, english.status]).toEqual([1, 1]);
    expect(chinese.stdout).toMatch(/学费拨付 {2}学院 \(H1\) → 学校 \(S1\)\n.*应付 579,744\.00，已付 579,743\.99，未付 0\.01，逾期 0\.01，基数 966,240 × 0\.6/);
    expect(english.stdout).toMatch(/Tuition share {2}学院 \(H1\) → 学校 \(S1\)\n.*due 579,744\.00, paid 579,743\.99, outstanding 0\.01, overdue 0\.01, base 966,240 × 0\.6/);
    expect(english.stdout).toMatch(/36\.60 back to 1, 12\.50 from 1, even for 0/);
    expect(chinese.stdout).toMatch(/账账相符/);
  });

  test('errors are said on stderr', async () => {
    const { status, stdout, stderr } = await guantong('settle', folderOf(filesOf({ ...wholeYear(), shares: [{ school_id: 'S1', college_id: 'H1', tuition_share: '0.5', from: '2024-09-01' }] })), '--academic-year', '2025', '--as-of', '2026-02-01');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/学费分成/);
  });
});

describe('wrong usage: exit 2, said on stderr, nothing on stdout', () => {
  const data = folderOf(filesOf(wholeYear()));
  test.each([
    ['no data', ['settle', '--academic-year', '2025']], ['no academic year', ['settle', data]], ['half a year', ['settle', data, '--academic-year', '25']], ['no such fiscal year', ['settle', data, '--academic-year', '2025', '--fiscal-year', 'x']],
    ['two datasets', ['settle', data, data, '--academic-year', '2025']], ['no such option', ['settle', data, '--academic-year', '2025', '--year', '2025']], ['no such file', ['settle', `${data}-none`, '--academic-year', '2025', '--json']],
    ['a year before the policy', ['settle', data, '--academic-year', '2022', '--as-of', '2026-01-31']],
  ])('%s', async (_what, args) => {
    const { status, stdout, stderr } = await guantong(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim()).not.toBe('');
  });
});
