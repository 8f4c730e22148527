import { expect, test } from 'vitest';
import { exact } from '../../core/values/exact.ts';
import { hoursByClass } from './money-papers-of-school.ts';
import type { Taught } from './paid-order.ts';

const ROW = { row: 1, campus_id: 'C', term: '2025-1', course: '数控编程', kind: 'core', higher_code: '460103', person_id: 'T9', hours: exact(40) } as const;
const taught = (class_id: string, hours: number, other: Partial<Taught> = {}): Taught => ({ campus_id: 'C', person_id: 'T9', term: '2025-1', course: '数控编程', class_id, hours, ...other });

test('R4-h: hours stand class by class where they come to what is paid', () => {
  const others = [taught('K3', 9, { person_id: 'T8' }), taught('K1', 9, { term: '2025-2' }), taught('K1', 9, { campus_id: 'D' }), taught('K1', 9, { course: '钳工' })];
  expect(hoursByClass(ROW, [taught('K1', 16), ...others, taught('K2', 24)])).toEqual([{ class_id: 'K1', hours: '16' }, { class_id: 'K2', hours: '24' }]);
});

test.each([['nothing is known of classes', []], ['an hour is missing', [taught('K1', 16), taught('K2', 23)]], ['an hour is too much', [taught('K1', 16), taught('K2', 25)]]])(
  'R4-h: hours stand as they are reported and of no class where %s', (_, known) => {
    expect(hoursByClass(ROW, known)).toEqual([{ class_id: '', hours: '40' }]);
  });
