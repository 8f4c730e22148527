import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import type { Parameter } from '../verdict/parameter.ts';
import { check } from './check.ts';
import { checkJson, type VerdictJson } from './check-json.ts';
import { judgingOn } from './judging.ts';
import { campusOnTheLine, readTyped, staffRow, studentRow, type TypedRow } from './made-dataset.ts';

const DAY = '2025-10-31';
type Region = ReturnType<typeof campusOnTheLine> & Record<string, TypedRow[]>;

/** The verdict of one standard after a change to the campus on the line. */
function judge(standard: string, change: (region: Region) => void = () => {}, day = DAY, readings: [string, Parameter['value']][] = []): VerdictJson {
  const region: Region = campusOnTheLine();
  change(region);
  const { dataset, problems } = readTyped(region);
  const result = checkJson(check(dataset, problems, judgingOn(quzhou2024, date(day), new Map(readings))));
  expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
  const verdict = result.campuses[0]?.verdicts.find((v) => v.standard === standard);
  if (verdict === undefined) throw new Error(`no verdict for ${standard}`);
  return verdict;
}

/** Outcome and gap in one line: `met`, `unmet 1.00 m2`, `undetermined rooms`, `not_applicable no_students`. */
function short(verdict: VerdictJson): string {
  const tail = verdict.gap !== null ? `${verdict.gap.value} ${verdict.gap.unit}` : verdict.reason ?? verdict.missing.join(',');
  return `${verdict.outcome} ${tail}`.trim();
}

const set = (sheet: keyof ReturnType<typeof campusOnTheLine>, index: number, given: TypedRow) => (region: Region) => {
  region[sheet][index] = { ...region[sheet][index], ...given };
};
const drop = (sheet: string) => (region: Region) => { delete region[sheet]; };
const students = (count: number) => (region: Region) => { region.students = Array.from({ length: count }, (_, i) => studentRow(`N${i}`)); };
const both = (...changes: ((region: Region) => void)[]) => (region: Region) => changes.forEach((change) => change(region));
const addStaff = (...rows: TypedRow[]) => (region: Region) => { region.staff.push(...rows); };
const withoutStaff = (...ids: string[]) => (region: Region) => { region.staff = region.staff.filter((r) => !ids.includes(String(r.person_id))); };

describe('a campus that stands exactly on every line', () => {
  test('passes all seventeen standards and the composites', () => {
    const { dataset, problems } = readTyped(campusOnTheLine());
    const result = checkJson(check(dataset, problems, judgingOn(quzhou2024, date(DAY))));
    expect(result.campuses[0]?.verdicts.map((v) => `${v.standard} ${v.outcome}`)).toEqual([
      'R1-b met', 'R1-c met', 'R1-d met', 'R1-e met', 'R2-a met', 'R2-b met', 'R2-c met', 'R5-b met', 'R5-c met', 'R5-d met',
      'R5-e met', 'R5-f met', 'R5-g met', 'R5-h met', 'R5-i met', 'R5-j met', 'R5-k met', 'R1-a met', 'R5-a met', 'M4-a met',
    ]);
    expect(result.summary).toEqual({ met: 17, unmet: 0, undetermined: 0, not_applicable: 0 });
  });

  test('answers as the contract prints it', () => {
    expect(judge('R1-b', set('rooms', 0, { area_m2: '3999' }))).toEqual({
      standard: 'R1-b', clause: 'R1-b', basis: 'text', outcome: 'unmet',
      measured: { numerator: '4019.00', denominator: '268', value: '14.9962', unit: 'm2/student' },
      required: { op: '>=', value: '15', from: '2024-05-29' },
      gap: { value: '1.00', unit: 'm2' }, missing: [], reason: null,
      readings: ['denominator.basis=actual_on_snapshot'], alternatives: [], evidence: [{ sheet: 'rooms', rows: [2, 3] }],
    });
  });
});

