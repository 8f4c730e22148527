import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDecimalText } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import { plainDate } from '../values/plain-date.ts';
import type { Column } from './column.ts';
import { readCsv } from './csv.ts';
import { createReader } from './reader.ts';
import { sheetNames, sheets } from './sheets.ts';
import type { Row, SheetName } from './sheets.ts';
import type { Sheet } from './sheet.ts';
import { csvLines, writeCell, writeHeading } from './write.ts';
import type { Wording } from './write.ts';

const ids = fc.string({ unit: fc.constantFrom('A', 'b', '0', '9', '-', '_', '.', '校', '𬭚'), minLength: 1, maxLength: 8 });
const names = fc.string({ unit: fc.constantFrom('张', '㛃', '·', '𬭚', 'x', '1', '=', '+', '-', '@', '＝', "'", '"', ',', '\t', '\n', '（', '）'), minLength: 1, maxLength: 8 })
  .map((name) => `${name}名`).filter((name) => name.trim() === name);
const dates = fc.tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => plainDate(year, month, day));
const decimals = (places: number, most: number): fc.Arbitrary<Exact> =>
  fc.integer({ min: 0, max: most * 10 ** places }).map((units) => ({ n: BigInt(units), d: 10n ** BigInt(places) }));

function values(column: Column): fc.Arbitrary<unknown> {
  const { kind, optional, fallback, codes = {}, range = [0, 100_000] } = column;
  const some: Record<Column['kind'], () => fc.Arbitrary<unknown>> = {
    text: () => (column.check === undefined ? names : ids),
    reference: () => ids,
    code: () => fc.constantFrom(...Object.keys(codes)),
    integer: () => fc.integer({ min: range[0], max: range[1] }),
    number: () => decimals(5, 100_000),
    money: () => decimals(2, 1_000_000_000),
    share: () => decimals(4, 1),
    date: () => dates,
    yes_no: () => fc.boolean(),
    list: () => fc.array(ids, { minLength: optional ? 0 : 1, maxLength: 4 }),
    year: () => fc.integer({ min: 1990, max: 2090 }),
    term: () => fc.tuple(fc.integer({ min: 2000, max: 2090 }), fc.constantFrom(1, 2)).map(([year, half]) => `${year}-${half}`),
  };
  return optional ? fc.option(some[kind](), { nil: fallback ?? null }) : some[kind]();
}

function rowOf(name: SheetName): fc.Arbitrary<Record<string, unknown>> {
  const { columns, key }: Sheet = sheets[name];
  return fc.record(Object.fromEntries(Object.entries(columns).map(([column, declared]) => [column, values(
    // An id that is free text is written in the letters of an id.
    key.includes(column) && declared.kind === 'text' ? { ...declared, check: 'division' } : declared,
  )]))).filter((row) => isConsistent(name, row));
}

/** Numbers in one form, so that rows compare by value. */
function plain(row: object): unknown {
  return Object.fromEntries(Object.entries(row).map(([column, value]: [string, unknown]) =>
    [column, typeof value === 'object' && value !== null && 'n' in value ? toDecimalText(value as Exact) : value]));
}

describe.each(sheetNames)('%s', (name) => {
  test('written and read again is the same', () => {
    fc.assert(fc.property(rowOf(name), (row) => {
      const reader = createReader();
      const sheet = reader.sheet(name);
      readCsv([...csvLines(name, [row as unknown as Row<typeof name>])].join(''), (at, cells) => sheet?.row(at, cells));
      const { dataset, problems } = reader.finish();
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(dataset[name]?.map(plain)).toEqual([plain({ ...row, row: 2 })]);
    }), { numRuns: 50 });
  });
});

/** Whether the row breaks no rule between its own cells; such a row is an error and not read. */
function isConsistent(name: SheetName, row: Record<string, unknown>): boolean {
  const spans = [['from', 'to'], ['pilot_from', 'pilot_to'], ['acquired_on', 'retired_on']] as const;
  if (spans.some(([from, to]) => typeof row[from] === 'string' && typeof row[to] === 'string' && row[to] < row[from])) return false;
  if (name === 'certificates') return (row['kind'] === 'skill') === /^\d$/.test(String(row['level']));
  if (name !== 'payments') return true;
  if (row['kind'] === 'grant') return row['fiscal_year'] !== null;
  return row['academic_year'] !== null && (row['kind'] !== 'fee_refund' || row['of'] !== null);
}

describe('a cell', () => {
  const columns: Sheet['columns'] = sheets.rooms.columns;
  test.each<[string, unknown, Wording, string]>([
    ['use', 'teaching', 'key', 'teaching'], ['use', 'teaching', 'zh', '教室'], ['use', 'teaching', 'en', 'Classroom'], ['to', null, 'zh', ''],
  ])('%s %j in words of %s is %j', (column, value, wording, text) => {
    expect(writeCell(columns[column] as Column, value, wording)).toBe(text);
  });

  test('of a number has no exponent and no needless decimals', () => {
    expect(writeCell(sheets.rooms.columns.area_m2, { n: 8050n, d: 100n })).toBe('80.5');
    expect(writeCell(sheets.rooms.columns.share, { n: 1n, d: 1n })).toBe('1');
  });

  test('of money has two decimals, yes and no the words of the language', () => {
    expect(writeCell(sheets.charges.columns.amount_yuan, { n: 5n, d: 1n })).toBe('5.00');
    expect(writeCell(sheets.parks.columns.main, true, 'zh')).toBe('是');
    expect(writeCell(sheets.parks.columns.main, false)).toBe('no');
  });

  test('of the heading is the key or the label', () => {
    expect(writeHeading(sheets.parks)).toEqual(['park_id', 'name', 'division_code', 'main']);
    expect(writeHeading(sheets.parks, 'zh')).toEqual(['园区编号', '园区名称', '行政区划代码', '是否主要园区']);
  });
});
