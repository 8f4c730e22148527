import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { anythingOpen, check } from './check.ts';
import { checkJson, type TargetJson } from './check-json.ts';
import { judgingOn } from './judging.ts';
import { readTyped, studentRow, type TypedRow, type TypedSheets } from './made-dataset.ts';

function checked(sheets: TypedSheets, day: string) {
  const { dataset, problems } = readTyped(sheets);
  expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
  return check(dataset, problems, judgingOn(quzhou2024, date(day)));
}

function target(id: string, part: string | null, sheets: TypedSheets, day: string): TargetJson {
  const found = checkJson(checked(sheets, day)).targets.find((t) => t.standard === id && t.part === part);
  if (found === undefined) throw new Error(`no target ${id} ${part}`);
  return found;
}

const short = (t: TargetJson) => [t.outcome, t.reason ?? '', t.measured.value ?? '?', t.missing.join(',')].join(' ').trim();

const intake = (year: number, registered: number, programme_id = 'P', school_id = 'S1'): TypedRow => ({ year, school_id, programme_id, registered });
const school = (school_id: string, given: TypedRow = {}): TypedRow => ({
  school_id, on: '2024-09-01', pilot_stage: 'deepening', pilot_from: '2024-05-29', total_land_m2: 1, total_building_m2: 1, total_equipment_yuan: 1,
  secondary_students: 1, secondary_teachers: 1, ...given,
});
const campus = (campus_id: string, division_code: string, given: TypedRow = {}): TypedRow => ({
  campus_id, name: '校区', school_id: 'S1', college_id: 'H', division_code, form: 'new_build', status: 'recognised', ...given,
});

describe('1.2-i, 1.2-j: intake', () => {
  test.each([
    [450, '2024-11-20', 'met  450'],
    [449, '2024-11-20', 'unmet  449'],
    [449, '2024-11-19', 'not_applicable not_due 449'],
  ])('%i registered in 2024, asked on %s', (registered, day, expected) => {
    expect(short(target('1.2-i', null, { intakes: [intake(2024, registered)] }, day))).toBe(expected);
  });

  test('a programme without a row counts its distinct students of that cohort', () => {
    const students = ['A', 'A', 'B'].map((id, i) => studentRow(id, { programme_id: 'Q', cohort: 2024, from: `202${4 + i}-09-01`, to: `202${5 + i}-08-31` }));
    const sheets = { intakes: [intake(2024, 448)], students };
    expect(short(target('1.2-i', null, sheets, '2024-11-20'))).toBe('met  450');
  });

  test('nothing reported is not zero', () => {
    expect(short(target('1.2-i', null, { campuses: [] }, '2024-11-20'))).toBe('undetermined  ? intakes,students');
  });

  test('2027: 500 is the floor, the stretch is strictly more than 1 000 and only a notice', () => {
    expect(short(target('1.2-j', 'floor', { intakes: [intake(2027, 500)] }, '2027-11-20'))).toBe('met  500');
    expect(short(target('1.2-j', 'floor', { intakes: [intake(2027, 499)] }, '2027-11-20'))).toBe('unmet  499');
    expect(short(target('1.2-j', 'stretch', { intakes: [intake(2027, 1000)] }, '2027-11-20'))).toBe('unmet  1000');
    expect(short(target('1.2-j', 'stretch', { intakes: [intake(2027, 1001)] }, '2027-11-20'))).toBe('met  1001');
  });
});

describe('1.2-f, 1.2-d, 1.2-e, 1.2-b: schools in the pilot', () => {
  const six = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'];
  const intakes = six.map((id) => intake(2027, 90, `P-${id}`, id));
  test('six with an intake that year reach the aim', () => {
    expect(short(target('1.2-f', null, { schools: six.map((id) => school(id)), intakes }, '2027-12-31'))).toBe('met  6');
  });
  test('a school whose pilot ended the day before, or that admits nobody, does not take part', () => {
    const ended = six.map((id) => school(id, id === 'S6' ? { pilot_to: '2027-12-30' } : {}));
    expect(short(target('1.2-f', null, { schools: ended, intakes }, '2027-12-31'))).toBe('unmet  5');
    expect(short(target('1.2-f', null, { schools: six.map((id) => school(id)), intakes: intakes.slice(1) }, '2027-12-31'))).toBe('unmet  5');
  });
  test('before the due day it shows how far things stand', () => {
    const sheets = { schools: six.slice(0, 5).map((id) => school(id)), intakes: six.slice(0, 5).map((id) => intake(2025, 45, `P-${id}`, id)) };
    expect(short(target('1.2-f', null, sheets, '2025-10-31'))).toBe('not_applicable not_due 5');
  });
});

describe('1.2-g, 1.2-a, 1.1-b: parks and counties', () => {
  const parks = [
    { park_id: 'Y1', name: '园区一', division_code: '330802', main: 'yes' },
    { park_id: 'Y2', name: '园区二', division_code: '330803', main: 'yes' },
    { park_id: 'Y3', name: '园区三', division_code: '330881', main: 'no' },
  ];
  test('a recognised campus or a service in force reaches a main park', () => {
    const sheets = {
      parks, campuses: [campus('C1', '330802', { park_id: 'Y1' })],
      services: [{ park_id: 'Y2', programme_id: 'P', from: '2027-01-01', to: '2027-12-31' }],
    };
    expect(short(target('1.2-g', 'parks', sheets, '2027-12-31'))).toBe('met  1.0000');
    expect(short(target('1.2-g', 'parks', sheets, '2028-01-01'))).toBe('unmet  0.5000');
  });
  test('a preparing campus reaches nothing', () => {
    expect(short(target('1.2-g', 'counties', { campuses: [campus('C1', '330802', { status: 'preparing' })] }, '2027-12-31'))).toBe('unmet  0.0000');
  });
  test('all six counties, by campus; by service beside it', () => {
    const campuses = ['330802', '330803', '330822', '330824', '330825'].map((code) => campus(`C${code}`, code));
    const reached = target('1.2-g', 'counties', {
      campuses, parks: [{ park_id: 'Y', name: '园', division_code: '330881', main: 'yes' }],
      services: [{ park_id: 'Y', programme_id: 'P', from: '2027-01-01' }],
    }, '2027-12-31');
    expect([short(reached), reached.alternatives[0]?.outcome]).toEqual(['unmet  0.8333', 'met']);
    expect(short(target('1.2-g', 'counties', { campuses: [...campuses, campus('C', '330881')] }, '2027-12-31'))).toBe('met  1.0000');
  });
});