describe.each<[string, string, (region: Region) => void, string]>([
  ['R1-b', 'a hundredth of a square metre short', set('rooms', 0, { area_m2: '3999.99' }), 'unmet 0.01 m2'],
  ['R1-b', 'a hair short, rounded up', set('rooms', 0, { area_m2: '3999.9999' }), 'unmet 0.01 m2'],
  ['R1-b', 'a room of tomorrow does not count', set('rooms', 1, { from: '2025-11-01' }), 'unmet 20.00 m2'],
  ['R1-b', 'a room of today counts to the end of the day', set('rooms', 1, { to: DAY }), 'met'],
  ['R1-b', 'a room that ended yesterday does not', set('rooms', 1, { to: '2025-10-30' }), 'unmet 20.00 m2'],
  ['R1-b', 'only dormitories', (r) => { r.rooms = r.rooms.filter((x) => x.use === 'dormitory'); }, 'unmet 4020.00 m2'],
  ['R1-b', 'no rooms reported', (r) => { r.rooms = []; }, 'undetermined rooms'],
  ['R1-b', 'no rooms sheet', drop('rooms'), 'undetermined rooms'],
  ['R1-b', 'neither rooms nor students', both(drop('rooms'), drop('students')), 'undetermined students,rooms'],
  ['R1-b', 'no students', students(0), 'undetermined students'],
  ['R1-b', 'one student more', students(269), 'unmet 15.00 m2'],
  ['R1-c', 'a square metre short', set('land', 0, { area_m2: '14471' }), 'unmet 1.00 m2'],
  ['R1-c', 'expired land', set('land', 0, { to: '2025-10-30' }), 'unmet 14472.00 m2'],
  ['R1-c', 'not reported', drop('land'), 'undetermined land'],
  ['R1-d', 'a square metre short', set('rooms', 2, { area_m2: '1741' }), 'unmet 1.00 m2'],
  ['R1-d', 'no dormitory among the rooms', (r) => { r.rooms = r.rooms.filter((x) => x.use !== 'dormitory'); }, 'unmet 1742.00 m2'],
  ['R1-e', 'one kind absent', set('facilities', 3, { present: 'no' }), 'unmet'],
  ['R1-e', 'one kind not reported', (r) => { r.facilities.splice(3, 1); }, 'undetermined clinic'],
  ['R1-e', 'one absent, one not reported', both(set('facilities', 0, { present: 'no' }), (r) => { r.facilities.splice(3, 1); }), 'unmet clinic'],
  ['R1-e', 'the latest check decides', (r) => { r.facilities.push({ campus_id: 'C', kind: 'clinic', present: 'no', checked_on: DAY }); }, 'unmet'],
  ['R1-e', 'a check of tomorrow does not', (r) => { r.facilities.push({ campus_id: 'C', kind: 'clinic', present: 'no', checked_on: '2025-11-01' }); }, 'met'],
  ['R2-a', 'a major without a base (M4-b)', set('bases', 0, { majors: '460301' }), 'unmet 1 major'],
  ['R2-a', 'no bases reported', drop('bases'), 'undetermined bases'],
  ['R2-a', 'only a headcount', both(drop('students'), (r) => { r.headcounts = [{ campus_id: 'C', on: DAY, higher_students: 268 }]; }), 'undetermined students'],
  ['R2-b', 'a fen short', set('equipment', 0, { value_yuan: '2436363.62' }), 'unmet 0.01 yuan'],
  ['R2-b', 'items of 999.99 do not count', (r) => { r.equipment = [{ asset_id: 'E', campus_id: 'C', name: '小', value_yuan: '999.99', acquired_on: '2024-01-01', owner: 'school' }]; }, 'unmet 2680000.00 yuan'],
  ['R2-b', 'retired today does not count', set('equipment', 1, { retired_on: DAY }), 'unmet 243636.37 yuan'],
  ['R2-b', 'retired tomorrow counts', set('equipment', 1, { retired_on: '2025-11-01' }), 'met'],
  ['R2-c', 'a fen less than a tenth of what was there', set('equipment', 1, { value_yuan: '243636.36' }), 'unmet 0.01 yuan'],
  ['R2-c', 'nothing there before', (r) => { r.equipment.splice(0, 1); }, 'not_applicable first_year'],
  ['R2-c', 'judged without students too', drop('students'), 'met'],
  ['R2-c', 'worked example: 280 of 2 720 thousand', both(set('equipment', 0, { value_yuan: '2720000' }), set('equipment', 1, { value_yuan: '280000' })), 'met'],
  ['R2-c', 'exempt above both limits', both(set('equipment', 0, { value_yuan: '110000000' }), set('equipment', 1, { value_yuan: '10000000.01' })), 'met exempt'],
  ['R2-c', 'not exempt at the limit: a fen more would be', both(set('equipment', 0, { value_yuan: '110000000' }), set('equipment', 1, { value_yuan: '10000000' })), 'unmet 0.01 yuan'],
  ['R2-c', 'the exemption is the nearer way', both(set('equipment', 0, { value_yuan: '150000000' }), set('equipment', 1, { value_yuan: '9000000' })), 'unmet 1000000.01 yuan'],
  ['R2-c', 'the ratio is the nearer way', both(set('equipment', 0, { value_yuan: '99000000' }), set('equipment', 1, { value_yuan: '900000' })), 'unmet 9000000.00 yuan'],
])('%s: %s', (standard, _situation, change, expected) => {
  test(expected, () => expect(short(judge(standard, change))).toBe(expected));
});

