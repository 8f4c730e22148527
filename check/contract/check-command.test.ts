import { describe, expect, test } from 'vitest';
import type { CheckJson, VerdictJson } from '../../core/check/check-json.ts';
import { encoded } from '../prove/encode.ts';
import { csv, DAY, filesOf, person, room, wholeRegion } from './campus.ts';
import type { Region } from './campus.ts';
import { folderOf, guantong } from './run.ts';

async function checked(region: Region, ...more: string[]): Promise<{ json: CheckJson; status: number | null; stderr: string }> {
  const { stdout, stderr, status } = await guantong('check', folderOf(filesOf(region)), '--json', '--as-of', DAY, ...more);
  return { json: JSON.parse(stdout) as CheckJson, status, stderr };
}

const keys = (value: object | null | undefined): string[] => Object.keys(value ?? {}).sort();
const verdictOf = (json: CheckJson, standard: string): VerdictJson | undefined => json.campuses[0]?.verdicts.find((one) => one.standard === standard);
const STANDARDS = ['R1-b', 'R1-c', 'R1-d', 'R1-e', 'R2-a', 'R2-b', 'R2-c', 'R5-b', 'R5-c', 'R5-d', 'R5-e', 'R5-f', 'R5-g', 'R5-h', 'R5-i', 'R5-j', 'R5-k'];
const EMPTY_SUMMARY = { met: 0, unmet: 0, undetermined: 0, not_applicable: 0 };

/** One square metre short, in rooms that stand in rows 2, 3 and 9. */
function oneShort(): Region {
  return { ...wholeRegion(), rooms: [
    room('R1', 'teaching', '2000'), room('R2', 'training', '2000'), room('D', 'dormitory', '1742'), ...['a', 'b', 'c', 'd'].map((id) => room(id, 'canteen', '10')), room('R3', 'admin', '19'),
  ] };
}

