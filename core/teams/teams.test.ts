import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import { judgeComposites } from '../verdict/composite.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { bindStandards } from '../verdict/standard.ts';
import { MANAGEMENT, named, PROMOTION, serving } from './made-team.ts';
import { managementStandards, managementTeam } from './management-team.ts';
import { promotionTeam } from './promotion-team.ts';
import { inOrder, recommenderOf, registeredAt } from './recommender.ts';
import { holdsPost, servedBy, type Team, type TeamMember } from './team.ts';

const DAY = date('2025-10-31');

const judged = (team: Team | null, members: readonly TeamMember[], on: PlainDate = DAY) => {
  const verdicts = bindStandards([promotionTeam, ...managementStandards], parametersOn(quzhou2024.parameters, on))({ team, members, on });
  return new Map([...verdicts, ...judgeComposites([managementTeam], verdicts)].map((verdict) => [verdict.standard, verdict]));
};
const outcome = (standard: string, ...given: Parameters<typeof judged>) => judged(...given).get(standard)?.outcome;
const parts = (standard: string, ...given: Parameters<typeof judged>) => judged(...given).get(standard)?.parts.map(({ name, outcome: of }) => `${name} ${of}`);

describe('M7-a: the promotion team', () => {
  const [college, school] = [serving('head', 'H1', { from: '2024-06-01' }), serving('head', 'S1', { from: '2024-06-01' })];

  test('stands when the heads of both schools lead it', () => {
    expect(outcome('M7-a', PROMOTION, [college, school])).toBe('met');
  });

  test('says whose head is missing, and by how many it falls short', () => {
    expect(parts('M7-a', PROMOTION, [school])).toEqual(['college unmet', 'school met']);
    expect(judged(PROMOTION, [school]).get('M7-a')?.gap).toEqual({ value: { n: 1n, d: 1n }, unit: 'person' });
    expect(judged(PROMOTION, []).get('M7-a')?.gap).toEqual({ value: { n: 2n, d: 1n }, unit: 'person' });
  });

  test('a member who is not its head does not stand in for one, nor does somebody of a third school', () => {
    expect(outcome('M7-a', PROMOTION, [school, serving('member', 'H1', { from: '2024-06-01' })])).toBe('unmet');
    expect(outcome('M7-a', PROMOTION, [school, serving('head', 'H2', { from: '2024-06-01' })])).toBe('unmet');
  });

  test('that nobody recorded is not known, and before the policy there is no rule', () => {
    expect(judged(null, []).get('M7-a')).toMatchObject({ outcome: 'undetermined', missing: ['teams'] });
    expect(judged(PROMOTION, [college, school], date('2024-05-28')).get('M7-a')).toMatchObject({ outcome: 'not_applicable', reason: 'no_rule' });
  });

  test('stands from its first day, not on the day before', () => {
    const since = serving('head', 'S1', { from: '2025-09-01' });
    expect(outcome('M7-a', PROMOTION, [college, since], date('2025-08-31'))).toBe('unmet');
    expect(outcome('M7-a', PROMOTION, [college, since], date('2025-09-01'))).toBe('met');
  });
});

describe('M7-b, R6-a, R6-b: the team of a campus', () => {
  const leader = serving('leader', 'S1', { from: '2024-09-01' });
  const hired = serving('staff', 'H1', { from: '2024-09-01' });

  test('has members of both schools and a leader with a post', () => {
    expect(outcome('M7-b', MANAGEMENT, [leader, hired])).toBe('met');
  });

  test('of one school only is not formed by both', () => {
    expect(parts('R6-a', MANAGEMENT, [leader, serving('staff', 'S1', { from: '2024-09-01' })])).toEqual(['college unmet', 'school met']);
    expect(outcome('M7-b', MANAGEMENT, [leader])).toBe('unmet');
  });

  test('without a leader does not stand; somebody named only leads nothing yet', () => {
    const staff = serving('staff', 'S1', { from: '2024-09-01' });
    expect(outcome('R6-b', MANAGEMENT, [staff, hired])).toBe('unmet');
    expect(outcome('R6-b', MANAGEMENT, [staff, hired, named('S1', '2024-09-01')])).toBe('unmet');
  });

  test('a leader serves to the last day of the term or of the release, whichever is first, and not a day longer', () => {
    const until = serving('leader', 'S1', { from: '2024-09-01', term_to: '2025-12-31', ended_on: '2025-10-31' });
    expect(servedBy(until)).toEqual({ from: '2024-09-01', to: '2025-10-31' });
    expect(outcome('R6-b', MANAGEMENT, [until, hired], DAY)).toBe('met');
    expect(outcome('R6-b', MANAGEMENT, [until, hired], addDays(DAY, 1))).toBe('unmet');
    expect(servedBy(serving('leader', 'S1', { from: '2024-09-01', term_to: '2025-08-31', ended_on: '2025-10-31' }))?.to).toBe('2025-08-31');
  });

  test('a leader whose post ended, or who has none, leads without one', () => {
    const post = { employer_id: 'S1', from: date('2023-09-01'), to: DAY };
    const known = { ...leader, posts: [post] };
    expect(outcome('R6-b', MANAGEMENT, [known, hired], DAY)).toBe('met');
    expect(parts('R6-b', MANAGEMENT, [known, hired], addDays(DAY, 1))).toEqual(['leaders met', 'without_post unmet']);
    expect(parts('R6-b', MANAGEMENT, [{ ...leader, main_post: ' ' }, hired])).toEqual(['leaders met', 'without_post unmet']);
    expect(holdsPost(MANAGEMENT, { ...leader, employer_id: 'F1' }, DAY)).toBe(false);
    expect(holdsPost(MANAGEMENT, { ...leader, posts: [{ ...post, employer_id: 'H1' }] }, DAY)).toBe(false);
  });

  test('whose team was dissolved is judged as one that there is not', () => {
    const dissolved = { ...MANAGEMENT, to: DAY };
    expect(outcome('M7-b', dissolved, [leader, hired], DAY)).toBe('met');
    expect(outcome('M7-b', dissolved, [leader, hired], addDays(DAY, 1))).toBe('undetermined');
  });
});

