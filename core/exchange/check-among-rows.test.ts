import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findings, readTables } from './test-reading.ts';
import type { RawCell } from './raw-cell.ts';

const ROOM = ['room_id', 'campus_id', 'use', 'area_m2', 'share', 'from', 'to'];
const EQUIPMENT = ['asset_id', 'campus_id', 'name', 'value_yuan', 'acquired_on', 'retired_on', 'share', 'owner'];
const STAFF = ['person_id', 'name', 'employer_id', 'stage', 'campus_id', 'school_id', 'post', 'employment', 'share', 'degree', 'title', 'qualified', 'from', 'to'];
const STUDENT = ['student_id', 'name', 'sex', 'birth_date', 'programme_id', 'school_id', 'campus_id', 'cohort', 'stage', 'grade', 'status', 'from', 'to'];

const room = (id: string, campus: string, share: string, from: string, to = '', area = '10'): RawCell[] => [id, campus, 'teaching', area, share, from, to];
const asset = (campus: string, share: string, from: string, to = ''): RawCell[] => ['E1', campus, '车床', '2000', from, to, share, 'school'];
const post = (campus: string, name: string, employment: string, share: string, stage = 'higher'): RawCell[] =>
  ['T1', '师', 'S1', stage, stage === 'higher' ? campus : '', stage === 'higher' ? '' : 'S1', name, employment, share, 'master', 'none', 'yes', '2025-09-01', ''];
const student = (id: string, from: string, to = '', status = 'enrolled'): RawCell[] =>
  [id, '生', '1', '2008-01-01', 'P1', 'S1', 'C1', '2022', 'higher', '4', status, from, to];

const rooms = (...rows: RawCell[][]): readonly string[] => findings(readTables({ rooms: [ROOM, ...rows] }));
const equipment = (...rows: RawCell[][]): readonly string[] => findings(readTables({ equipment: [EQUIPMENT, ...rows] }));
const staff = (...rows: RawCell[][]): readonly string[] => findings(readTables({ staff: [STAFF, ...rows] }));
const students = (...rows: RawCell[][]): readonly string[] => findings(readTables({ students: [STUDENT, ...rows] }));

describe('the same key', () => {
  test('with the same values counts once, however they are written', () => {
    const reading = readTables({
      rooms: [ROOM, room('R1', 'C1', '0.5', '2025-09-01'), ['R1', 'C1', '教室', '10.00', '50%', '2025/9/1', null]],
    });
    expect(findings(reading)).toEqual(['3 - duplicate_row']);
    expect(reading.problems[0]).toMatchObject({ severity: 'warning', value: 'R1 C1 2025-09-01' });
    expect(reading.dataset.rooms).toHaveLength(1);
  });

  test('with another value is an error', () => {
    expect(rooms(room('R1', 'C1', '0.5', '2025-09-01'), room('R1', 'C1', '0.5', '2025-09-01', '', '10.01'))).toEqual(['3 - duplicate_key']);
  });

  test('three times is found twice', () => {
    expect(students(student('A', '2025-09-01'), student('A', '2025-09-01'), student('A', '2025-09-01', '', 'repeating')))
      .toEqual(['3 - duplicate_row', '4 - duplicate_key']);
  });

  test('takes empty cells for values: the same post at two campuses is two rows', () => {
    expect(staff(post('C1', 'counsellor', 'part_time', ''), post('C2', 'counsellor', 'part_time', ''))).toEqual([]);
    expect(staff(post('C1', 'counsellor', 'part_time', ''), post('C1', 'counsellor', 'part_time', ''))).toEqual(['3 - duplicate_row']);
  });

  test('of one column works too', () => {
    const head = ['park_id', 'name', 'division_code', 'main'];
    expect(findings(readTables({ parks: [head, ['K1', '甲', '330803', 'yes'], ['K1', '乙', '330803', 'yes'], ['K2', '乙', '330803', 'yes']] })))
      .toEqual(['3 - duplicate_key']);
  });

  test('is not judged where a part of it could not be read', () => {
    expect(students(student('A', '2025-09-01'), student('A', 'x'), student('A', 'x'))).toEqual(['3 from not_a_date', '4 from not_a_date']);
  });

  test('is judged although another cell could not be read', () => {
    expect(rooms(room('R1', 'C1', '1', '2025-09-01'), room('R1', 'C1', '1', '2025-09-01', '', 'x'))).toEqual(['3 area_m2 not_a_number', '3 - duplicate_key']);
  });
});

