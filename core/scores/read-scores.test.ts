import { expect, test } from 'vitest';
import { exact, toDecimalText } from '../values/exact.ts';
import { linesOf, readScores } from './read-scores.ts';

const awaited = { students: new Set(['A1', 'A2', 'A3']), full_marks: exact(100) };
const read = (text: string, given = awaited) => readScores(linesOf(text), given);

test('what is copied from a table is read, headings and empty lines aside', () => {
  const { scores, problems } = read('学号\t姓名\t成绩\n\nA1\t甲\t60\nA2，99.5\n A3   缺考 \n');
  expect(problems).toEqual([]);
  expect(scores.map(({ student_id, score }) => [student_id, score === null ? null : toDecimalText(score)])).toEqual([['A1', '60'], ['A2', '99.5'], ['A3', null]]);
});

test('full marks are a score, one hundredth more is none; nothing of a list with a mistake is kept', () => {
  expect(read('A1 \t100').problems).toEqual([]);
  expect(read('A1\t100.01')).toEqual({ scores: [], problems: [{ line: 1, column: 'score', code: 'above_full_marks', value: '100.01' }] });
  expect(read('A1\t60\nA2\t-1').scores).toEqual([]);
});

test('each cell that is wrong is told with its line', () => {
  const codes = (text: string) => read(text).problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
  expect(codes('A1\t60\nA1\t61')).toEqual(['2 student_id twice']);
  expect(codes('B9\t60')).toEqual(['1 student_id unknown_student']);
  expect(codes('A1')).toEqual(['1 score missing']);
  expect(codes('A1\t1e2\nA2\t60.123')).toEqual(['1 score not_a_number', '2 score too_many_decimals']);
  expect(read('A1\t10', { ...awaited, full_marks: null as never }).problems).toHaveLength(1);
});