describe.each<[string, string, (region: Region) => void, string]>([
  ['R5-b', 'one teacher in both lists', addStaff(staffRow('T1', { stage: 'secondary', campus_id: '', school_id: 'S' })), 'unmet 1 person'],
  ['R5-b', 'the secondary post ended yesterday', addStaff(staffRow('T1', { stage: 'secondary', campus_id: '', school_id: 'S', to: '2025-10-30' })), 'met'],
  ['R5-b', 'an exception that ends today', both(set('staff', 1, { exception_until: DAY }), addStaff(staffRow('T1', { stage: 'secondary', campus_id: '', school_id: 'S' }))), 'met'],
  ['R5-b', 'an exception that ended yesterday', both(set('staff', 1, { exception_until: '2025-10-30' }), addStaff(staffRow('T1', { stage: 'secondary', campus_id: '', school_id: 'S' }))), 'unmet 1 person'],
  ['R5-b', 'two exceptions of fifteen are more than a tenth', both(
    set('staff', 1, { exception_until: DAY }), set('staff', 2, { exception_until: DAY }),
    addStaff(...['T1', 'T2'].map((id) => staffRow(id, { stage: 'secondary', campus_id: '', school_id: 'S' })))), 'unmet 1 person'],
  ['R5-b', 'no staff reported', drop('staff'), 'undetermined staff'],
  ['R5-c', 'one unqualified', set('staff', 3, { qualified: 'no' }), 'unmet 1 person'],
  ['R5-c', 'an unqualified counsellor is another matter', set('staff', 16, { qualified: 'no' }), 'met'],
  ['R5-d', 'fourteen teachers are one short', withoutStaff('T14'), 'unmet 1 person'],
  ['R5-d', 'two half posts are one', both(set('staff', 13, { share: '0.5' }), set('staff', 14, { share: '0.5' })), 'unmet 1 person'],
  ['R5-d', 'nobody full-time', (r) => { r.staff = r.staff.filter((x) => x.employment !== 'full_time' || x.post === 'counsellor'); }, 'unmet 15 person'],
  ['R5-d', 'an unqualified teacher does not count', set('staff', 3, { qualified: 'no' }), 'unmet 1 person'],
  ['R5-e', 'no ideology teacher', set('staff', 0, { post: 'teacher' }), 'unmet 1 person'],
  ['R5-e', '351 students for one', students(351), 'unmet 1 person'],
  ['R5-e', '350 students for one', students(350), 'met'],
  ['R5-f', 'seven masters of fifteen', set('staff', 7, { degree: 'bachelor' }), 'unmet 1 person'],
  ['R5-f', 'the degree of the latest row', addStaff(staffRow('T7', { post: 'ideology_teacher', share: '0', from: '2025-10-01', degree: 'bachelor' })), 'unmet 1 person'],
  ['R5-g', 'four seniors of fifteen', set('staff', 4, { title: 'junior' }), 'unmet 1 person'],
  ['R5-h', 'a fifth of the hours less one', set('teaching', 1, { hours: '19.99' }), 'unmet'],
  ['R5-h', 'no teaching reported', drop('teaching'), 'undetermined teaching'],
  ['R5-h', 'teaching reported, but not who teaches', (region) => { region.staff = []; }, 'undetermined staff'],
  ['R5-h', 'neither a teacher nor an expert', (region) => { region.staff = [staffRow('M1', { post: 'psychologist', from: '2025-10-01' }), staffRow('X1', { industry_expert: 'yes', from: '2025-09-01', to: '2025-10-30' })]; }, 'unmet'],
  ['R5-h', 'teaching of an older term only', both(set('teaching', 0, { term: '2024-1' }), set('teaching', 1, { term: '2024-1' })), 'undetermined teaching'],
  ['R5-h', 'public courses are not professional ones', set('teaching', 0, { kind: 'public' }), 'met'],
  ['R5-h', 'seven experts of twenty-two are too many', addStaff(...Array.from({ length: 6 }, (_, i) => staffRow(`X${i + 2}`, { employment: 'part_time', industry_expert: 'yes' }))), 'unmet'],
  ['R5-i', 'none', withoutStaff('M1'), 'unmet 1 person'],
  ['R5-i', 'a part-time one', set('staff', 18, { employment: 'part_time' }), 'unmet 1 person'],
  ['R5-i', 'none, and the heads unknown', both(withoutStaff('M1'), drop('students')), 'unmet 1 person'],
  ['R5-i', 'one for 4 000', students(4000), 'met'],
  ['R5-i', 'one for 4 001', students(4001), 'unmet 1 person'],
  ['R5-j', 'one counsellor for 268', withoutStaff('A2'), 'unmet 1 person'],
  ['R5-j', 'two for 400', students(400), 'met'],
  ['R5-j', 'two for 401', students(401), 'unmet 1 person'],
  ['R5-k', 'a class without a head', set('classes', 0, { head_id: '' }), 'unmet 1 class'],
  ['R5-k', 'a head without a post at the campus', set('classes', 0, { head_id: 'nobody' }), 'unmet 1 class'],
  ['R5-k', 'a class that ended yesterday', set('classes', 0, { head_id: '', to: '2025-10-30' }), 'met'],
  ['R5-k', 'no classes reported', drop('classes'), 'undetermined classes'],
])('%s: %s', (standard, _situation, change, expected) => {
  test(expected, () => expect(short(judge(standard, change))).toBe(expected));
});

