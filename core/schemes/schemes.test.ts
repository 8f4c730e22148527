import { describe, expect, test } from 'vitest';
import type { Details } from '../approvals/details.ts';
import { date } from '../values/plain-date.ts';
import { toDecimalText } from '../values/exact.ts';
import { lackingParties, schemeCourse } from './course.ts';
import { differenceOf, isSame, withDifference } from './difference.ts';
import { schemeProblems } from './draft-problems.ts';
import { schemeInForce } from './in-force.ts';
import { course, madeScheme } from './made-schemes.ts';
import { hoursOfKind, totalsByTerm, totalsOf } from './totals.ts';

const SEED = Number(process.env['SCHEME_SEED'] ?? Date.now() % 1_000_000_000);
const chance = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

describe('M9-b: versions', () => {
  test(`the earlier with the difference is the later, of 300 pairs (seed ${SEED})`, () => {
    const int = chance(SEED);
    for (let at = 0; at < 300; at += 1) {
      const [old, now] = [madeScheme(int), madeScheme(int)];
      expect(withDifference(old, differenceOf(old, now)), `seed ${SEED}, pair ${at}`).toEqual(now);
      expect(isSame(differenceOf(old, old))).toBe(true);
    }
  });

  test('a difference names lines that came, went and changed, field by field', () => {
    const old = { required_credits: '140', firms: ['F1'], courses: [course('A'), course('B')] };
    const now = { required_credits: '142', firms: ['F1', 'F2'], courses: [course('B', { credits: '5', term: 2 }), course('C')] };
    expect(differenceOf(old, now)).toEqual({
      required_credits: { before: '140', after: '142' }, firms: { joined: ['F2'], left: [] },
      courses: [
        { change: 'removed', course: course('A') },
        { change: 'changed', code: 'B', name: '课程 B', fields: [{ field: 'term', before: 1, after: 2 }, { field: 'credits', before: '4', after: '5' }] },
        { change: 'added', course: course('C') },
      ],
    });
  });

  test('a cohort is taught by the version for the latest cohort that is not after it, from the day it was decided', () => {
    const version = (matter_id: number, from_cohort: number, decided: string) => ({ matter_id, programme_id: 'P', from_cohort, decided_on: date(decided) });
    const [first, second, again] = [version(1, 2022, '2022-06-01'), version(2, 2025, '2025-05-20'), version(3, 2025, '2025-06-20')];
    const on = (cohort: number, day: string) => schemeInForce([again, first, second], 'P', cohort, date(day))?.matter_id ?? null;
    expect([on(2021, '2026-01-01'), on(2022, '2022-05-31'), on(2022, '2022-06-01'), on(2024, '2026-01-01')]).toEqual([null, null, 1, 1]);
    expect([on(2025, '2025-05-19'), on(2025, '2025-05-20'), on(2025, '2025-06-19'), on(2025, '2025-06-20'), on(2026, '2026-01-01')]).toEqual([1, 2, 2, 3, 3]);
    expect(schemeInForce([first], 'Q', 2022, date('2026-01-01'))).toBeNull();
  });
});

describe('M9-a: what a scheme is made of', () => {
  test('totals are exact, and no hours have no share', () => {
    const courses = [course('A', { credits: '2.5', theory_hours: 20, practice_hours: 40 }), course('B', { credits: '0.1', theory_hours: 10, practice_hours: 20, kind: 'ideology', term: 3 })];
    const { credits, practice_share, ...hours } = totalsOf(courses);
    expect([toDecimalText(credits), practice_share, hours]).toEqual(['2.6', { n: 60n, d: 90n }, { theory_hours: 30, practice_hours: 60 }]);
    expect(totalsOf([]).practice_share).toBeNull();
    expect(totalsByTerm(courses).map(({ term, totals }) => [term, toDecimalText(totals.credits)])).toEqual([[1, '2.5'], [3, '0.1']]);
    expect(hoursOfKind(courses, 'ideology')).toBe(30);
  });

  test.each([
    ['nothing', {}, []],
    ['no course', { courses: [] }, [{ code: null, field: 'code', why: 'missing' }]],
    ['a course twice', { courses: [course('A'), course('A', { term: 2 })] }, [{ code: 'A', field: 'code', why: 'duplicate' }]],
    ['an eleventh term', { courses: [course('A', { term: 11 })] }, [{ code: 'A', field: 'term', why: 'not_possible' }]],
    ['the tenth term', { courses: [course('A', { term: 10 })] }, []],
    ['credits to a hundredth', { courses: [course('A', { credits: '2.55' })] }, [{ code: 'A', field: 'credits', why: 'not_possible' }]],
    ['no credits', { courses: [course('A', { credits: '0' })] }, [{ code: 'A', field: 'credits', why: 'not_possible' }]],
    ['no hours', { courses: [course('A', { theory_hours: 0, practice_hours: 0 })] }, [{ code: 'A', field: 'theory_hours', why: 'missing' }]],
    ['a firm that nobody knows', { firms: ['F9'] }, [{ code: null, field: 'firms', why: 'unknown_firm' }]],
  ])('%s wrong', (_, change, problems) => {
    expect(schemeProblems({ required_credits: '4', firms: ['F1'], courses: [course('A')], ...change }, new Set(['F1']))).toEqual(problems);
  });

  test('a revision is agreed to anew, and one firm is enough', () => {
    const entry = (act: string, details: Details | null = null) => ({ act, person: 'P', on: date('2026-03-02'), details, votes: null });
    const first = [entry('open'), entry('revise', { revision: 1 }), entry('agree_school'), entry('agree_firm', { firm: 'F1' })];
    expect(lackingParties(schemeCourse(first), ['F1', 'F2'])).toEqual({ school: false, firms: [] });
    expect(lackingParties(schemeCourse([...first, entry('revise', { revision: 2 })]), ['F1', 'F2'])).toEqual({ school: true, firms: ['F1', 'F2'] });
    expect(lackingParties(schemeCourse([entry('open')]), [])).toEqual({ school: true, firms: [] });
    expect(schemeCourse([...first, entry('resolve', { number: '3号', on: date('2026-03-01'), attendees: '甲' })]).decided).toMatchObject({ revision: 1, number: '3号', met_on: '2026-03-01' });
  });
});
