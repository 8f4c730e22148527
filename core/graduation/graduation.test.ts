import { describe, expect, test } from 'vitest';
import { readTyped, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { judgingOn } from '../check/judging.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { anybodyOpen, auditGraduation, type GraduationResult } from './audit.ts';
import { graduationJson, graduationJsonText, type RequirementJson } from './graduation-json.ts';
import { finalYear, finalYearRow, passed, skill } from './made-final-year.ts';

const DAY = '2026-06-20';

function audited(sheets: TypedSheets, { on = DAY, gate = 'block_with_exemption' } = {}): GraduationResult {
  const { dataset, problems } = readTyped(sheets);
  return auditGraduation(dataset, problems, judgingOn(quzhou2024, date(on), new Map([['cert.gate', gate]])));
}

/** The outcome of the first student, and one line of the checklist. */
function lineOf(sheets: TypedSheets, name: string, options?: { on?: string; gate?: string }): [outcome: string | undefined, line: RequirementJson | undefined] {
  const student = graduationJson(audited(sheets, options)).students[0];
  return [student?.outcome, student?.requirements.find((one) => one.name === name)];
}

const withCredits = (given: TypedRow): TypedSheets => finalYear({ credits: [passed('N1', given)] });
const withCertificates = (...certificates: TypedRow[]): TypedSheets => finalYear({ certificates });
const x = (level: string, given: TypedRow = {}): TypedRow => ({ student_id: 'N1', kind: 'x', name: '数控', level, number: 'X-2026-0001', issued_on: DAY, verified: 'yes', ...given });

describe('who is audited', () => {
  const ids = (...students: TypedRow[]): string[] => audited(finalYear({ students })).students.map((one) => one.roll.student_id);

  test('students of the higher stage in grade 5 who are enrolled, repeating or on internship', () => {
    expect(ids(
      finalYearRow('N3'), finalYearRow('N1', { status: 'enrolled' }), finalYearRow('N20', { status: 'repeating' }),
      ...['suspended', 'place_kept', 'withdrawn', 'transferred_out', 'graduated', 'completed', 'incomplete'].map((status) => finalYearRow(status, { status })),
      finalYearRow('four', { grade: 4 }), finalYearRow('three', { grade: 3, stage: 'secondary', campus_id: '' }), finalYearRow('odd', { stage: 'secondary', campus_id: '' }),
    )).toEqual(['N1', 'N20', 'N3']);
  });

  test('from the first day of the row to the last', () => {
    expect(ids(finalYearRow('N1', { from: DAY, to: DAY }), finalYearRow('N2', { from: '2026-06-21' }), finalYearRow('N3', { to: '2026-06-19' }))).toEqual(['N1']);
  });

  test('nobody: nothing is open', () => {
    const result = audited(finalYear({ students: [finalYearRow('N1', { grade: 4 })] }));
    expect([result.students, anybodyOpen(result), result.summary]).toEqual([[], false, { graduated: 0, completed: 0, incomplete: 0, undetermined: 0, exempted: 0 }]);
  });

  test('nobody where no sheet of students was reported, nor before the policy', () => {
    expect(audited({ credits: [passed('N1')] }).students).toEqual([]);
    const before = audited(finalYear({ students: [finalYearRow('N1', { from: '2023-09-01' })] }), { on: '2024-05-28' });
    expect([before.has_rules, before.students]).toEqual([false, []]);
    expect(audited(finalYear({ students: [finalYearRow('N1', { from: '2023-09-01' })] }), { on: '2024-05-29' }).students).toHaveLength(1);
  });

  test('nobody while the data has an error', () => {
    const result = audited(finalYear({ credits: [passed('N1', { earned: '-1' })] }));
    expect([result.students, result.problems.map((one) => one.code)]).toEqual([[], ['negative']]);
  });
});

describe('R3-d: credits', () => {
  test('exactly enough is enough', () => {
    expect(lineOf(finalYear(), 'credits')).toEqual(['graduated', { clause: 'R3-d', name: 'credits', outcome: 'met', counts: true, reason: null, gap: null, missing: [], evidence: [{ sheet: 'credits', rows: [2] }] }]);
  });

  test('a hundredth of a credit short is not: study not completed, with the gap', () => {
    const [outcome, line] = lineOf(withCredits({ earned: '139.99' }), 'credits');
    expect([outcome, line?.outcome, line?.gap]).toEqual(['incomplete', 'unmet', { value: '0.01', unit: 'credit' }]);
  });

  test('no credits row: nothing is known, whatever else is', () => {
    expect(lineOf(finalYear({ credits: [passed('N2')] }), 'credits')).toMatchObject(['undetermined', { outcome: 'undetermined', missing: ['credits'] }]);
    const { credits: _, ...others } = finalYear({ certificates: [] });
    expect(lineOf(others, 'conduct')).toMatchObject(['undetermined', { outcome: 'undetermined', missing: ['credits'] }]);
  });

  test('too few credits come before an answer that is missing and before a line that is unmet', () => {
    expect(lineOf(withCredits({ earned: '139', conduct_ok: '', internship_ok: 'no' }), 'conduct')).toMatchObject(['incomplete', { outcome: 'undetermined', missing: ['conduct_ok'] }]);
  });
});

describe('R3-d: conduct and internship', () => {
  test.each([['conduct', 'conduct_ok'], ['internship', 'internship_ok']])('%s: no is unmet, empty is unknown', (name, column) => {
    expect(lineOf(withCredits({ [column]: 'no' }), name)).toMatchObject(['completed', { outcome: 'unmet', missing: [] }]);
    expect(lineOf(withCredits({ [column]: '' }), name)).toMatchObject(['undetermined', { outcome: 'undetermined', missing: [column] }]);
    expect(lineOf(withCredits({ [column]: '是' }), name)).toMatchObject(['graduated', { outcome: 'met' }]);
  });

  test('one unmet decides although another is unknown', () => {
    expect(lineOf(withCredits({ conduct_ok: 'no', internship_ok: '' }), 'internship')[0]).toBe('completed');
  });
});

describe('M9-e: the certificate', () => {
  test.each([[1, 'met'], [2, 'met'], [3, 'met'], [4, 'unmet'], [5, 'unmet']])('skill level %d: %s', (level, outcome) => {
    expect(lineOf(withCertificates(skill('N1', level)), 'certificate')[1]?.outcome).toBe(outcome);
  });

  test.each([['primary', 'unmet'], ['intermediate', 'met'], ['advanced', 'met']])('X %s: %s', (level, outcome) => {
    expect(lineOf(withCertificates(x(level)), 'certificate')[1]?.outcome).toBe(outcome);
  });

  test('issued on the day of the audit counts, a day later does not', () => {
    expect(lineOf(withCertificates(skill('N1', 3, { issued_on: DAY })), 'certificate')[0]).toBe('graduated');
    expect(lineOf(withCertificates(skill('N1', 3, { issued_on: '2026-06-21' })), 'certificate')).toMatchObject(['completed', { outcome: 'unmet', reason: null }]);
  });

  test('not verified is unknown, beside one that is verified it does not matter', () => {
    const unverified = skill('N1', 3, { verified: 'no' });
    expect(lineOf(withCertificates(unverified), 'certificate')).toMatchObject(['undetermined', { outcome: 'undetermined', missing: ['verified'], evidence: [{ sheet: 'certificates', rows: [2] }] }]);
    expect(lineOf(withCertificates(unverified, x('advanced')), 'certificate')).toMatchObject(['graduated', { outcome: 'met', evidence: [{ sheet: 'certificates', rows: [3] }] }]);
    expect(lineOf(withCertificates(skill('N1', 4, { verified: 'no' })), 'certificate')[1]?.outcome).toBe('unmet');
  });

  test('a skill number whose position 16 is not its level warns and counts as unverified', () => {
    const sheets = withCertificates(skill('N1', 3, { number: 'S000033000001264000001' }));
    expect(lineOf(sheets, 'certificate')).toMatchObject(['undetermined', { missing: ['verified'] }]);
    expect(audited(sheets).problems).toMatchObject([{ sheet: 'certificates', row: 2, column: 'number', code: 'code_pattern', severity: 'warning' }]);
    expect(lineOf(withCertificates(skill('N1', 3, { number: '1' })), 'certificate')[0]).toBe('undetermined');
  });

  test('a number of another shape that names its level warns only', () => {
    const sheets = withCertificates(skill('N1', 3, { number: '2026330000000003' }));
    expect([lineOf(sheets, 'certificate')[0], audited(sheets).problems.map((one) => one.code)]).toEqual(['graduated', ['code_pattern']]);
  });

  test('a decision exempts, and is counted apart; a certificate comes first', () => {
    const exempted = { credits: [passed('N1', { certificate_exemption: '委〔2026〕3号' })] };
    expect(lineOf(finalYear({ ...exempted, certificates: [skill('N1', 4)] }), 'certificate')).toMatchObject(['graduated', { outcome: 'met', reason: 'exempted', evidence: [{ sheet: 'credits', rows: [2] }] }]);
    expect(audited(finalYear({ ...exempted, certificates: [skill('N1', 3, { verified: 'no' })] })).summary).toMatchObject({ graduated: 1, exempted: 1 });
    expect(audited(finalYear(exempted)).summary).toMatchObject({ graduated: 1, exempted: 0 });
  });

  test('no sheet of certificates is unknown unless exempted; a sheet without the student is none', () => {
    const { certificates: _, ...none } = finalYear();
    expect(lineOf(none, 'certificate')).toMatchObject(['undetermined', { outcome: 'undetermined', missing: ['certificates'] }]);
    expect(lineOf({ ...none, credits: [passed('N1', { certificate_exemption: '3号' })] }, 'certificate')[0]).toBe('graduated');
    expect(lineOf(withCertificates(skill('N2', 3)), 'certificate')).toMatchObject(['completed', { outcome: 'unmet', missing: [] }]);
  });

  test('where the pack only warns it is shown and decides nothing', () => {
    expect(lineOf(withCertificates(skill('N1', 4)), 'certificate', { gate: 'warn' })).toMatchObject(['graduated', { outcome: 'unmet', counts: false }]);
    expect(lineOf(withCertificates(skill('N1', 4)), 'certificate')).toMatchObject(['completed', { counts: true }]);
  });
});

describe('M3-c and R4-b: shown, the office decides', () => {
  test('the filed list', () => {
    expect(lineOf(finalYear(), 'list')).toMatchObject(['graduated', { clause: 'M3-c', outcome: 'met', counts: false }]);
    expect(lineOf(finalYear({ filings: [{ student_id: 'N2', list_no: '名册', filed_on: '2021-12-05' }] }), 'list')).toMatchObject(['graduated', { outcome: 'unmet' }]);
    const { filings: _, ...none } = finalYear();
    expect(lineOf(none, 'list')).toMatchObject(['graduated', { outcome: 'undetermined', missing: ['filings'] }]);
  });

  const charge = (amount_yuan: string, due_on: string, academic_year = 2025): TypedRow => ({ student_id: 'N1', academic_year, kind: 'dorm', amount_yuan, due_on });
  const receipt = (amount_yuan: string, received_on = DAY): TypedRow => ({ receipt_id: `R${amount_yuan}`, student_id: 'N1', academic_year: 2025, kind: 'tuition', amount_yuan, received_on });

  test('a fen that is due is due; nothing is due the day before', () => {
    const charges = [charge('1200', DAY), charge('6600.01', '2024-10-01', 2024)];
    expect(lineOf(finalYear({ charges, receipts: [receipt('7800.01')] }), 'fees')[1]).toMatchObject({ clause: 'R4-b', outcome: 'met', counts: false, gap: null });
    expect(lineOf(finalYear({ charges, receipts: [receipt('7800')] }), 'fees')).toMatchObject(['graduated', { outcome: 'unmet', gap: { value: '0.01', unit: 'yuan' } }]);
    expect(lineOf(finalYear({ charges: [charge('1200', '2026-06-21')], receipts: [] }), 'fees')[1]?.outcome).toBe('met');
  });

  test('what came in after the day had not come in on it', () => {
    expect(lineOf(finalYear({ receipts: [receipt('6600', '2026-06-21')] }), 'fees')[1]?.gap).toEqual({ value: '6600.00', unit: 'yuan' });
  });

  test('no charges: does not apply', () => {
    expect(lineOf(finalYear({ charges: [] }), 'fees')[1]?.outcome).toBe('not_applicable');
  });
});

describe('may continue', () => {
  const continues = (since: string, on: string): boolean | null | undefined => graduationJson(audited({
    ...withCredits({ earned: '139' }),
    students: [finalYearRow('N1', { from: since, to: '2025-08-31', grade: 4 }), finalYearRow('N1', { from: '2025-09-01' }), finalYearRow('N1', { from: '2020-09-01', to: '2022-08-31', stage: 'secondary', campus_id: '', grade: 1 })],
  }, { on })).students[0]?.may_continue;

  test('while fewer than four academic years have begun since the higher stage was entered', () => {
    expect([continues('2024-09-01', '2027-08-31'), continues('2024-09-01', '2027-09-01')]).toEqual([true, false]);
  });

  test('the year in which it was entered counts, whichever day that was', () => {
    expect([continues('2024-08-31', '2026-08-31'), continues('2024-08-31', '2026-09-01')]).toEqual([true, false]);
    expect([continues('2024-10-08', '2027-08-31'), continues('2024-10-08', '2027-09-01')]).toEqual([true, false]);
  });

  test('is not asked of others', () => {
    expect(audited(finalYear()).students[0]?.may_continue).toBeNull();
  });
});

test('exit: open as soon as one does not graduate', () => {
  const two = finalYear({ students: [finalYearRow('N1'), finalYearRow('N2')], credits: [passed('N1'), passed('N2')], certificates: [skill('N1', 3), skill('N2', 2)] });
  expect([anybodyOpen(audited(two)), audited(two).summary.graduated]).toEqual([false, 2]);
  expect(anybodyOpen(audited({ ...two, credits: [passed('N1'), passed('N2', { conduct_ok: '' })] }))).toBe(true);
});

test.each([0, 1, 999, 1000, 1001])('the answer about %i students is the same text, whole or piece by piece', (many) => {
  const result = audited(finalYear({ students: Array.from({ length: many }, (_, at) => finalYearRow(`N${at + 1}`)) }));
  expect(result.students).toHaveLength(many);
  expect([...graduationJsonText(result, 1000)].join('')).toBe(JSON.stringify(graduationJson(result)));
});