describe('check --json', () => {
  test('a region that meets everything and every target that is due: exit 0, notices aside', async () => {
    const { json, status, stderr } = await checked(wholeRegion());
    expect(json.campuses[0]?.verdicts.filter((one) => one.outcome !== 'met').map((one) => one.standard)).toEqual([]);
    expect(json.schools[0]?.verdicts.map((one) => one.outcome)).toEqual(['undetermined', 'undetermined', 'undetermined', 'undetermined']);
    expect([status, stderr, json.summary]).toEqual([0, '', { ...EMPTY_SUMMARY, met: 17 }]);
  });

  test('one registered student fewer than the target that is due: exit 1, summary as before', async () => {
    const { json, status } = await checked({ ...wholeRegion(), intakes: [{ year: 2024, school_id: 'S1', programme_id: 'P1', registered: 449 }] });
    expect([status, json.summary.met, json.targets.find((one) => one.standard === '1.2-i')?.outcome]).toEqual([1, 17, 'unmet']);
  });

  test('the verdict of the contract, letter by letter', async () => {
    const { json, status } = await checked(oneShort());
    expect(status).toBe(1);
    expect(json.campuses[0]?.students).toBe(268);
    expect(verdictOf(json, 'R1-b')).toEqual({
      standard: 'R1-b', clause: 'R1-b', basis: 'text', outcome: 'unmet',
      measured: { numerator: '4019.00', denominator: '268', value: '14.9962', unit: 'm2/student' },
      required: { op: '>=', value: '15', from: '2024-05-29' },
      gap: { value: '1.00', unit: 'm2' }, missing: [], reason: null,
      readings: ['denominator.basis=actual_on_snapshot'], alternatives: [], evidence: [{ sheet: 'rooms', rows: [2, 3, 9] }],
    });
  });

  test('field names are those of the contract at every level', async () => {
    const { json } = await checked(oneShort());
    expect(keys(json)).toEqual(['as_of', 'campuses', 'pack', 'problems', 'region', 'schools', 'summary', 'targets']);
    expect([json.pack, json.as_of, json.region, keys(json.summary)]).toEqual(['quzhou-2024', DAY, '330800', keys(EMPTY_SUMMARY)]);
    expect(keys(json.campuses[0])).toEqual(['campus_id', 'students', 'verdicts']);
    expect(keys(json.schools[0])).toEqual(['school_id', 'verdicts']);
    expect(json.campuses[0]?.verdicts.map((one) => one.standard)).toEqual([...STANDARDS, 'R1-a', 'R5-a', 'M4-a']);
    expect(json.schools[0]?.verdicts.map((one) => one.standard)).toEqual(['S-land', 'S-building', 'S-equipment', 'S-teachers']);
    for (const verdict of [...json.campuses, ...json.schools].flatMap((one) => one.verdicts)) {
      expect(keys(verdict)).toEqual(['alternatives', 'basis', 'clause', 'evidence', 'gap', 'measured', 'missing', 'outcome', 'readings', 'reason', 'required', 'standard']);
      expect(keys(verdict.measured)).toEqual(['denominator', 'numerator', 'unit', 'value']);
      expect(keys(verdict.required)).toEqual(['from', 'op', 'value']);
      expect(verdict.gap === null || keys(verdict.gap).join() === 'unit,value').toBe(true);
      for (const other of verdict.alternatives) expect(keys(other)).toEqual(['measured', 'outcome', 'reading', 'required']);
      for (const rows of verdict.evidence) expect(keys(rows)).toEqual(['rows', 'sheet']);
    }
    for (const target of json.targets) {
      expect(keys(target)).toEqual(expect.arrayContaining(['measured', 'outcome', 'reason', 'required', 'standard', 'year']));
      expect(keys(target.required)).toEqual(expect.arrayContaining(['op', 'value']));
    }
  });

  test('a target that is not due is shown with its figure', async () => {
    const { json } = await checked({ ...wholeRegion(), parks: [{ park_id: 'K1', name: '园区', division_code: '330802', main: '是' }] });
    const target = json.targets.find((one) => one.standard === '1.2-g' && one.part === 'parks');
    expect(target).toMatchObject({ year: 2027, outcome: 'not_applicable', reason: 'not_due', measured: { value: '0.0000' }, required: { op: '>=', value: '1' } });
  });

  test('without the sheets `students` is null and so is `region`', async () => {
    const { region: _region, students: _students, ...others } = wholeRegion();
    const { json, status } = await checked(others);
    expect([status, json.region, json.campuses[0]?.students, verdictOf(json, 'R1-b')?.missing]).toEqual([1, null, null, ['students']]);
  });

  test('a closed campus is not judged; a preparing one is', async () => {
    const [campus = {}] = wholeRegion()['campuses'] ?? [];
    const { json } = await checked({ ...wholeRegion(), campuses: [{ ...campus, status: 'preparing' }, { ...campus, campus_id: 'C2', status: '已撤销' }] });
    expect(json.campuses.map((one) => one.campus_id)).toEqual(['C1']);
  });

  test('before the policy there is no rule: nothing is open, exit 0', async () => {
    const { json, status } = await checked(wholeRegion(), '--as-of', '2024-05-28');
    expect(status).toBe(0);
    expect(json.summary).toEqual({ ...EMPTY_SUMMARY, not_applicable: 17 });
    expect(new Set(json.campuses[0]?.verdicts.map((one) => `${one.outcome} ${one.reason}`))).toEqual(new Set(['not_applicable no_rule']));
  });

  test('the first day of the policy is a day of the policy', async () => {
    const { json } = await checked(wholeRegion(), '--as-of', '2024-05-29');
    expect(json.campuses[0]?.verdicts.every((one) => one.reason !== 'no_rule')).toBe(true);
  });
});

