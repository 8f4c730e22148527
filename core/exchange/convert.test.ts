import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDecimalText } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import type { Column } from './column.ts';
import { code, date, integer, list, money, number, reference, share, term, text, year, yesNo } from './column.ts';
import { converter } from './convert.ts';
import type { RawCell } from './raw-cell.ts';

/** The value read, or the codes reported; both where a warning leaves the value standing. */
function read(column: Column, raw: RawCell): unknown {
  const codes: string[] = [];
  const value = converter(column, false)(raw, (found) => { codes.push(found); });
  if (codes.length > 0) return value === undefined ? codes : [value, ...codes];
  return typeof value === 'object' && value !== null && 'n' in value ? toDecimalText(value as Exact) : value;
}

test.each<[RawCell, unknown]>([
  ['2025-09-01', '2025-09-01'], ['2025/9/1', '2025-09-01'], ['2025/09/01', '2025-09-01'], ['2025年9月1日', '2025-09-01'],
  ['2025-9-1', '2025-09-01'], ['２０２５-０９-０１', '2025-09-01'], [' 2025-09-01 ', '2025-09-01'],
  ['2025-09-01 08:30:00', '2025-09-01'], ['2025-09-01T00:00:00.000Z', '2025-09-01'], ['2024-02-29', '2024-02-29'],
  ['2025-02-29', ['not_a_date']], ['2025-13-01', ['not_a_date']], ['2025-00-01', ['not_a_date']], ['2025/9-1', ['not_a_date']],
  ['01/09/2025', ['not_a_date']], ['2025年9月', ['not_a_date']], ['20250901', ['not_a_date']], [45901, ['not_a_date']],
  ['昨天', ['not_a_date']], [true, ['not_a_date']], ['  ', null],
])('a date written %j', (raw, value) => {
  expect(read(date('日期', 'Date'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['yes', true], ['是', true], ['1', true], [1, true], ['true', true], ['TRUE', true], [true, true], ['Yes ', true], ['１', true],
  ['no', false], ['否', false], ['0', false], [0, false], ['false', false], [false, false], ['NO', false],
  ['有', ['not_allowed']], ['2', ['not_allowed']], ['', null],
])('yes or no written %j', (raw, value) => {
  expect(read(yesNo('是否', 'Whether'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['0.6', '0.6'], ['60%', '0.6'], ['60.5%', '0.605'], ['60.55％', '0.6055'], ['６０%', '0.6'], ['60 %', '0.6'], ['.5', '0.5'],
  [0.6, '0.6'], [0.30000000000000004, '0.3'], [1, '1'], ['100%', '1'], ['0', '0'], ['0%', '0'], ['0.50000', '0.5'], ['0.1234', '0.1234'],
  ['0.12345', ['too_many_decimals']], ['60.555%', ['too_many_decimals']], ['1.0001', ['not_allowed']], ['101%', ['not_allowed']],
  ['60', ['not_allowed']], ['-0.1', ['negative']], ['-5%', ['negative']], ['六成', ['not_a_number']], ['%', ['not_a_number']],
])('a share written %j', (raw, value) => {
  expect(read(share('份额', 'Share'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['12.34', '12.34'], ['12.340', '12.34'], [12.34, '12.34'], [12.339999999999999, '12.34'], [0, '0'], ['0.00', '0'], ['-0', '0'],
  ['1,234,567.80', '1234567.8'], ['１２．５', '12.5'], [1e21, '1000000000000000000000'], ['+5', '5'],
  ['12.345', ['too_many_decimals']], [0.001, ['too_many_decimals']], ['-0.01', ['negative']], [-5, ['negative']],
  ['1e3', ['not_a_number']], ['12元', ['not_a_number']], ['1,23', ['not_a_number']], ['12.', ['not_a_number']], ['.', ['not_a_number']],
  ['1 000', ['not_a_number']], ['=1+1', ['not_a_number']], [Number.NaN, ['not_a_number']], ['9'.repeat(41), ['not_a_number']],
])('money written %j', (raw, value) => {
  expect(read(money('金额', 'Amount'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['80.125', '80.125'], [80.1, '80.1'], [1e-7, '0.0000001'], [0, '0'], [123456789.123, '123456789.123'], ['-1', ['negative']], ['约80', ['not_a_number']],
])('a number written %j', (raw, value) => {
  expect(read(number('面积', 'Area', 'm2'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['5', 5], [5, 5], ['5.0', 5], ['0', 0], ['1,250', 1250], ['5.5', ['too_many_decimals']], ['-1', ['negative']], ['五', ['not_a_number']],
  ['99999999999999999999', ['not_allowed']],
])('a count written %j', (raw, value) => {
  expect(read(integer('人数', 'People'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([['1', 1], [5, 5], ['0', ['not_allowed']], ['6', ['not_allowed']]])('a grade written %j', (raw, value) => {
  expect(read(integer('年级', 'Grade', 'year', [1, 5]), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['2025', 2025], [2025, 2025], ['2025年', 2025], ['2022级', 2022], ['25', ['not_allowed']], ['2025-2026', ['not_a_number']], ['-2025', ['negative']],
])('a year written %j', (raw, value) => {
  expect(read(year('年份', 'Year'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['2025-1', '2025-1'], ['２０２５－２', '2025-2'], ['2025-3', ['not_allowed']], ['2025', ['not_allowed']], ['2025-01-01', ['not_allowed']],
])('a term written %j', (raw, value) => {
  expect(read(term('学期', 'Term'), raw)).toEqual(value);
});

test.each<[RawCell, unknown]>([
  ['skill', 'skill'], ['SKILL ', 'skill'], ['职业技能等级证书', 'skill'], ['1+X证书', 'x'], ['１＋Ｘ证书', 'x'], ['x certificate', 'x'],
  ['技能', ['not_allowed']], ['', null],
])('a code written %j', (raw, value) => {
  expect(read(code('类别', 'Kind', { skill: ['职业技能等级证书', 'Skill'], x: ['1+X证书', 'X certificate'] }), raw)).toEqual(value);
});

test('a code of digits may come as a number', () => {
  expect(read(code('性别', 'Sex', { 1: ['男', 'Male'], 2: ['女', 'Female'] }), 2)).toBe('2');
});

test.each<[RawCell, unknown]>([
  ['460103;510201', ['460103', '510201']], ['460103； 510201；', ['460103', '510201']], [460103, ['460103']], ['；;', null], ['', null],
])('a list written %j', (raw, value) => {
  expect(read(list('专业', 'Majors', 'higher_major'), raw)).toEqual(value);
});

test('one code of a list that does not fit is one warning', () => {
  expect(read(list('专业', 'Majors', 'higher_major'), '460103;660103;xx')).toEqual([['460103', '660103', 'xx'], 'code_pattern']);
});

describe('text', () => {
  const name = text('名称', 'Name');

  test.each([
    ['买买提·阿不都', '买买提·阿不都'], ['㛃', '㛃'], ['张𬭚', '张𬭚'], ['　李 明 ', '李 明'], ['１０１室', '101室'], ['一（甲）', '一（甲）'],
    ['=1+1', '=1+1'], ['+86 570', '+86 570'], ['-', '-'], ['@x', '@x'], ['＝1', '＝1'], ['＋', '＋'], ['‘引号’', '‘引号’'],
  ])('%j stays %j', (raw, value) => {
    expect(read(name, raw)).toBe(value);
  });

  test('of 500 characters is allowed, of 501 not', () => {
    expect(read(name, '字'.repeat(500))).toBe('字'.repeat(500));
    expect(read(name, '字'.repeat(501))).toEqual(['not_allowed']);
  });

  test('with control characters or half a character is not allowed; a line end is', () => {
    expect(read(name, 'a\u0000b')).toEqual(['not_allowed']);
    expect(read(name, '\ud842')).toEqual(['not_allowed']);
    expect(read(name, '一\n二')).toBe('一\n二');
  });

  test('an id may come as a number or with full-width letters', () => {
    expect(read(reference('校区', 'Campus', 'campuses'), 101)).toBe('101');
    expect(read(reference('校区', 'Campus', 'campuses'), 'Ｃ１')).toBe('C1');
  });
});

test.each<[Parameters<typeof text>[2], string, unknown]>([
  ['secondary_major', '660103', '660103'], ['secondary_major', '790101', '790101'], ['secondary_major', '800101', ['800101', 'code_pattern']],
  ['secondary_major', '460103', ['460103', 'code_pattern']], ['higher_major', '410101', '410101'], ['higher_major', '590302', '590302'],
  ['higher_major', '570102K', '570102K'], ['higher_major', '600101', ['600101', 'code_pattern']], ['higher_major', '57010', ['57010', 'code_pattern']],
  ['division', '330803', '330803'], ['division', '3308', ['3308', 'code_pattern']], ['workplace', '330881', '330881'],
  ['credit_code', '12330800471800012G', '12330800471800012G'], ['credit_code', '91350100M000100Y4Z', ['91350100M000100Y4Z', 'code_pattern']],
  ['citizen_id', '11010519491231002x', '11010519491231002X'], ['citizen_id', '330802200901150015', ['330802200901150015', 'id_checksum']],
  ['citizen_id', '330802090115001', ['330802090115001', 'id_checksum']],
  // Masks of an export come back as they are; what only looks like one does not.
  ['citizen_id', '330802********0014', '330802********0014'], ['citizen_id', '330802*******0014', ['330802*******0014', 'id_checksum']],
])('a text checked as %s: %s', (check, raw, value) => {
  expect(read(text('代码', 'Code', check), raw)).toEqual(value);
});

test('a value that repeats is reported every time', () => {
  const codes: string[] = [];
  const convert = converter(date('日期', 'Date'), false);
  for (const raw of ['x', 'x', '2025-01-01', '2025-01-01', 'x']) convert(raw, (found) => { codes.push(found); });
  expect(codes).toEqual(['not_a_date', 'not_a_date', 'not_a_date']);
});

test('any amount in fen reads the same as text and as the number a spreadsheet holds', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999_99 }), (fen) => {
    const written = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
    const column = money('金额', 'Amount');
    expect(read(column, Number(written))).toBe(read(column, written));
  }));
});

test('a column that holds more values than are remembered is read the same, and each finding is told each time', () => {
  const codes: string[] = [];
  const convert = converter(money('金额', 'Amount'), false);
  const many = Array.from({ length: 20_010 }, (_, at) => `${at}.50`);
  const raws = [...many, 'x', 'x', '3.50', 'x', '20009.50', '20009.50', '7.255'];
  const values = raws.map((raw) => convert(raw, (found) => { codes.push(found); }) as Exact | undefined);
  expect(values.map((value) => (value === undefined ? null : toDecimalText(value, 2)))).toEqual([...many, null, null, '3.50', null, '20009.50', '20009.50', null]);
  expect(codes).toEqual(['not_a_number', 'not_a_number', 'not_a_number', 'too_many_decimals']);
});
