import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { fiveYears, type FiveYearFacts } from './five-years.ts';
import { valuesOf } from './made-agreement.ts';

const FACTS: FiveYearFacts = {
  cohort: 2025, agreement: { done_on: null, due_on: date('2025-10-09') }, filed_on: null, step_up_passed_on: null, higher_from: null, confirmed_on: null,
  certificate_on: null, graduated_on: null, here: true,
};
const states = (given: Partial<FiveYearFacts>, on = '2025-09-20', values = valuesOf()) =>
  fiveYears({ ...FACTS, ...given }, values, date(on)).map(({ id, state }) => `${id} ${state}`);

describe('the five years of a student', () => {
  test('say what is next and by when', () => {
    const all = fiveYears(FACTS, valuesOf(), date('2025-09-20'));
    expect(all.map(({ id, by, year }) => [id, by, year])).toEqual([
      ['agreement', '2025-10-09', 1], ['filing', '2025-12-05', 1], ['step_up_test', '2028-04-30', 3], ['step_up', '2028-09-01', 4], ['confirmation', null, 4], ['certificate', null, 5], ['graduation', null, 5],
    ]);
    expect(states({})[0]).toBe('agreement next');
  });
  test('M3-c: are late the day after the last day, and not on it', () => {
    const agreement = { done_on: date('2025-09-10'), due_on: date('2025-10-09') };
    expect(states({ agreement }, '2025-12-05').slice(0, 2)).toEqual(['agreement done', 'filing next']);
    expect(states({ agreement }, '2025-12-06').slice(0, 2)).toEqual(['agreement done', 'filing late']);
  });
  test('do not ask for the test of somebody who stepped up, nor for a confirmation where none is asked', () => {
    expect(states({ higher_from: date('2028-09-01'), filed_on: date('2025-12-01'), agreement: { done_on: date('2025-09-10'), due_on: null } }, '2028-09-10'))
      .toEqual(['agreement done', 'filing done', 'step_up_test done', 'step_up done', 'confirmation next', 'certificate later', 'graduation later']);
    expect(states({}, '2025-09-20', valuesOf({ 'agreement.confirm_year_4': false }))).not.toContain('confirmation later');
  });
  test('wait for nothing of somebody who has left', () => {
    expect(new Set(states({ here: false }))).toEqual(new Set(['agreement closed', 'filing closed', 'step_up_test closed', 'step_up closed', 'confirmation closed', 'certificate closed', 'graduation closed']));
  });
});