describe('days and readings', () => {
  test('before the document there is no rule, and no year lends one', () => {
    expect(short(judge('R1-b', () => {}, '2024-05-28'))).toBe('not_applicable no_rule');
    expect(short(judge('M4-a', () => {}, '2024-05-28'))).toBe('not_applicable no_rule');
    expect(short(judge('R1-b', () => {}, '2024-05-29'))).toBe('not_applicable no_students');
  });

  test('known and zero students is no pass and no division by zero', () => {
    const none = (region: Region) => { region.students = region.students.slice(0, 1).map((r) => ({ ...r, status: 'withdrawn' })); };
    for (const id of ['R1-b', 'R1-c', 'R1-d', 'R2-a', 'R2-b', 'R5-d', 'R5-e', 'R5-f', 'R5-g', 'R5-i', 'R5-j', 'R5-k']) {
      expect(short(judge(id, none)), id).toBe('not_applicable no_students');
    }
    for (const id of ['R1-e', 'R2-c', 'R5-b', 'R5-c', 'R5-h']) expect(short(judge(id, none)), id).toBe('met');
  });

  test('B6: six external teachers of twelve, the cap on heads, on converted numbers, and strictly', () => {
    const twelve = both(withoutStaff('T12', 'T13', 'T14'), addStaff(...Array.from({ length: 6 }, (_, i) => staffRow(`Y${i}`, { employment: 'external', post: 'external_teacher' }))));
    const verdict = judge('R5-d', twelve);
    expect([verdict.outcome, verdict.measured.denominator, verdict.measured.value]).toEqual(['unmet', '13.5', '19.8519']);
    expect(verdict.alternatives.map((a) => [a.reading, a.outcome, a.measured.value])).toEqual([
      ['teacher.strict=true', 'unmet', '22.3334'],
      ['teacher.external_cap_on=converted', 'met', '17.8667'],
    ]);
    const converted = judge('R5-d', twelve, DAY, [['teacher.external_cap_on', 'converted']]);
    expect([converted.outcome, converted.readings.includes('teacher.external_cap_on=converted')]).toEqual(['met', true]);
  });

  test('B10: boarders only', () => {
    const day = set('students', 0, { boarder: 'no' });
    const verdict = judge('R1-d', both(day, set('rooms', 2, { area_m2: '1735.5' })));
    expect([short(verdict), verdict.alternatives[0]?.outcome]).toEqual(['unmet 6.50 m2', 'met']);
    expect(judge('R1-d', set('students', 0, { boarder: '' })).alternatives[0]?.outcome).toBe('undetermined');
  });

  test('B12: new ÷ total fails where new ÷ (total − new) passes', () => {
    const verdict = judge('R2-c', both(set('equipment', 0, { value_yuan: '2720000' }), set('equipment', 1, { value_yuan: '280000' })));
    expect([verdict.measured.value, verdict.alternatives[0]?.measured.value, verdict.alternatives[0]?.outcome]).toEqual(['0.1029', '0.0933', 'unmet']);
    expect([verdict.measured.numerator, verdict.measured.denominator]).toEqual(['280000.00', '2720000.00']);
    const exempt = judge('R2-c', both(set('equipment', 0, { value_yuan: '110000000' }), set('equipment', 1, { value_yuan: '10000000.01' })));
    expect(exempt.alternatives[0]?.outcome).toBe('met');
  });

  test('B16: a person has one degree, that of the latest row, in both readings', () => {
    const verdict = judge('R5-f', addStaff(staffRow('T1', { post: 'ideology_teacher', share: '0', from: '2020-09-01', degree: 'none' })));
    expect(verdict.alternatives[0]?.measured.numerator).toBe(verdict.alternatives[0]?.measured.denominator);
  });

  test('B11: what enterprises own counts to 30 % of the whole while its agreement runs', () => {
    const firm = (until: string) => (region: Region) => {
      region.equipment[0] = { ...region.equipment[0], value_yuan: '1756363.63' };
      region.equipment.push({ asset_id: 'E3', campus_id: 'C', name: '企', value_yuan: '5000000', acquired_on: '2024-01-01', owner: 'enterprise', agreement_until: until });
    };
    // 2 000 000 of its own, at most 3/7 of that from enterprises: 857 142.857…
    const verdict = judge('R2-b', firm(DAY));
    expect([verdict.outcome, verdict.measured.numerator, verdict.measured.denominator]).toEqual(['met', '20000000.00', '1876']);
    expect(short(judge('R2-b', firm('2025-10-30')))).toBe('unmet 680000.00 yuan');
  });

  test('R5-b fails by our tenth alone on the basis of a default, R5-i by the ratio alone of a wider rule', () => {
    const two = both(
      set('staff', 1, { exception_until: DAY }), set('staff', 2, { exception_until: DAY }),
      addStaff(...['T1', 'T2'].map((id) => staffRow(id, { stage: 'secondary', campus_id: '', school_id: 'S' }))));
    expect(judge('R5-b', two).basis).toBe('default');
    expect(judge('R5-i', students(4001)).basis).toBe('wider_rule');
    expect(judge('R5-i', withoutStaff('M1')).basis).toBe('text');
  });

  test('M4-c: shares over one are an error, and then nothing is judged', () => {
    const region: Region = campusOnTheLine();
    region.rooms.push({ room_id: 'R1', campus_id: 'D', use: 'teaching', area_m2: '4000', share: '0.1', from: '2025-09-01' });
    region.campuses.push({ ...region.campuses[0], campus_id: 'D' });
    const { dataset, problems } = readTyped(region);
    const result = checkJson(check(dataset, problems, judgingOn(quzhou2024, date(DAY))));
    expect(problems.map((p) => p.code)).toContain('share_over_one');
    expect([result.campuses, result.schools, result.targets, result.summary.met]).toEqual([[], [], [], 0]);
  });
});
