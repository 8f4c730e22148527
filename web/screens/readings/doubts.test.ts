import { expect, test } from 'vitest';
import { quzhou2024 } from '../../../core/policy/quzhou-2024/pack.ts';
import { toDecimalText } from '../../../core/values/exact.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import { bearingOf, doubtsOf, doubtTexts, isOpen, matches, shows } from './doubts.ts';
import { parameterText } from './parameter-text.ts';

const PARAMETERS = quzhou2024.parameters.map((p): ParameterAnswer => ({
  ...p, value: typeof p.value === 'object' ? (toDecimalText(p.value) ?? '') : String(p.value),
}));
const DOUBTS = doubtsOf(PARAMETERS);
const doubt = (id: string) => DOUBTS.find((d) => d.id === id) as (typeof DOUBTS)[number];
const bearing = bearingOf(quzhou2024);
const keyed = (key: string) => PARAMETERS.find((p) => p.key === key) as ParameterAnswer;

test('the readings come in the order of their numbers, each with all that it settles', () => {
  expect(DOUBTS.map((d) => d.id).slice(0, 3)).toEqual(['B1', 'B2', 'B3']);
  expect(DOUBTS.filter((d) => d.id.startsWith('B'))).toHaveLength(65);
  expect(DOUBTS.slice(65).every((d) => !d.id.startsWith('B'))).toBe(true);
  expect(DOUBTS).toHaveLength(70);
  expect(doubt('B6').parameters.length).toBeGreaterThan(2);
});

test('what a parameter bears on is asked of what is declared', () => {
  expect(bearing(keyed('dorm.denominator'))).toBe('campuses');
  expect(bearing(keyed('student.counts'))).toBe('campuses');
  expect(bearing(keyed('secondary.land.min_m2'))).toBe('schools');
  expect(bearing(keyed('local.area'))).toBe('targets');
  expect(bearing(keyed('tuition.base'))).toBe('nothing');
});

test('a question is open when the document does not settle it or its default was not verified', () => {
  expect(isOpen(doubt('B12'))).toBe(true);
  expect(isOpen(doubt('B3'))).toBe(true);
  expect(isOpen(doubt('B10'))).toBe(false);
});

test('filters: what changes a verdict, what is unverified, what is computed with; words all have to be there', () => {
  const effects = [{ reading: 'B10', key: 'dorm.denominator', value: 'boarders', label: { zh: '', en: '' }, chosen: false, changes: [{ campus_id: 'C1', campus: 'C1', standard: 'R1-d', before: 'unmet', after: 'met' }] }] as const;
  expect(DOUBTS.filter((d) => shows(d, 'changing', effects, bearing)).map((d) => d.id)).toEqual(['B10']);
  expect(shows(doubt('B12'), 'unverified', [], bearing)).toBe(true);
  expect(shows(doubt('B10'), 'unverified', [], bearing)).toBe(false);
  expect(shows(doubt('B26'), 'used', [], bearing)).toBe(false);
  expect(matches(doubtTexts(doubt('B10'), 'zh'), '住宿生 r1-d')).toBe(true);
  expect(matches(doubtTexts(doubt('B10'), 'zh'), '住宿生 R1-b')).toBe(false);
});

test('values are told as people read them', () => {
  const told = (key: string) => parameterText(keyed(key), 'zh');
  expect(told('rooms.min_m2')).toBe('15 平方米/人');
  expect(told('masters.min_share')).toBe('50%');
  expect(told('filing.by')).toBe('12月5日');
  expect(told('campus.grades')).toBe('4、5年级');
  expect(told('agreement.block_at_filing')).toBe('是');
  expect(told('base.students_per_station')).toBe('未启用');
  expect(told('target.local_rate.due')).toBe('2027年8月31日');
  expect(told('facilities.kinds')).toContain('食堂');
  expect(parameterText(keyed('filing.by'), 'en')).toBe('5 December');
});

test('no value of the pack is shown as a bare code', () => {
  for (const parameter of PARAMETERS) {
    for (const language of ['zh', 'en'] as const) expect(parameterText(parameter, language), parameter.key).not.toMatch(/^[a-z]+(_[a-z]+)+$|;\S/);
  }
});
