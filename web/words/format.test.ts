import { expect, test } from 'vitest';
import { formatBytes, formatDate, formatMoney, formatPercent, groupDigits, trimZeros } from './format.ts';
import { outcomeDetail, requirement } from './outcome.ts';
import { rateWord } from '../../core/values/unit-words.ts';
import { quantity } from './units.ts';

test('dates are said as people say them', () => {
  expect(formatDate('2025-10-31', 'zh')).toBe('2025年10月31日');
  expect(formatDate('2025-09-01', 'en')).toBe('1 September 2025');
  expect(formatDate('soon', 'zh')).toBe('soon');
});

test('money is exact to the fen', () => {
  expect(formatMoney('1950000', 'zh')).toBe('1,950,000.00 元');
  expect(formatMoney('579743.99', 'zh')).toBe('579,743.99 元');
  expect(formatMoney('0.5', 'en')).toBe('0.50 yuan');
});

test('digits are grouped from the point to the left only', () => {
  expect(groupDigits('999')).toBe('999');
  expect(groupDigits('1000')).toBe('1,000');
  expect(groupDigits('4019.0000')).toBe('4,019.0000');
  expect(groupDigits('-1234567.50')).toBe('−1,234,567.50');
});

test('a ratio becomes a percentage without rounding', () => {
  expect(formatPercent('0.5333')).toBe('53.33%');
  expect(formatPercent('0.6')).toBe('60%');
  expect(formatPercent('1.0000')).toBe('100.00%');
  expect(formatPercent('0.0933')).toBe('9.33%');
});

test('zeros that say nothing are dropped', () => {
  expect(trimZeros('1.00')).toBe('1');
  expect(trimZeros('6.50')).toBe('6.5');
  expect(trimZeros('100')).toBe('100');
});

test('units are words in both languages', () => {
  expect(rateWord('m2/student', 'zh')).toBe('平方米/人');
  expect(quantity('14.9962', 'm2/student', 'zh')).toBe('14.9962 平方米/人');
  expect(quantity('0.5333', 'ratio', 'en')).toBe('53.33%');
});

test('what is required is said with its sign', () => {
  expect(requirement({ op: '>=', value: '15', from: null }, 'm2/student', 'zh')).toBe('≥ 15 平方米/人');
  expect(requirement({ op: '>=', value: null, from: null }, 'm2/student', 'zh')).toBe('');
});

test('each outcome says what is behind it', () => {
  const verdict = {
    standard: 'R1-b', clause: 'R1-b', basis: 'text', measured: { numerator: null, denominator: null, value: null, unit: 'm2/student' }, required: { op: '>=', value: '15', from: null },
    gap: null, missing: [], reason: null, readings: [], alternatives: [], evidence: [],
  } as const;
  expect(outcomeDetail({ ...verdict, outcome: 'met' }, 'zh')).toBe('');
  expect(outcomeDetail({ ...verdict, outcome: 'unmet', gap: { value: '1.00', unit: 'm2' } }, 'zh')).toBe('还差 1 平方米教学行政用房');
  expect(outcomeDetail({ ...verdict, outcome: 'undetermined', missing: ['students', 'rooms'] }, 'zh')).toBe('学生学籍、房间台账');
  expect(outcomeDetail({ ...verdict, outcome: 'not_applicable', reason: 'no_students' }, 'en')).toBe('The campus has no students of the higher stage');
});

test('file sizes are said as file managers say them', () => {
  expect(formatBytes(900)).toBe('900 B');
  expect(formatBytes(1025)).toBe('2 KB');
  expect(formatBytes(5 * 1024 * 1024)).toBe('5.0 MB');
});