describe('1.2-k: graduates employed locally', () => {
  const graduate = (id: string) => studentRow(id, { status: 'graduated', grade: 5, from: '2027-06-30' });
  const went = (student_id: string, code: string, workplace_division = '', recorded_on = '2027-07-01'): TypedRow => ({ student_id, code, workplace_division, recorded_on });

  test('the worked example: 88 of 144, 88 of 168, 88 of 138', () => {
    const codes = [...Array(20).fill(['80']), ...Array(4).fill(['46']), ...Array(88).fill(['11', '330802']), ...Array(50).fill(['11', '330100']), ...Array(6).fill(['70'])] as [string, string?][];
    const sheets = {
      students: codes.map((_, i) => graduate(`G${i}`)),
      destinations: codes.map(([code, place], i) => went(`G${i}`, code, place ?? '')),
    };
    const rate = target('1.2-k', null, sheets, '2027-08-31');
    expect(short(rate)).toBe('met  0.6111');
    expect(rate.alternatives.map((a) => a.measured.value)).toEqual(['0.5238', '0.6376']);
  });
  test('exactly sixty of a hundred is not more than 60 %', () => {
    const sheets = {
      students: Array.from({ length: 100 }, (_, i) => graduate(`G${i}`)),
      destinations: Array.from({ length: 100 }, (_, i) => went(`G${i}`, '11', i < 60 ? '330881' : '330100')),
    };
    expect(short(target('1.2-k', null, sheets, '2027-08-31'))).toBe('unmet  0.6000');
  });
  test('who has no destination stays in the denominator; what is recorded in September comes too late', () => {
    const sheets = { students: [graduate('A'), graduate('B')], destinations: [went('A', '11', '330802'), went('B', '11', '330802', '2027-09-01')] };
    expect(short(target('1.2-k', null, sheets, '2027-12-31'))).toBe('unmet  0.5000');
  });
  test('no graduates, no rate; no destinations reported, no verdict', () => {
    expect(short(target('1.2-k', null, { students: [studentRow('A')], destinations: [] }, '2027-08-31'))).toBe('not_applicable no_graduates ?');
    expect(short(target('1.2-k', null, { students: [graduate('A')] }, '2027-08-31'))).toBe('undetermined  ? destinations');
  });
});

describe('what the exit status says', () => {
  test('a target that is due and missed leaves something open; the stretch aim does not', () => {
    const met = { intakes: [intake(2024, 450), intake(2027, 500)] };
    expect(anythingOpen(checked(met, '2024-11-20'))).toBe(false);
    expect(anythingOpen(checked({ intakes: [intake(2024, 449)] }, '2024-11-20'))).toBe(true);
    const stretch = checked(met, '2027-11-20');
    expect(stretch.targets.filter((t) => t.outcome === 'unmet').map((t) => t.part)).toEqual(['stretch']);
  });
});

describe('M2-a: what is left of the school (notices)', () => {
  const sheets = (land: string): TypedSheets => ({
    schools: [school('S1', { total_land_m2: 33_000 + 14_472, total_building_m2: 20_000 + 900, total_equipment_yuan: 2_500_000 + 1000, secondary_students: 1000, secondary_teachers: 50 })],
    campuses: [campus('C1', '330802')],
    land: [{ parcel_id: 'L', campus_id: 'C1', area_m2: land, from: '2024-09-01' }],
    rooms: [{ room_id: 'R', campus_id: 'C1', use: 'other', area_m2: 900, from: '2024-09-01' }],
    equipment: [
      { asset_id: 'E', campus_id: 'C1', name: '小', value_yuan: 1000, acquired_on: '2024-09-01', owner: 'school' },
      { asset_id: 'F', campus_id: 'C1', name: '院', value_yuan: 9999, acquired_on: '2024-09-01', owner: 'college' },
    ],
  });
  const verdicts = (given: TypedSheets) => checkJson(checked(given, '2025-10-31')).schools[0]?.verdicts.map((v) => `${v.standard} ${v.outcome} ${v.gap?.value ?? v.missing.join()}`.trim());

  test('exactly enough land, buildings, equipment and teachers', () => {
    expect(verdicts(sheets('14472'))).toEqual(['S-land met', 'S-building met', 'S-equipment met', 'S-teachers met']);
  });
  test('a square metre more for the campus is one too little for the school, and no status shows it', () => {
    expect(verdicts(sheets('14473'))?.[0]).toBe('S-land unmet 1.00');
    expect(checked(sheets('14473'), '2025-10-31').summary.unmet).toBe(checked(sheets('14472'), '2025-10-31').summary.unmet);
  });
  test('a campus that has not reported leaves the school undetermined', () => {
    expect(verdicts({ ...sheets('1'), land: [] })?.[0]).toBe('S-land undetermined land');
    expect(verdicts({ ...sheets('1'), schools: [] })?.[0]).toBe('S-land undetermined schools');
  });
});