describe('in force on the same day', () => {
  test('a room from the day after its first row ends is in order; from the last day on it overlaps', () => {
    expect(rooms(room('R1', 'C1', '0.5', '2025-01-01', '2025-08-31'), room('R1', 'C1', '0.5', '2025-09-01'))).toEqual([]);
    expect(rooms(room('R1', 'C1', '0.5', '2025-01-01', '2025-09-01'), room('R1', 'C1', '0.5', '2025-09-01'))).toEqual(['3 from overlap']);
  });

  test('an open row overlaps everything after it, wherever it stands in the sheet', () => {
    expect(rooms(room('R1', 'C1', '0.5', '2025-09-01'), room('R1', 'C1', '0.5', '2025-01-01'))).toEqual(['3 from overlap']);
  });

  test('a long row covers several', () => {
    expect(students(student('A', '2025-01-01', '2025-12-31'), student('A', '2025-02-01', '2025-02-28'), student('A', '2025-06-01', '2025-06-30')))
      .toEqual(['3 from overlap', '4 from overlap']);
  });

  test('a student in consecutive rows, and two students, are in order', () => {
    expect(students(student('A', '2024-09-01', '2025-08-31'), student('A', '2025-09-01'), student('B', '2025-09-01'))).toEqual([]);
  });

  test('one room at two campuses does not overlap', () => {
    expect(rooms(room('R1', 'C1', '0.5', '2025-01-01'), room('R1', 'C2', '0.5', '2025-01-01'))).toEqual([]);
  });

  test('agrees with comparing every day', () => {
    const spell = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(fc.property(fc.array(spell, { minLength: 2, maxLength: 5 }), (spells) => {
      const starts = spells.map(([from]) => from);
      fc.pre(new Set(starts).size === starts.length);
      const day = (n: number): string => `2025-01-${String(n).padStart(2, '0')}`;
      const rows = spells.map(([from, days]) => student('A', day(from), day(Math.min(31, from + days))));
      const clash = Array.from({ length: 31 }, (_, at) => at + 1)
        .some((on) => spells.filter(([from, days]) => from <= on && on <= from + days).length > 1);
      expect(students(...rows).length > 0).toBe(clash);
    }));
  });
});

describe('shares', () => {
  test('of one room over all campuses may sum to one, not to a ten-thousandth more', () => {
    expect(rooms(room('R1', 'C1', '0.6', '2025-01-01'), room('R1', 'C2', '40%', '2025-01-01'))).toEqual([]);
    const reading = readTables({ rooms: [ROOM, room('R1', 'C1', '0.6', '2025-01-01'), room('R1', 'C2', '0.4001', '2025-01-01')] });
    expect(findings(reading)).toEqual(['3 share share_over_one']);
    expect(reading.problems[0]?.value).toBe('1.0001');
  });

  test('that are empty are the whole', () => {
    expect(rooms(room('R1', 'C1', '', '2025-01-01'), room('R1', 'C2', '0.0001', '2025-01-01'))).toEqual(['3 share share_over_one']);
    expect(rooms(room('R1', 'C1', '', '2025-01-01'), room('R1', 'C2', '0', '2025-01-01'))).toEqual([]);
  });

  test('on different days do not add up', () => {
    expect(rooms(room('R1', 'C1', '1', '2025-01-01', '2025-08-31'), room('R1', 'C2', '1', '2025-09-01'))).toEqual([]);
    expect(rooms(room('R1', 'C1', '1', '2025-01-01', '2025-09-01'), room('R1', 'C2', '1', '2025-09-01'))).toEqual(['3 share share_over_one']);
  });

  test('of ten tenths are exactly one', () => {
    const tenths = Array.from({ length: 10 }, (_, at) => room('R1', `C${at}`, '0.1', '2025-01-01'));
    expect(rooms(...tenths)).toEqual([]);
  });

  test('of equipment end the day before it is retired', () => {
    expect(equipment(asset('C1', '1', '2024-01-01', '2025-09-01'), asset('C2', '1', '2025-09-01'))).toEqual([]);
    expect(equipment(asset('C1', '1', '2024-01-01', '2025-09-02'), asset('C2', '1', '2025-09-01'))).toEqual(['3 share share_over_one']);
  });

  test('of full-time posts of a person over all campuses are counted, others not', () => {
    expect(staff(post('C1', 'teacher', 'full_time', '0.5'), post('C2', 'teacher', 'full_time', '0.5'))).toEqual([]);
    expect(staff(post('C1', 'teacher', 'full_time', '0.5'), post('C2', 'teacher', 'full_time', '0.6'))).toEqual(['3 share share_over_one']);
    expect(staff(post('C1', 'teacher', 'full_time', '1'), post('C1', 'class_head', 'part_time', '1'))).toEqual([]);
    // A full-time post at the school is for R5-b to judge, not an error of the data.
    expect(staff(post('C1', 'teacher', 'full_time', '1'), post('', 'teacher', 'full_time', '1', 'secondary'))).toEqual([]);
  });

  test('that could not be read are left out of the sum', () => {
    expect(rooms(room('R1', 'C1', 'x', '2025-01-01'), room('R1', 'C2', '1', '2025-01-01'))).toEqual(['2 share not_a_number']);
  });
});
