import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { toDecimalText } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { earnedByStudent, earnedCredits, type GradedCourse } from './credits.ts';
import { gradeRefusals, gradeRules, isPassed, sameScore, withoutGrade } from './grades.ts';
import { ideologyHours } from './ideology.ts';
import { daysFit, parseTerm, termOfCohort, termOn, weeksOf } from './terms.ts';

const SEED = Number(process.env['CREDIT_SEED'] ?? Date.now() % 1_000_000_000);
const rules = gradeRules(parametersOn(quzhou2024.parameters, date('2025-10-31')));
if (rules === null) throw new Error('no rules on grades');

describe('M3-e: credits', () => {
  const graded = (student_id: string, course_code: string, credits: string, passed: boolean): GradedCourse => ({ student_id, course_code, credits, passed });

  test(`are the naive sum over what is passed, of 2 000 students (seed ${SEED})`, () => {
    let state = SEED;
    const int = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const students = Array.from({ length: 2000 }, (_, at) => `S${at}`);
    const credits = Array.from({ length: 40 }, () => ['0.5', '1', '2.5', '4', '6'][int(5)] ?? '1');
    const grades = Array.from({ length: 40_000 }, () => [students[int(2000)] ?? '', int(40)] as const)
      .map(([student, course]) => graded(student, `K${course}`, credits[course] ?? '1', int(3) > 0));
    const brought = new Map(students.filter(() => int(4) === 0).map((id) => [id, '12.5'] as const));
    const earned = earnedByStudent(grades, brought, students);
    for (const id of students) {
      const passed = new Set(grades.filter((one) => one.student_id === id && one.passed).map(({ course_code }) => Number(course_code.slice(1))));
      const naive = [...passed].reduce((tenths, course) => tenths + Math.round(Number(credits[course]) * 10), brought.has(id) ? 125 : 0);
      expect(toDecimalText(earned.get(id) ?? { n: -1n, d: 1n }), `seed ${SEED}, ${id}`).toBe(String(naive / 10));
    }
  });

  test('of a course that is passed twice count once, of one that is failed and then passed too, of one that is failed not', () => {
    const own = [graded('A', 'K1', '4', true), graded('A', 'K1', '4', true), graded('A', 'K2', '2.5', false), graded('A', 'K2', '2.5', true), graded('A', 'K3', '6', false)];
    expect(toDecimalText(earnedCredits(own, null))).toBe('6.5');
    expect(toDecimalText(earnedCredits(own, '100'))).toBe('106.5');
    expect(toDecimalText(earnedCredits([], null))).toBe('0');
  });
});

describe('M3-e: a table of grades', () => {
  const roster = new Set(['A', 'B']);
  const why = (...grades: (readonly [string, string | null])[]) => gradeRefusals(grades.map(([student_id, score]) => ({ student_id, score })), roster, rules).map((one) => `${one.about} ${one.why} ${one.clause}`);

  test('takes 0, full marks, halves and who was absent', () => {
    expect(why(['A', '0'], ['B', '100'])).toEqual([]);
    expect(why(['A', '59.5'], ['B', null])).toEqual([]);
  });

  test('refuses each cell by name: over full marks, below nothing, no number, a second decimal, a stranger, somebody twice', () => {
    expect(why(['A', '100.1'], ['B', '-1'])).toEqual(['A out_of_range M3-e', 'B out_of_range M3-e']);
    expect(why(['A', '优'], ['B', '80.25'])).toEqual(['A out_of_range M3-e', 'B out_of_range M3-e']);
    expect(why(['A', '80'], ['C', '80'], ['A', '81'])).toEqual(['C not_in_class M3-e', 'A twice M3-e']);
  });

  test('is complete with a grade for everybody', () => {
    expect(withoutGrade([{ student_id: 'A', score: null }], ['A', 'B']).map(({ about }) => about)).toEqual(['B']);
  });

  test('the pass line is reached at it and not a tenth below; who was absent has not passed', () => {
    expect([isPassed('60', rules), isPassed('59.9', rules), isPassed(null, rules)]).toEqual([true, false, false]);
    expect([sameScore('85', '85.0'), sameScore('85', '85.1'), sameScore(null, '0'), sameScore(null, null)]).toEqual([true, false, false, true]);
    expect(gradeRules(parametersOn(quzhou2024.parameters, date('2024-05-28')))).toBeNull();
  });
});

describe('C10: terms', () => {
  test('a cohort is in its ten terms and in no other', () => {
    const of = (term: string) => termOfCohort(parseTerm(term) ?? { year: 0, half: 1 }, 2022);
    expect([of('2021-2'), of('2022-1'), of('2022-2'), of('2025-1'), of('2026-2'), of('2027-1')]).toEqual([null, 1, 2, 7, 10, null]);
    expect([parseTerm('2025-3'), parseTerm('25-1')]).toEqual([null, null]);
    expect([termOn(date('2025-08-31')), termOn(date('2025-09-01')), termOn(date('2026-01-31')), termOn(date('2026-02-01'))]).toEqual(['2024-2', '2025-1', '2025-1', '2025-2']);
  });

  test('days lie in their half of the year, the autumn not before the first day of the year', () => {
    const fit = (term: string, first: string, last: string) => daysFit(parseTerm(term) ?? { year: 0, half: 1 }, { first_day: date(first), last_day: date(last) }, date('2025-09-02'));
    expect([fit('2025-1', '2025-09-02', '2026-01-23'), fit('2025-1', '2025-09-01', '2026-01-23'), fit('2025-1', '2025-09-02', '2026-02-01')]).toEqual([true, false, false]);
    expect([fit('2025-2', '2026-02-23', '2026-07-10'), fit('2025-2', '2026-01-31', '2026-07-10'), fit('2025-2', '2026-07-10', '2026-07-10')]).toEqual([true, false, false]);
    expect(weeksOf({ first_day: date('2025-09-01'), last_day: date('2025-09-08') })).toBe(2);
  });
});

test('1.1-a: hours of ideology by class; what nobody has said is told apart from none', () => {
  const offered = (offering_id: number, class_id: string, kind: 'ideology' | 'core', planned_hours: number, taught_hours: number | null) => ({ offering_id, class_id, kind, planned_hours, taught_hours });
  expect(ideologyHours([offered(1, 'A', 'ideology', 36, 34), offered(2, 'A', 'ideology', 18, null), offered(3, 'A', 'core', 64, 64), offered(4, 'B', 'core', 64, 0)])).toEqual([
    { class_id: 'A', planned_hours: 54, taught_hours: 34, unreported: 1, offerings: [1, 2] },
    { class_id: 'B', planned_hours: 0, taught_hours: null, unreported: 0, offerings: [] },
  ]);
});
