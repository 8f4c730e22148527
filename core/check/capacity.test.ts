import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeFacts } from '../facts/made-facts.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { decimal, exact } from '../values/exact.ts';
import { known, unreported } from '../verdict/fact.ts';
import { capacityOn, PER_STUDENT } from './capacity.ts';
import { answerFacts, judgingOn } from './judging.ts';
import { applyChanges } from './what-if.ts';

const DAY = judgingOn(quzhou2024, date('2025-10-31'));
const capacity = capacityOn(DAY);

function allowedBy(standard: string, facts = madeFacts()): number | null | undefined {
  return capacity(facts).allowed.find((a) => a.standard === standard)?.students;
}

test('rooms for 36 students at 15 m² each: 36, and 1 cm² less means 35', () => {
  expect(allowedBy('R1-b', madeFacts({ teaching_area_m2: known(decimal('540')) }))).toBe(36);
  expect(allowedBy('R1-b', madeFacts({ teaching_area_m2: known(decimal('539.9999')) }))).toBe(35);
  expect(allowedBy('R1-b', madeFacts({ teaching_area_m2: known(decimal('554.99')) }))).toBe(36);
});

test('land, dormitory, equipment and staff each allow their own number', () => {
  expect(Object.fromEntries(capacity(madeFacts()).allowed.map((a) => [a.standard, a.students]))).toEqual({
    'R1-b': 36, 'R1-c': 36, 'R1-d': 36, 'R2-b': 36, 'R5-d': 36, 'R5-e': 350, 'R5-i': 4000, 'R5-j': 200,
  });
});

test('the least binds, and all that tie are named', () => {
  expect(capacity(madeFacts())).toMatchObject({ students: 36, binding: ['R1-b', 'R1-c', 'R1-d', 'R2-b', 'R5-d'] });
  expect(capacity(madeFacts({ counsellors: known(decimal('0.1')) }))).toMatchObject({ students: 20, binding: ['R5-j'] });
});

test('external teachers count by half, at most a quarter of the persons', () => {
  const eight = { persons: 8, share: exact(8), masters: 4, seniors: 4 };
  expect(allowedBy('R5-d', madeFacts({ teachers: known(eight), external: known(1) }))).toBe(153);
  expect(allowedBy('R5-d', madeFacts({ teachers: known(eight), external: known(9) }))).toBe(162);
});

test('nobody of a post allows nobody; what was not reported is no number', () => {
  expect(capacity(madeFacts({ psychologists: known(0) }))).toMatchObject({ students: 0, binding: ['R5-i'] });
  const unknown = capacity(madeFacts({ land_area_m2: unreported('land') }));
  expect(unknown.allowed.find((a) => a.standard === 'R1-c')).toEqual({ standard: 'R1-c', students: null, missing: ['land'] });
  expect(unknown.students).toBe(36);
});

test('before the policy there is no rule, hence no number', () => {
  expect(capacityOn(judgingOn(quzhou2024, date('2024-05-28')))(madeFacts())).toMatchObject({ students: null, binding: [] });
});

test('read per boarder, dormitories do not limit the number of students', () => {
  const perBoarder = capacityOn(judgingOn(quzhou2024, date('2025-10-31'), new Map([['dorm.denominator', 'boarders']])));
  expect(perBoarder(madeFacts()).allowed.find((a) => a.standard === 'R1-d')).toEqual({ standard: 'R1-d', students: null, missing: [] });
});

test('with as many students every standard asked passes; with one more those that bind do not', () => {
  fc.assert(fc.property(fc.nat(90_000), fc.nat(300), fc.nat(40), fc.nat(3), (area, teachers, ideology, psychologists) => {
    const facts = madeFacts({
      teaching_area_m2: known(exact(area, 7n)),
      teachers: known({ persons: teachers, share: exact(teachers), masters: 0, seniors: 0 }),
      ideology: known({ share: exact(ideology, 3n), persons: ideology, masters: 0 }),
      psychologists: known(psychologists),
    });
    const { students, binding } = capacity(facts);
    const unmetAt = (n: number) => answerFacts({ ...applyChanges(facts, {}), students: known(exact(n)) }, DAY).verdicts
      .filter((v) => v.outcome === 'unmet' && (PER_STUDENT as readonly string[]).includes(v.standard)).map((v) => v.standard);
    if (students !== null && students > 0) expect(unmetAt(students)).toEqual([]);
    expect(unmetAt((students ?? 0) + 1)).toEqual([...binding]);
  }), { numRuns: 200 });
});