describe('R6-c: who recommends, and when', () => {
  const placed = { school_level: '330824', campus_division: '330802', region_code: '330800', bureaus: new Map([['330800', 'B1'], ['330824', 'B2'], ['330802', 'B3']]) };

  test('by default the bureau of the level that keeps the school, by the other reading that of the place', () => {
    expect(recommenderOf('bureau_of_school_level', placed)).toEqual({ outcome: 'known', org_id: 'B2' });
    expect(recommenderOf('bureau_of_place', placed)).toEqual({ outcome: 'known', org_id: 'B3' });
  });

  test('a county without a bureau of its own is looked after by the city’s', () => {
    expect(recommenderOf('bureau_of_school_level', { ...placed, school_level: '330803' })).toEqual({ outcome: 'known', org_id: 'B1' });
  });

  test('a school of which no credit code is known belongs to nobody yet', () => {
    expect(registeredAt('12330824471800063H')).toBe('330824');
    expect(recommenderOf('bureau_of_school_level', { ...placed, school_level: registeredAt(null) })).toEqual({ outcome: 'unknown', missing: 'credit_code' });
    expect(recommenderOf('bureau_of_place', { ...placed, bureaus: new Map() })).toEqual({ outcome: 'unknown', missing: 'education_bureau' });
  });

  test('an appointment may bear the day of its recommendation, not the day before', () => {
    expect(inOrder(date('2025-09-01'), date('2025-09-01'))).toBe(true);
    expect(inOrder(date('2025-09-01'), date('2025-08-31'))).toBe(false);
  });
});

test('2 000 random histories: on every day the team is of both sides exactly when somebody of each serves', () => {
  const FIRST = date('2025-01-01');
  const member = fc.record({
    fn: fc.constantFrom('leader' as const, 'staff' as const), employer: fc.constantFrom('H1', 'S1', 'F1'), starts: fc.nat(20),
    term: fc.option(fc.nat(20)), ends: fc.option(fc.nat(20)),
  });
  const judge = bindStandards(managementStandards, parametersOn(quzhou2024.parameters, FIRST));
  let days = 0;
  const seen = new Set<unknown>();
  fc.assert(fc.property(fc.array(member, { maxLength: 6 }), (people) => {
    const members = people.map(({ fn, employer, starts, term, ends }) => serving(fn, employer, {
      from: addDays(FIRST, starts), ...(term !== null && { term_to: addDays(FIRST, starts + term) }), ...(ends !== null && { ended_on: addDays(FIRST, starts + ends) }),
    }));
    for (let day = 0; day <= 42; day += 1) {
      // The model: who is there on which day, by the numbers of the days alone.
      const there = people.filter(({ starts, term, ends }) => starts <= day && (term === null || day <= starts + term) && (ends === null || day <= starts + ends));
      const both = ['H1', 'S1'].every((side) => there.some(({ employer }) => employer === side));
      const leaders = there.filter(({ fn }) => fn === 'leader');
      const led = leaders.length > 0 && leaders.every(({ employer }) => employer !== 'F1');
      const verdicts = judge({ team: MANAGEMENT, members, on: addDays(FIRST, day) });
      const answer = [...verdicts, ...judgeComposites([managementTeam], verdicts)].map(({ outcome: of }) => of).join();
      expect(answer).toBe([both, led, both && led].map((holds) => (holds ? 'met' : 'unmet')).join());
      seen.add(answer);
      days += 1;
    }
  }), { numRuns: 2000 });
  expect(days).toBe(2000 * 43);
  expect(seen.size).toBe(4);
});
