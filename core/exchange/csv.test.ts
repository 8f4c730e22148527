import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { withGuard, withoutGuard } from './formula-guard.ts';

function records(text: string): readonly (readonly [number, readonly string[]])[] {
  const found: [number, readonly string[]][] = [];
  readCsv(text, (row, cells) => { found.push([row, cells]); });
  return found;
}

describe('CSV', () => {
  test('is read record by record, numbered from one, with any line end and without a last one', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(records(`a,b${end}1,2${end}`)).toEqual([[1, ['a', 'b']], [2, ['1', '2']]]);
      expect(records(`a,b${end}1,2`)).toEqual([[1, ['a', 'b']], [2, ['1', '2']]]);
    }
  });

  test('may be separated by commas, tabs or semicolons, whatever the lists inside hold', () => {
    expect(records('a,b\n1;2;3,4')).toEqual([[1, ['a', 'b']], [2, ['1;2;3', '4']]]);
    expect(records('a\tb\n1,2\t3')).toEqual([[1, ['a', 'b']], [2, ['1,2', '3']]]);
    expect(records('a;b\n1,5;3')).toEqual([[1, ['a', 'b']], [2, ['1,5', '3']]]);
    expect(records('\n"a,b";c\n1;2')).toEqual([[1, ['']], [2, ['a,b', 'c']], [3, ['1', '2']]]);
    expect(records('a\n1')).toEqual([[1, ['a']], [2, ['1']]]);
  });

  test('with quotes may hold separators, quotes and line ends; the row is that of the record', () => {
    expect(records('a,b\n"1\n2","x, ""y"""\n3,4')).toEqual([[1, ['a', 'b']], [2, ['1\n2', 'x, "y"']], [3, ['3', '4']]]);
    expect(records('"",""\n')).toEqual([[1, ['', '']]]);
    expect(records('a"b,"c"d\n')).toEqual([[1, ['a"b', 'cd']]]);
  });

  test('keeps blank records in the count, and empty cells at the end', () => {
    expect(records('a,b\n\n1,\n,')).toEqual([[1, ['a', 'b']], [2, ['']], [3, ['1', '']], [4, ['', '']]]);
  });

  test('without anything has no records; a byte order mark is not part of the first heading', () => {
    expect(records('')).toEqual([]);
    expect(records('\ufeff')).toEqual([]);
    expect(records('\ufeffa,b')).toEqual([[1, ['a', 'b']]]);
  });

  test('with a quote that never closes ends with the file', () => {
    expect(records('a,b\n"1,2\n3,4')).toEqual([[1, ['a', 'b']], [2, ['1,2\n3,4']]]);
    expect(records('a\n"')).toEqual([[1, ['a']], [2, ['']]]);
    expect(records('a\n"x""')).toEqual([[1, ['a']], [2, ['x"']]]);
  });

  test('written with every cell in quotes is read as it was', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
      const text = table.map((row) => row.map((cell) => `"${withGuard(cell).replaceAll('"', '""')}"`).join(',')).join('\n');
      expect(records(text)).toEqual(table.map((row, at) => [at + 1, row]));
    }));
  });
});

describe('a text that begins like a formula', () => {
  test.each(['=1+1', '+86', '-', '@x', '＝1', '＋1', '－1', '＠x', "'=1", "''@", '\t=1'])('%j has an apostrophe in the file and none when read', (text) => {
    expect(withGuard(text)).toBe(`'${text}`);
    expect(withoutGuard(withGuard(text))).toBe(text);
  });

  test.each(['张三', "'quoted'", '1-2', '', "'"])('%j needs none and is read as it stands', (text) => {
    expect(withGuard(text)).toBe(text);
    expect(withoutGuard(text)).toBe(text);
  });
});
