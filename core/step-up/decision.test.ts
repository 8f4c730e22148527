import { describe, expect, test } from 'vitest';
import { publicationFault, lastDayOfPublication } from './publication.ts';
import { PUBLISHED_HOLIDAYS } from '../duties/published-holidays.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { stepUpEligibility, type StepUpFacts } from '../students/step-up.ts';
import { decimal } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { decisionOf, isFinal, type Attempts } from './decision.ts';

const ON = date('2026-05-20');
const RULES = parametersOn(quzhou2024.parameters, ON);
const HOLIDAYS = new Map(PUBLISHED_HOLIDAYS.map((one) => [one.year, one]));
const result = (kind: 'upgrade_test' | 'upgrade_resit', score: string) => ({ row: 1, student_id: 'A', kind, on: date(kind === 'upgrade_test' ? '2026-04-11' : '2026-04-25'), score: decimal(score) });
const eligible: StepUpFacts = { roll: { stage: 'secondary', status: 'enrolled', grade: 3, row: 1 }, filings: [{ row: 1, student_id: 'A', list_no: '名册', filed_on: date('2023-12-01') }], results: [], conduct_ok: true, prize: false };
const decide = (facts: Partial<StepUpFacts>, attempts: Attempts) => {
  const answer = stepUpEligibility({ ...eligible, ...facts }, ON, RULES);
  return answer === null ? null : decisionOf(answer, attempts, RULES);
};

describe('M9-d: what is decided of a student', () => {
  test('on the line passes, one hundredth below is for the resit, and after it is not passed', () => {
    expect(decide({ results: [result('upgrade_test', '60')] }, { test: true, resits: 0 })).toEqual({ decision: 'passed', reasons: [] });
    expect(decide({ results: [result('upgrade_test', '59.99')] }, { test: true, resits: 0 })).toEqual({ decision: 'resit', reasons: ['score'] });
    expect(decide({ results: [result('upgrade_test', '59.99'), result('upgrade_resit', '59')] }, { test: true, resits: 1 })?.decision).toBe('not_passed');
    expect(decide({ results: [result('upgrade_test', '59.99'), result('upgrade_resit', '60')] }, { test: true, resits: 1 })?.decision).toBe('passed');
  });

  test('whoever did not come may take the resit; whoever comes to neither has not passed; before the test nothing is decided', () => {
    expect(decide({}, { test: false, resits: 0 })?.decision).toBe('undecided');
    expect(decide({}, { test: true, resits: 0 })?.decision).toBe('resit');
    expect(decide({}, { test: true, resits: 1 })?.decision).toBe('not_passed');
    expect(decide({ results: [result('upgrade_resit', '60')] }, { test: true, resits: 1 })?.decision).toBe('passed');
  });

  test('M3-c: outside the filed list, or of conduct that is not passed, nobody is eligible whatever the score; what nobody reported is not decided', () => {
    const passed = { results: [result('upgrade_test', '100')] };
    expect(decide({ ...passed, filings: [] }, { test: true, resits: 0 })).toEqual({ decision: 'not_eligible', reasons: ['list'] });
    expect(decide({ ...passed, conduct_ok: false }, { test: true, resits: 0 })?.decision).toBe('not_eligible');
    expect(decide({ ...passed, conduct_ok: null }, { test: true, resits: 0 })?.decision).toBe('undecided');
    expect(decide({ ...passed, filings: null, conduct_ok: false }, { test: true, resits: 0 })?.decision).toBe('not_eligible');
    expect((['passed', 'not_passed', 'not_eligible', 'resit', 'undecided'] as const).map(isFinal)).toEqual([true, true, true, false, false]);
  });
});

test('five working days, holidays left out and made-up workdays counted; carried out the day after, once every appeal is answered', () => {
  // The holiday of May 2026 ends on the 5th; Saturday the 9th is worked.
  expect(lastDayOfPublication(date('2026-04-29'), RULES, HOLIDAYS)?.on).toBe('2026-05-09');
  expect(lastDayOfPublication(date('2026-05-11'), RULES, HOLIDAYS)?.on).toBe('2026-05-18');
  expect(lastDayOfPublication(date('2026-05-11'), new Map(), HOLIDAYS)).toBeNull();
  const published = { last_day: date('2026-05-18'), open_appeals: 0 };
  expect(publicationFault(null, date('2026-05-19'))).toEqual({ why: 'not_published' });
  expect(publicationFault(published, date('2026-05-18'))).toEqual({ why: 'still_published', last_day: '2026-05-18' });
  expect(publicationFault(published, date('2026-05-19'))).toBeNull();
  expect(publicationFault({ ...published, open_appeals: 1 }, date('2026-05-19'))).toEqual({ why: 'appeals_open', many: 1 });
});
