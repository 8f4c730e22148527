import { expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import type { Parameter } from '../verdict/parameter.ts';
import { changeOnPaper, conditionOnPaper } from './in-words.ts';

const parameter = (key: string): Parameter => quzhou2024.parameters.find((one) => one.key === key) as Parameter;
const change = (key: string, after: string) => changeOnPaper(parameter(key), parameter(key).value, after);

test('an amount is said with its unit once, a share without any', () => {
  expect(change('equip.min_yuan', '12000')).toEqual({ before: '10,000', after: '12,000', unit: '元/人' });
  expect(change('base.booking_tolerance', '0.2')).toEqual({ before: '0.15', after: '0.2', unit: '' });
});

test('a choice is said by its name, not by its code', () => {
  const { reading } = parameter('denominator.basis');
  const [first, second] = reading?.options ?? [];
  expect(change('denominator.basis', second?.value ?? '')).toEqual({ before: first?.label.zh, after: second?.label.zh, unit: '' });
});

test('what was switched off and becomes an amount has a unit after it only, and so has what had no value on the day', () => {
  expect(change('base.students_per_station', '2')).toEqual({ before: '未启用', after: '2人/工位', unit: '' });
  expect(changeOnPaper(parameter('rooms.min_m2'), null, '16')).toEqual({ before: '（当日没有取值）', after: '16平方米/人', unit: '' });
});

test('a condition is said with what was found; what was not measured has nothing there', () => {
  const measured = { numerator: '4019', denominator: '268', value: '14.9963', unit: 'm2/student' };
  const verdict = { standard: 'R1-b', clause: 'R1-b', outcome: 'unmet', measured } as const;
  expect(conditionOnPaper(quzhou2024, verdict)).toEqual({ clause: 'R1-b', item: '生均教学行政用房', found: '14.9963 平方米/人', outcome: '未达标' });
  expect(conditionOnPaper(quzhou2024, { ...verdict, outcome: 'undetermined', measured: { ...measured, value: null } })).toMatchObject({ found: '', outcome: '待补报' });
});
