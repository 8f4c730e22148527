import { expect, test } from 'vitest';
import { pastedColumn, readScore } from './score.ts';

test('a grade is a number within full marks, or that the student was absent', () => {
  expect(['', ' ', '85', '100', '59.5', '８５', '缺考', 'Absent'].map((text) => readScore(text, '100'))).toEqual([
    { is: 'empty' }, { is: 'empty' }, { is: 'grade', score: '85' }, { is: 'grade', score: '100' }, { is: 'grade', score: '59.5' }, { is: 'grade', score: '85' }, { is: 'grade', score: null }, { is: 'grade', score: null },
  ]);
  expect(['100.1', '-1', '85.25', '优', '1e2'].map((text) => readScore(text, '100').is)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong']);
});

test('of what is pasted the first column counts, with its gaps', () => {
  expect(pastedColumn('85\r\n\r\n90\t张三\r\n')).toEqual(['85', '', '90']);
  expect(pastedColumn('85')).toEqual(['85']);
});
