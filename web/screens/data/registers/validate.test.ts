import { expect, test } from 'vitest';
import { cellKey, validateRow, validateRows } from './validate.ts';

const room = { room_id: 'R1', campus_id: 'C1', use: '教室', area_m2: '120', from: '2025-09-01' };

test('a sound row has nothing to correct, in words of either language', () => {
  expect([...validateRow('rooms', room, 'zh')]).toEqual([]);
  expect([...validateRow('rooms', { ...room, use: 'Classroom' }, 'en')]).toEqual([]);
});

test('each wrong cell is named by its column', () => {
  const wrong = validateRow('rooms', { ...room, area_m2: '很大', use: '', to: '2025-08-31' }, 'zh');
  expect([...wrong.keys()].toSorted()).toEqual(['area_m2', 'to', 'use']);
  expect(wrong.get('area_m2')).toBe('“很大”不是数字。请只填数字，不带单位和文字。');
});

test('rows are judged among each other; blank rows are passed over', () => {
  const rows = [{ key: 'a', texts: room }, { key: 'b', texts: {} }, { key: 'c', texts: { ...room, area_m2: '130' } }];
  expect([...validateRows('rooms', rows, 'zh').keys()].every((key) => key.startsWith('c\n'))).toBe(true);
  expect(validateRows('rooms', rows, 'zh').size).toBeGreaterThan(0);
  expect(validateRows('rooms', rows.slice(0, 2), 'zh').get(cellKey('b', 'room_id'))).toBe(undefined);
});
