import { expect, test } from 'vitest';
import { decimal } from '../../../core/values/exact.ts';
import { readScenario, scenarioText, withScenario } from './scenario.ts';

test('a scenario opened from its own address is the same scenario', () => {
  const changes = { students: 45, teaching_area_m2: decimal('300.5'), overlaps: -2, facilities: ['canteen', 'network'], majors_with_base: ['460301'] };
  expect(readScenario(scenarioText(changes))).toEqual(changes);
});

test('what is no change is not in the address; settings stay there', () => {
  const address = withScenario('on=2025-10-31&students=45&lang=en', { students: 0, teachers: 2, land_area_m2: decimal('0.00') });
  expect(address).toBe('on=2025-10-31&lang=en&teachers=2');
});

test('an address that was tampered with supposes only what can be read', () => {
  expect(readScenario('students=1e9&teachers=2.5&land_area_m2=abc&facilities=<b>,canteen&counsellors=-1&psychologists=99999999')).toEqual({
    counsellors: -1, facilities: ['canteen'],
  });
});