describe('errors', () => {
  test('all are reported at once, nothing is judged: empty lists, zero summary, exit 2', async () => {
    const { json, status } = await checked({ ...wholeRegion(), rooms: [room('R1', 'teaching', '-1'), room('R2', '车库', '10'), { ...room('R3', 'other', '1'), campus_id: 'C9' }], staff: [person('T1', { from: '2025-02-30' })] });
    expect(status).toBe(2);
    expect(json.problems.filter((one) => one.severity === 'error').map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual(expect.arrayContaining([
      ['rooms', 2, 'area_m2', 'negative'], ['rooms', 3, 'use', 'not_allowed'], ['rooms', 4, 'campus_id', 'unknown_reference'], ['staff', 2, 'from', 'not_a_date'],
    ]));
    for (const found of json.problems) expect(keys(found)).toEqual(['code', 'column', 'row', 'severity', 'sheet', 'value']);
    expect([json.campuses, json.schools, json.targets, json.summary]).toEqual([[], [], [], EMPTY_SUMMARY]);
  });

  test('in words they are said on stderr', async () => {
    const { status, stdout, stderr } = await guantong('check', folderOf(filesOf({ ...wholeRegion(), rooms: [room('R1', 'teaching', '-1')] })), '--as-of', DAY);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/area_m2|建筑面积/);
  });

  test('a warning stops nothing', async () => {
    const [base = {}] = wholeRegion()['bases'] ?? [];
    const { json, status } = await checked({ ...wholeRegion(), bases: [{ ...base, majors: '460103;999999' }] });
    expect([status, json.problems.map((one) => [one.code, one.severity]), json.summary.met]).toEqual([0, [['code_pattern', 'warning']], 17]);
  });
});

describe('wrong usage: exit 2, said on stderr, nothing on stdout', () => {
  const data = folderOf(filesOf(wholeRegion()));
  test.each([
    ['no command', []], ['no such command', ['judge']], ['no data', ['check']], ['two datasets', ['check', data, data]], ['no such option', ['check', data, '--fast']],
    ['no such day', ['check', data, '--as-of', '2025-02-30']], ['no such language', ['check', data, '--lang', 'fr']], ['no such pack', ['check', data, '--pack', 'x']],
    ['no such report', ['check', data, '-o', 'report.pdf']], ['no such file', ['check', `${data}-none`, '--json']], ['no such clause', ['policy', 'show', 'Z9', '--json']], ['no action', ['policy']],
  ])('%s', async (_what, args) => {
    const { status, stdout, stderr } = await guantong(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim()).not.toBe('');
  });
});

describe('what offices save', () => {
  test.each(['gb18030', 'utf-16le', 'utf-16be', 'utf-8-bom'] as const)('%s with Chinese headings, values and file names', async (encoding) => {
    const region = filesOf(wholeRegion());
    const rooms = '房间编号,用途,校区编号,建筑面积,使用份额,起始日期\r\nR1,教室,C1,４０２０,100%,2024年9月1日\r\nR3,学生宿舍,C1,3484, 50% ,2024/9/1\r\n';
    const { 'rooms.csv': _rooms, ...others } = region;
    const { stdout, status } = await guantong('check', folderOf({ ...others, '房间台账.csv': encoded(rooms, encoding) }), '--json', '--as-of', DAY);
    const json = JSON.parse(stdout) as CheckJson;
    expect([status, json.problems, verdictOf(json, 'R1-b')?.measured.numerator, verdictOf(json, 'R1-d')?.measured.numerator]).toEqual([0, [], '4020.00', '1742.00']);
  });

  test('the same answer in either language, JSON untouched', async () => {
    const data = folderOf({ ...filesOf(wholeRegion()), 'rooms.csv': csv([room('R1', 'teaching', '4019'), room('R3', 'dormitory', '1742')]) });
    const [chinese, english, ...json] = await Promise.all([
      guantong('check', data, '--as-of', DAY), guantong('check', data, '--as-of', DAY, '--lang', 'en'),
      guantong('check', data, '--as-of', DAY, '--json'), guantong('check', data, '--as-of', DAY, '--json', '--lang', 'en'),
    ]);
    expect(chinese.stdout).toMatch(/还差/);
    expect(english.stdout).toMatch(/unmet|short|still/i);
    expect([chinese.status, english.status]).toEqual([1, 1]);
    expect(json[0]?.stdout).toBe(json[1]?.stdout);
  });
});
