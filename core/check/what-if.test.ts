import { describe, expect, test } from 'vitest';
import { madeFacts } from '../facts/made-facts.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { decimal, exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { known, unreported } from '../verdict/fact.ts';
import type { Changes } from './changes.ts';
import { answerFacts, judgingOn } from './judging.ts';
import { applyChanges } from './what-if.ts';

const judging = judgingOn(quzhou2024, date('2025-10-31'));

function outcome(standard: string, changes: Changes, facts = madeFacts()) {
  return answerFacts(applyChanges(facts, changes), judging).verdicts.find((v) => v.standard === standard)?.outcome;
}

describe('what if: each change moves its standard, on both sides of the line', () => {
  test.each<[string, Changes, string]>([
    ['R1-b', { teaching_area_m2: decimal('-0.01') }, 'unmet'],
    ['R1-c', { land_area_m2: decimal('-0.01') }, 'unmet'],
    ['R1-d', { dormitory_area_m2: decimal('-0.01') }, 'unmet'],
    ['R2-b', { equipment_yuan: decimal('-0.01') }, 'unmet'],
    ['R2-a', { majors: ['460701'] }, 'unmet'],
    ['R2-a', { majors: ['460701'], majors_with_base: ['460701'] }, 'met'],
    ['R5-b', { overlaps: 1 }, 'unmet'],
    ['R5-c', { unqualified: 1 }, 'unmet'],
    ['R5-d', { teachers: -1 }, 'unmet'],
    ['R5-e', { ideology_teachers: -1 }, 'unmet'],
    ['R5-f', { masters: -1 }, 'unmet'],
    ['R5-g', { seniors: -1 }, 'unmet'],
    ['R5-h', { expert_hours: decimal('-0.01') }, 'unmet'],
    ['R5-h', { experts: 1 }, 'unmet'],
    ['R5-i', { psychologists: -1 }, 'unmet'],
    ['R5-j', { students: 164 }, 'met'],
    ['R5-j', { students: 165 }, 'unmet'],
    ['R5-k', { classes_without_head: 1 }, 'unmet'],
  ])('%s with %o: %s', (standard, changes, expected) => {
    expect(outcome(standard, {})).toBe('met');
    expect(outcome(standard, changes)).toBe(expected);
  });

  test('one more student needs more of everything; 15 m² later the rooms are enough again', () => {
    expect(outcome('R1-b', { students: 1 })).toBe('unmet');
    expect(outcome('R1-b', { students: 1, teaching_area_m2: decimal('14.99') })).toBe('unmet');
    expect(outcome('R1-b', { students: 1, teaching_area_m2: decimal('15') })).toBe('met');
  });

  test('nothing falls below zero, and nobody holds a degree who is not there', () => {
    const facts = applyChanges(madeFacts(), { students: -100, teachers: -1, teaching_area_m2: decimal('-1000'), seniors: 9 });
    expect(facts.students.value).toEqual(exact(0));
    expect(facts.teaching_area_m2.value).toEqual(exact(0));
    expect(facts.teachers.value).toEqual({ persons: 1, share: exact(1), masters: 1, seniors: 1 });
  });

  test('a campus emptied of students is judged as one without', () => {
    expect(outcome('R1-b', { students: -36 })).toBe('not_applicable');
  });

  test('what was not reported stays unknown', () => {
    const facts = madeFacts({ land_area_m2: unreported('land') });
    expect(outcome('R1-c', { land_area_m2: decimal('5000') }, facts)).toBe('undetermined');
  });

  test('a facility that is absent or unreported will be there', () => {
    const facts = madeFacts({ facilities: known({ present: ['library', 'canteen', 'sports', 'network'], absent: ['clinic'], unreported: ['counselling_room'] }) });
    expect(outcome('R1-e', {}, facts)).toBe('unmet');
    expect(outcome('R1-e', { facilities: ['clinic'] }, facts)).toBe('undetermined');
    expect(outcome('R1-e', { facilities: ['clinic', 'counselling_room'] }, facts)).toBe('met');
  });

  test('an external teacher counts by half, up to a quarter of the counted persons', () => {
    const four = madeFacts({ teachers: known({ persons: 4, share: exact(4), masters: 2, seniors: 2 }), students: known(exact(81)) });
    expect(outcome('R5-d', {}, four)).toBe('unmet');
    expect(outcome('R5-d', { external_teachers: 1 }, four)).toBe('met');
    expect(outcome('R5-d', { external_teachers: 9, students: 1 }, four)).toBe('unmet');
  });
});
