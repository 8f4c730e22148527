import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { advanceGrades } from './advance.ts';
import { madeHigherRoll, madeRoll, madeRules } from './made-roll.ts';
import type { Roll } from './roll.ts';

function advanced(roll: Roll, year: number): string {
  const [answer] = advanceGrades(new Map([['N', roll]]), year, madeRules());
  return answer?.outcome === 'advanced' ? `${answer.roll.grade} ${answer.roll.status} ${answer.clause}` : `${answer?.why} ${answer?.clause}`;
}

describe('R3-b, R3-c: grades on 1 September', () => {
  test('each grade to the next within a stage', () => {
    expect([advanced(madeRoll(), 2025), advanced(madeRoll({ grade: 2, since: date('2025-09-01') }), 2026)]).toEqual(['2 enrolled R3-b', '3 enrolled R3-b']);
    expect(advanced(madeHigherRoll({ grade: 4, since: date('2027-09-01'), status: 'internship' }), 2028)).toBe('5 internship R3-c');
  });

  test('the final grade of a stage waits for the step-up or the audit', () => {
    expect(advanced(madeRoll({ grade: 3, since: date('2026-09-01') }), 2027)).toBe('awaits_step_up R3-b');
    expect(advanced(madeHigherRoll(), 2029)).toBe('awaits_graduation R3-c');
  });

  test('a repeater stays once: decided within the year that ends, the grade begins again', () => {
    expect(advanced(madeRoll({ status: 'repeating', since: date('2025-07-05') }), 2025)).toBe('repeats R3-b');
    expect(advanced(madeRoll({ status: 'repeating', since: date('2025-07-05') }), 2026)).toBe('2 enrolled R3-b');
    expect(advanced(madeRoll({ status: 'repeating', since: date('2025-09-01') }), 2026)).toBe('2 enrolled R3-b');
    expect(advanced(madeRoll({ status: 'repeating', since: date('2025-09-02') }), 2026)).toBe('repeats R3-b');
  });

  test('suspended, kept places, leavers and who never registered stay', () => {
    expect(['suspended', 'withdrawn', 'transferred_out'].map((status) => advanced(madeRoll({ status: status as Roll['status'] }), 2025))).toEqual(['suspended R3-b', 'left R3-b', 'left R3-b']);
    expect([advanced(madeHigherRoll({ status: 'place_kept' }), 2029), advanced(madeRoll({ status: 'admission_kept' }), 2025)]).toEqual(['place_kept R3-c', 'not_registered R3-b']);
  });

  test('who registered, resumed or stepped up this autumn begins the grade now', () => {
    expect(advanced(madeRoll(), 2024)).toBe('begins_now R3-b');
    expect(advanced(madeRoll({ since: date('2025-09-01') }), 2025)).toBe('begins_now R3-b');
    expect(advanced(madeRoll({ since: date('2025-08-31') }), 2025)).toBe('2 enrolled R3-b');
    expect(advanced(madeHigherRoll({ grade: 4, since: date('2027-09-01') }), 2027)).toBe('begins_now R3-c');
  });

  test('twice in one year is once', () => {
    const rolls = new Map([['N1', madeRoll()], ['N2', madeRoll({ grade: 2 })]]);
    const [first] = advanceGrades(rolls, 2025, madeRules());
    expect(first?.outcome === 'advanced' && advanced(first.roll, 2025)).toBe('begins_now R3-b');
    expect(advanceGrades(rolls, 2025, madeRules()).map((one) => one.student_id)).toEqual(['N1', 'N2']);
  });
});
