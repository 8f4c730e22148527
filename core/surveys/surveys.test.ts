import { assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeldRole } from '../access/reach.ts';
import type { Role } from '../access/roles.ts';
import { DEFAULT_PACK } from '../policy/packs.ts';
import { answersAs } from './group.ts';
import { ANSWERERS, QUESTIONS, scoresOf } from './questions.ts';
import { resultsOf, type Tally } from './results.ts';

const LEAST = 5;
const tally = (unit: string, answered: number, score = 4, group: Tally['group'] = 'student'): Tally => ({ group, unit, answered, sums: QUESTIONS.map(() => answered * score) });
const shown = (tallies: readonly Tally[]) => resultsOf(tallies, LEAST).map(({ total, units }) => ({ total: total?.answered ?? null, units: units.map((one) => [one.unit, one.shown?.answered ?? null]) }));

describe('what is shown of a survey', () => {
  test('four answers are not shown, five are', () => {
    expect(shown([tally('campus:A', 4)])).toEqual([{ total: null, units: [['campus:A', null]] }]);
    expect(shown([tally('campus:A', 5)])).toEqual([{ total: 5, units: [['campus:A', 5]] }]);
  });

  test('a total and its parts never tell of a place where fewer answered', () => {
    expect(shown([tally('campus:A', 4), tally('campus:B', 6), tally('campus:C', 9)])).toEqual([{ total: 19, units: [['campus:A', null], ['campus:B', null], ['campus:C', 9]] }]);
    // Two that are held back for themselves come to five together: nothing more is.
    expect(shown([tally('campus:A', 2), tally('campus:B', 3), tally('campus:C', 9)])).toEqual([{ total: 14, units: [['campus:A', null], ['campus:B', null], ['campus:C', 9]] }]);
    expect(shown([tally('campus:A', 2), tally('campus:B', 2), tally('campus:C', 9)])).toEqual([{ total: 13, units: [['campus:A', null], ['campus:B', null], ['campus:C', null]] }]);
  });

  test('of each group apart', () => {
    expect(shown([tally('campus:A', 7), tally('campus:A', 4, 2, 'guardian')])).toEqual([{ total: null, units: [['campus:A', null]] }, { total: 7, units: [['campus:A', 7]] }]);
  });

  test('whatever is subtracted from whatever, it is of nobody or of five', () => {
    const places = uniqueArray(record({ group: constantFrom(...ANSWERERS), unit: constantFrom(...'ABCDEFGH'), answered: integer({ min: 1, max: 9 }) }), { selector: ({ group, unit }) => group + unit, maxLength: 30 });
    assert(property(places, (made) => {
      const tallies = made.map(({ group, unit, answered }) => tally(unit, answered, 3, group));
      for (const { group, total, units } of resultsOf(tallies, LEAST)) {
        const all = tallies.filter((one) => one.group === group).reduce((sum, { answered }) => sum + answered, 0);
        const told = units.reduce((sum, one) => sum + (one.shown?.answered ?? 0), 0);
        expect(units.every((one) => one.shown === null || one.shown.answered >= LEAST)).toBe(true);
        if (total === null) expect(told).toBe(0);
        else expect(all - told === 0 || all - told >= LEAST).toBe(true);
      }
    }));
  });
});

describe('an answer', () => {
  const full = Object.fromEntries(QUESTIONS.map(({ id }) => [id, 5]));
  test('has a whole number from 1 to 5 for every question, and for nothing else', () => {
    expect(scoresOf(full)).toEqual(QUESTIONS.map(() => 5));
    for (const score of [0, 6, 2.5]) expect(scoresOf({ ...full, whole: score })).toBeNull();
    const { whole: _, ...rest } = full;
    expect(scoresOf(rest)).toBeNull();
    expect(scoresOf({ ...full, other: 3 })).toBeNull();
  });

  test('is given as one thing, by those who are part of the pilot', () => {
    const held = (role: Role): HeldRole => ({ role, org_id: 'S', division_code: null, campuses: [], classes: [] });
    const as = (...roles: Role[]) => answersAs(roles.map(held))?.group ?? null;
    expect([as('student'), as('guardian'), as('counsellor'), as('campus_manager'), as('college_roll'), as('enterprise'), as('office')]).toEqual(['student', 'guardian', 'teacher', 'school_staff', 'college_staff', 'enterprise', 'bureau']);
    expect(as('guardian', 'teacher')).toBe('teacher');
    expect([as('auditor'), as('system_admin'), as('security_admin'), as('audit_admin'), as()]).toEqual([null, null, null, null, null]);
  });

  test('each question is about a clause of the pack', () => {
    const clauses = new Set(DEFAULT_PACK.clauses.map(({ id }) => id));
    expect(QUESTIONS.filter(({ clause }) => !clauses.has(clause))).toEqual([]);
  });
});
