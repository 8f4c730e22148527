import { expect, test } from 'vitest';
import { describeProblem } from './describe.ts';
import { problem } from './problem.ts';
import type { ProblemCode } from './problem.ts';

test('a problem of a cell names sheet, row and column by their labels', () => {
  const negative = problem('rooms', 5, 'area_m2', 'negative', '-3');
  expect(describeProblem(negative, 'zh')).toBe('《房间台账》第 5 行“建筑面积”：“-3”是负数。请填零或正数。');
  expect(describeProblem(negative, 'en')).toBe('Rooms, row 5, Area: “-3” is negative. Enter zero or more.');
});

test('a problem of a whole sheet or row names what there is', () => {
  expect(describeProblem(problem('rooms', null, 'use', 'missing_column', null), 'zh')).toBe('《房间台账》“用途”：缺少这一列。请按模板补上该列标题及内容。');
  expect(describeProblem(problem('备忘', null, null, 'unknown_sheet', '备忘'), 'en')).toMatch(/^备忘: this sheet is not known/);
  expect(describeProblem(problem('students', 3, null, 'duplicate_row', 'A 2025-09-01'), 'zh')).toMatch(/^《学生学籍》第 3 行：与前面某行完全相同（“A 2025-09-01”）/);
});

const codes: readonly ProblemCode[] = [
  'missing_column', 'missing_value', 'not_a_number', 'not_a_date', 'not_allowed', 'negative', 'too_many_decimals', 'duplicate_key', 'overlap',
  'share_over_one', 'unknown_reference', 'from_after_to', 'not_higher_stage', 'wrong_party', 'below_floor', 'unknown_column', 'unknown_sheet',
  'duplicate_row', 'code_pattern', 'id_checksum', 'wrong_stage_at_campus', 'headcount_differs', 'no_charge', 'item_not_approved',
];

test.each(codes)('%s says what happened and what to do, in both languages', (code) => {
  const found = problem('students', 2, 'student_id', code, '$&{value}');
  for (const language of ['zh', 'en'] as const) {
    const sentence = describeProblem(found, language);
    expect(sentence).not.toMatch(/[!！]|undefined/);
    expect(sentence.split(language === 'zh' ? '。' : '. ').length).toBeGreaterThan(1);
    if (sentence.includes('“$')) expect(sentence).toContain('“$&{value}”');
  }
});

test('a very long value is cut', () => {
  expect(describeProblem(problem('rooms', 2, 'use', 'not_allowed', '字'.repeat(500)), 'zh').length).toBeLessThan(150);
});

test('names that every object has are no labels', () => {
  expect(describeProblem(problem('constructor', 2, 'toString', 'unknown_sheet', 'x'), 'en')).toMatch(/^constructor, row 2, toString: /);
});
