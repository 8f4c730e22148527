import { describe, expect, test } from 'vitest';
import type { GraduationJson } from '../../core/graduation/graduation-json.ts';
import { filesOf } from './campus.ts';
import type { Region, Rows } from './campus.ts';
import { folderOf, guantong } from './run.ts';

const DAY = '2026-06-20';
const REQUIREMENTS = [['credits', 'R3-d', true], ['conduct', 'R3-d', true], ['internship', 'R3-d', true], ['certificate', 'M9-e', true], ['list', 'M3-c', false], ['fees', 'R4-b', false]];
const EMPTY_SUMMARY = { graduated: 0, completed: 0, incomplete: 0, undetermined: 0, exempted: 0 };

const student = (student_id: string, given: Rows[number] = {}): Rows[number] => ({
  student_id, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: 'P1', school_id: 'S1', campus_id: 'C1', cohort: 2021, stage: 'higher', grade: 5, status: 'enrolled', from: '2024-09-01', to: '', ...given,
});
const credits = (student_id: string, given: Rows[number] = {}): Rows[number] => ({ student_id, required: 140, earned: '140.0', conduct_ok: '是', internship_ok: 'yes', certificate_exemption: '', ...given });
const certificate = (student_id: string, number: string, given: Rows[number] = {}): Rows[number] => ({ student_id, kind: 'skill', name: '电工', level: 3, number, issued_on: DAY, verified: 'yes', ...given });

/** Four students, one of each outcome, and two who are not audited. */
const finalYear = (): Region => ({
  students: [student('N2'), student('N10'), student('N3', { status: 'internship' }), student('N1', { status: 'repeating' }), student('N5', { grade: 4 }), student('N6', { status: 'suspended' })],
  credits: [credits('N1'), credits('N10', { earned: '137.5' }), credits('N2'), credits('N3', { conduct_ok: '' })],
  certificates: [certificate('N1', 'S000033000001263000001'), certificate('N10', 'S000033000001263000002'), certificate('N2', 'S000033000001264000003', { level: 4 }), certificate('N3', 'X-0000001', { kind: 'x', level: '中级' })],
});

async function graduation(region: Region, ...more: string[]): Promise<{ json: GraduationJson; status: number | null; stderr: string }> {
  const { stdout, stderr, status } = await guantong('graduation', folderOf(filesOf(region)), '--json', '--as-of', DAY, ...more);
  return { json: JSON.parse(stdout) as GraduationJson, status, stderr };
}

describe('graduation --json', () => {
  test('outcomes by student id, the lines of each in their order, letter by letter', async () => {
    const { json, status, stderr } = await graduation(finalYear());
    expect([status, stderr, Object.keys(json)]).toEqual([1, '', ['students', 'summary', 'problems']]);
    expect(json.students.map((one) => [one.student_id, one.outcome, one.may_continue])).toEqual([['N1', 'graduated', null], ['N10', 'incomplete', true], ['N2', 'completed', null], ['N3', 'undetermined', null]]);
    for (const { requirements } of json.students) expect(requirements.map((one) => [one.name, one.clause, one.counts])).toEqual(REQUIREMENTS);
    expect(json.students[1]?.requirements[0]).toEqual({ clause: 'R3-d', name: 'credits', outcome: 'unmet', counts: true, reason: null, gap: { value: '2.5', unit: 'credit' }, missing: [], evidence: [{ sheet: 'credits', rows: [3] }] });
    expect(json.students[3]?.requirements[1]).toMatchObject({ outcome: 'undetermined', missing: ['conduct_ok'] });
    expect(json.students[0]?.requirements.slice(4)).toMatchObject([{ outcome: 'undetermined', missing: ['filings'] }, { outcome: 'not_applicable' }]);
    expect([json.summary, json.problems]).toEqual([{ graduated: 1, completed: 1, incomplete: 1, undetermined: 1, exempted: 0 }, []]);
  });

  test('all graduate: exit 0, those exempted counted apart; shown lines do not decide', async () => {
    const region = { students: [student('N1'), student('N2')], credits: [credits('N1'), credits('N2', { certificate_exemption: '委〔2026〕3号' })], certificates: [certificate('N1', 'S000033000001263000001')],
      filings: [{ student_id: 'N9', list_no: '名册', filed_on: '2021-12-05' }], charges: [{ student_id: 'N1', academic_year: 2025, kind: 'tuition', amount_yuan: '6600', due_on: DAY }] };
    const { json, status } = await graduation({ ...region, students: [...region.students, student('N9', { grade: 4 })] });
    expect([status, json.summary]).toEqual([0, { ...EMPTY_SUMMARY, graduated: 2, exempted: 1 }]);
    expect(json.students[0]?.requirements.slice(4).map((one) => [one.name, one.outcome])).toEqual([['list', 'unmet'], ['fees', 'unmet']]);
    expect(json.students[1]?.requirements[3]).toMatchObject({ outcome: 'met', reason: 'exempted' });
  });

  test('nobody is audited: exit 0', async () => {
    const { json, status } = await graduation({ students: [student('N1', { grade: 4 })] });
    expect([status, json]).toEqual([0, { students: [], summary: EMPTY_SUMMARY, problems: [] }]);
  });

  test('a warning is told and does not stop the audit', async () => {
    const { json, status } = await graduation({ students: [student('N1')], credits: [credits('N1')], certificates: [certificate('N1', 'S000033000001265000001')] });
    expect([status, json.students[0]?.outcome, json.students[0]?.requirements[3]?.missing]).toEqual([1, 'undetermined', ['verified']]);
    expect(json.problems).toEqual([{ sheet: 'certificates', row: 2, column: 'number', code: 'code_pattern', value: 'S000033000001265000001', severity: 'warning' }]);
  });

  test('an error anywhere: empty lists, zero summary, exit 2', async () => {
    const { json, status } = await graduation({ ...finalYear(), rooms: [{ room_id: 'R1', campus_id: 'C1', use: 'teaching', area_m2: '-1', from: DAY }] });
    expect([status, json.students, json.summary, json.problems.map((one) => one.code)]).toEqual([2, [], EMPTY_SUMMARY, ['negative']]);
  });
});

describe('graduation in words', () => {
  test('those who lack the same stand together, under their outcome, with the clause', async () => {
    const { stdout, status } = await guantong('graduation', folderOf(filesOf(finalYear())), '--as-of', DAY);
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 10)).toEqual([
      '2026-06-20 毕业资格审核 4 人，其中经批准免除证书 0 人',
      '肄业  1 人', '  还差 2.5 学分（R3-d）；可以继续修读  1 人', '    N10 学生  另：待补报：名单备案（M3-c）',
      '结业  1 人', '  没有符合要求的证书（M9-e）  1 人', '    N2 学生  另：待补报：名单备案（M3-c）',
      '待补报  1 人', '  待补报：操行是否合格（R3-d）  1 人', '    N3 学生  另：待补报：名单备案（M3-c）',
    ]);
  });

  test('in English', async () => {
    const { stdout } = await guantong('graduation', folderOf(filesOf(finalYear())), '--as-of', DAY, '--lang', 'en');
    expect(stdout).toContain('  2.5 credits to earn (R3-d); may continue to study: 1\n');
  });

  test('errors stand on stderr, wrong usage too', async () => {
    const faulty = await guantong('graduation', folderOf(filesOf({ students: [student('N1', { grade: 6 })] })));
    expect([faulty.status, faulty.stdout]).toEqual([2, '']);
    expect(faulty.stderr).toContain('未作审核');
    const wrong = await guantong('graduation', '--json');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('guantong graduation DATA');
  });
});
