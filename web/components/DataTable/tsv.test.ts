import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTsv, toCsv, toTsv } from './tsv.ts';

test('what Excel puts on the clipboard is read cell by cell', () => {
  expect(parseTsv('1 号教学楼\t2400.00\r\n"实训楼\n东区"\t1365.00\r\n')).toEqual([['1 号教学楼', '2400.00'], ['实训楼\n东区', '1365.00']]);
  expect(parseTsv('a\t\tb')).toEqual([['a', '', 'b']]);
});

test('a cell that looks like a formula goes out as text, a negative number as a number', () => {
  expect(toTsv([['=1+1', '-5.00', '@x', '＝SUM(A1)']])).toBe("'=1+1\t-5.00\t'@x\t'＝SUM(A1)");
  expect(toCsv([['=1+1', 'a,b']])).toBe('\uFEFF\'=1+1,"a,b"\r\n');
});

test('whatever is copied can be pasted back', () => {
  const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', '\t', '\n', ' ', '1', '甲', 'a') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(parseTsv(`${toTsv(rows)}\n`)).toEqual(rows);
    }),
  );
});
