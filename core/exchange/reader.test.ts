import { describe, expect, test } from 'vitest';
import { toDecimalText } from '../values/exact.ts';
import { hasErrors } from './problem.ts';
import { createReader } from './reader.ts';
import { findings, readTables } from './test-reading.ts';

const ROOM = ['room_id', 'campus_id', 'name', 'use', 'area_m2', 'share', 'from', 'to'];
const PARK = ['park_id', 'name', 'division_code', 'main'];

describe('a sheet', () => {
  test('is read by its English keys', () => {
    const { dataset, problems } = readTables({
      rooms: [ROOM, ['R1', 'C1', '一号楼101', 'teaching', '80.50', '60%', '2025-09-01', '']],
    });
    expect(problems).toEqual([]);
    expect(dataset).toEqual({
      rooms: [{
        room_id: 'R1', campus_id: 'C1', name: '一号楼101', use: 'teaching', area_m2: { n: 8050n, d: 100n },
        share: { n: 6000n, d: 10000n }, from: '2025-09-01', to: null, row: 2,
      }],
    });
  });

  test('is read by its Chinese labels, in any order, with units, spaces and full-width signs', () => {
    const { dataset, problems } = readTables({
      房间台账: [
        ['建筑面积（平方米）', ' 用 途 ', '房间编号*', '起始日期', '校区编号'],
        ['８０．５', '教室', 'Ｒ１', '2025年9月1日', '　C1　'],
      ],
    });
    expect(problems).toEqual([]);
    expect(dataset.rooms).toMatchObject([{ room_id: 'R1', campus_id: 'C1', use: 'teaching', from: '2025-09-01', name: null }]);
    expect(toDecimalText(dataset.rooms?.[0]?.area_m2 ?? { n: 0n, d: 1n })).toBe('80.5');
  });

  test('that was not given is absent; one with a heading only is empty', () => {
    const { dataset } = readTables({ parks: [PARK] });
    expect(dataset.parks).toEqual([]);
    expect(dataset.rooms).toBeUndefined();
  });

  test('without any filled cell is absent', () => {
    expect(readTables({ parks: [[], ['', null, '  ']] })).toEqual({ dataset: {}, problems: [] });
  });

  test('that nobody knows is a warning', () => {
    const reader = createReader();
    expect(reader.sheet('备忘')).toBeNull();
    expect(reader.finish().problems).toEqual([
      { sheet: '备忘', row: null, column: null, code: 'unknown_sheet', value: '备忘', severity: 'warning' },
    ]);
  });

  test('may begin with blank rows and have blank rows inside; row numbers stay those of the file', () => {
    const { dataset, problems } = readTables({
      parks: [[null, ''], PARK, ['', ' ', null, ''], ['K1', '园区', '330803', '是'], [], ['K2', '园区', '330803', '否']],
    });
    expect(problems).toEqual([]);
    expect(dataset.parks?.map(({ row, main }) => [row, main])).toEqual([[4, true], [6, false]]);
  });
});

describe('headings', () => {
  test('a required column that is missing is one error, whatever the number of rows', () => {
    const reading = readTables({ parks: [['park_id', 'name', 'main'], ['K1', '甲', 'yes'], ['K2', '乙', 'no']] });
    expect(reading.problems).toEqual([
      { sheet: 'parks', row: null, column: 'division_code', code: 'missing_column', value: null, severity: 'error' },
    ]);
    expect(reading.dataset.parks).toEqual([]);
  });

  test('an optional column may be missing', () => {
    expect(readTables({ rooms: [ROOM.filter((key) => !['name', 'share', 'to'].includes(key))] }).problems).toEqual([]);
  });

  test('an unknown column is a warning and its cells are not read', () => {
    const reading = readTables({ parks: [[...PARK, '备注'], ['K1', '甲', '330803', 'yes', 'x'], [null, null, null, null, '合计']] });
    expect(reading.problems).toEqual([
      { sheet: 'parks', row: 1, column: '备注', code: 'unknown_column', value: '备注', severity: 'warning' },
    ]);
    expect(reading.dataset.parks).toHaveLength(1);
  });

  test('a second heading for the same column is unknown', () => {
    expect(findings(readTables({ parks: [[...PARK, '园区编号'], ['K1', '甲', '330803', 'yes', 'K9']] }))).toEqual(['1 园区编号 unknown_column']);
  });
});

describe('problems', () => {
  test('are all found at once, in the order of sheets, rows and columns', () => {
    const reading = readTables({
      rooms: [ROOM,
        ['R1', 'C9', '', 'teaching', 'viel', '1.5', '2025-02-30', ''],
        ['', 'C1', '', '教师', '-1', '0.12345', '2025-09-01', '2025-08-31']],
      campuses: [['campus_id', 'name', 'school_id', 'college_id', 'division_code', 'form', 'status'],
        ['C1', '校区', 'S1', 'H1', '33080', 'carved_out', 'recognised']],
    });
    expect(reading.problems.map(({ sheet }) => sheet)).toEqual(['campuses', ...Array.from({ length: 9 }, () => 'rooms')]);
    expect(findings(reading)).toEqual([
      '2 division_code code_pattern',
      '2 area_m2 not_a_number', '2 share not_allowed', '2 from not_a_date', '2 campus_id unknown_reference',
      '3 room_id missing_value', '3 use not_allowed', '3 area_m2 negative', '3 share too_many_decimals', '3 to from_after_to',
    ]);
    expect(reading.problems[1]).toEqual(
      { sheet: 'rooms', row: 2, column: 'area_m2', code: 'not_a_number', value: 'viel', severity: 'error' });
    expect(reading.dataset.rooms).toEqual([]);
    expect(hasErrors(reading.problems)).toBe(true);
  });

  test('that are warnings only do not stop anything', () => {
    const reading = readTables({ parks: [PARK, ['K1', '园区', '33080', 'yes']] });
    expect(findings(reading)).toEqual(['2 division_code code_pattern']);
    expect(hasErrors(reading.problems)).toBe(false);
    expect(reading.dataset.parks).toHaveLength(1);
  });
});

test('a sheet given in two parts is one sheet', () => {
  const reader = createReader();
  for (const [part, id] of [['parks', 'K1'], ['产业园区', 'K2']] as const) {
    const sheet = reader.sheet(part);
    sheet?.row(1, PARK);
    sheet?.row(2, [id, '园区', '330803', 'yes']);
  }
  expect(reader.finish().dataset.parks?.map(({ park_id }) => park_id)).toEqual(['K1', 'K2']);
});
