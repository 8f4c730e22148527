import { expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { changedPack, changedParameters, valueLike, type ParameterChange } from './changed-pack.ts';
import { quzhou2024 } from './quzhou-2024/pack.ts';

const change = (value: string, from: string, key = 'rooms.min_m2'): ParameterChange => ({ key, value, from: date(from), matter_id: '7', decided_on: date('2025-10-31'), reason: '新标准' });
const onDays = (changes: readonly ParameterChange[], ...days: readonly string[]): (string | null)[] => days.map((day) => {
  const value = parametersOn(changedPack(quzhou2024, changes).parameters, date(day)).get('rooms.min_m2')?.value;
  return value === undefined ? null : String(typeof value === 'object' ? Number(value.n) / Number(value.d) : value);
});

test('a decided value holds from its day, the old one on every day before, and there is no rule before the document', () => {
  expect(onDays([change('16', '2026-01-01')], '2024-05-28', '2025-12-31', '2026-01-01', '2030-01-01')).toEqual([null, '15', '16', '16']);
});

test('two decisions: each holds until the next dated value, whichever was taken first', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'] as const;
  expect(onDays([change('16', '2026-01-01'), change('17', '2026-07-01')], ...days)).toEqual(['15', '16', '16', '17']);
  expect(onDays([change('17', '2026-07-01'), change('16', '2026-01-01')], ...days)).toEqual(['15', '16', '16', '17']);
  expect(onDays([change('16', '2026-01-01'), change('15.5', '2026-01-01')], ...days)).toEqual(['15', '15.5', '15.5', '15.5']);
});

test('what is no value of it changes nothing, and without decisions the pack is the pack', () => {
  expect(onDays([change('很多', '2026-01-01')], '2026-01-01')).toEqual(['15']);
  expect(changedPack(quzhou2024, [])).toBe(quzhou2024);
});

test('made a second time decisions change nothing, in whatever order their days come', () => {
  for (const days of [['2026-01-01', '2026-07-01', '2026-01-01'], ['2026-07-01', '2026-01-01', '2026-03-01']] as const) {
    const changes = days.map((from, at) => change(String(16 + at), from));
    const once = changedParameters(quzhou2024.parameters, changes);
    expect(changedParameters(once, changes)).toEqual(once);
  }
});

test('a rate of the forecast takes all students at most', () => {
  const stay = quzhou2024.parameters.find(({ key }) => key === 'forecast.stay');
  if (stay === undefined) throw new Error('no such rate');
  expect([valueLike(stay, '1'), valueLike(stay, '1.0001'), valueLike(stay, '-0.1')]).toEqual([{ n: 1n, d: 1n }, null, null]);
});
