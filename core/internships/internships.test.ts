import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { missingPapers, type Papers } from './papers.ts';
import { refusalOfPost } from './post.ts';
import { matchPosts, type Need, type Offer } from './shortage.ts';
import { agreedOn, missingParties, refusalOfPaper, refusalOfSignature, type ToSign } from './signing.ts';
import { ACTS, mayDo, STATES, TRANSITIONS } from './states.ts';

const DAY = date('2026-02-10');
const DAYS = { from: date('2026-03-01'), to: date('2026-06-25') };
const BEFORE = date('2026-02-28');
const law = parametersOn(quzhou2024.parameters, DAY);
const value = (key: string) => law.get(key)?.value;

describe('S2-i, R4-j: an internship begins when all of it stands', () => {
  const whole: Papers = { agreed_on: BEFORE, trained_on: BEFORE, partner: true, policies: { school_liability: [{ from: date('2025-09-01'), to: date('2026-08-31') }], internship_liability: [DAYS] } };
  const missing = (given: Partial<Papers>, ends = date('2026-08-31')) => missingPapers({ ...whole, ...given }, DAYS, ends).map(({ what, clause }) => [what, clause]);

  test('by the day before, and not on the day itself', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ agreed_on: DAYS.from })).toEqual([['agreement', 'S2-i']]);
    expect(missing({ trained_on: DAYS.from })).toEqual([['training', 'S2-i']]);
    expect(missing({ agreed_on: null, trained_on: null, partner: false })).toEqual([['partner_agreement', 'S2-h'], ['agreement', 'S2-i'], ['training', 'S2-i']]);
  });

  test('with a policy to the last day; one that ends in between names the days', () => {
    const short = { ...whole.policies, internship_liability: [{ from: DAYS.from, to: date('2026-06-24') }] };
    expect(missingPapers({ ...whole, policies: short }, DAYS, null)).toEqual([{ what: 'internship_liability', clause: 'R4-j', gaps: [{ from: DAYS.to, to: DAYS.to }] }]);
  });

  test('school liability is wanted to the end of its year, and to the end of the internship where no rule says when that is', () => {
    const long = { from: DAYS.from, to: date('2026-10-31') };
    const policies = { ...whole.policies, internship_liability: [long] };
    expect(missingPapers({ ...whole, policies }, long, date('2026-08-31'))).toEqual([]);
    expect(missingPapers({ ...whole, policies }, long, null).map(({ what }) => what)).toEqual(['school_liability']);
  });
});

describe('S2-i: the agreement is signed', () => {
  const placement = (given: Partial<ToSign> = {}): ToSign => ({ content_hash: 'h', birth_date: date('2005-03-01'), open: true, signatures: [], ...given });
  const attempt = { party: 'firm' as const, content_hash: 'h', person_id: 7, on: DAY };
  const signed = (party: 'student' | 'guardian' | 'firm' | 'school', person_id = 1, on = DAY) => ({ party, person_id, on });

  test('by student, firm and school, and by a guardian while the student is a minor', () => {
    expect(missingParties(placement(), value, DAY)).toEqual(['student', 'firm', 'school']);
    expect(missingParties(placement({ birth_date: date('2008-02-11') }), value, DAY)).toEqual(['student', 'guardian', 'firm', 'school']);
    expect(missingParties(placement({ birth_date: date('2008-02-10') }), value, DAY)).toEqual(['student', 'firm', 'school']);
    expect(agreedOn(placement({ signatures: [signed('student'), signed('firm', 2, BEFORE), signed('school', 3)] }), value, DAY)).toBe(BEFORE);
  });

  test('in order, once, by nobody for two, and only what was read', () => {
    expect(refusalOfSignature(placement(), attempt, value)).toBe('others_first');
    expect(refusalOfSignature(placement({ signatures: [signed('student')] }), attempt, value)).toBeNull();
    expect(refusalOfSignature(placement({ signatures: [signed('student', 7)] }), attempt, value)).toBe('same_person');
    expect(refusalOfSignature(placement({ signatures: [signed('student'), signed('firm')] }), attempt, value)).toBe('signed_already');
    expect(refusalOfSignature(placement({ content_hash: 'other' }), attempt, value)).toBe('content_changed');
    expect(refusalOfSignature(placement({ open: false }), attempt, value)).toBe('placement_over');
    expect(refusalOfSignature(placement(), attempt, () => undefined)).toBe('no_rule_in_force');
  });

  test('on paper by days that have come, nobody before those who sign first', () => {
    const paper = (days: Record<string, string>) => refusalOfPaper(placement(), { content_hash: 'h', signed: Object.fromEntries(Object.entries(days).map(([party, day]) => [party, date(day)])), on: DAY }, value);
    expect(paper({ student: '2026-02-01', firm: '2026-02-02', school: '2026-02-03' })).toBeNull();
    expect(paper({ firm: '2026-02-02' })).toBe('others_first');
    expect(paper({ student: '2026-02-03', firm: '2026-02-02' })).toBe('day_not_possible');
    expect([paper({ student: '2026-02-11' }), paper({})]).toEqual(['day_not_possible', 'day_not_possible']);
  });
});

test('what may be done leads from state to state; what is over is left alone', () => {
  expect(STATES.filter((state) => TRANSITIONS[state].start !== undefined)).toEqual(['planned']);
  expect(ACTS.filter((act) => TRANSITIONS.cancelled[act] !== undefined)).toEqual([]);
  const at = { school_id: 'S', employer_id: 'F' };
  expect(mayDo('assess_firm', [{ role: 'enterprise', org_id: 'F' }], at)).toBe(true);
  expect(mayDo('assess_firm', [{ role: 'enterprise', org_id: 'F2' }], at)).toBe(false);
  expect(mayDo('start', [{ role: 'enterprise', org_id: 'F' }], at)).toBe(false);
  expect(mayDo('start', [{ role: 'school_registrar', org_id: 'S2' }], at)).toBe(false);
});

describe('S2-g, S2-h: a post', () => {
  const agreement = { agreement_id: '1', parties: ['S', 'F'], programmes: ['P'], from: date('2025-09-01'), to: DAYS.from };
  const known = { organisations: new Map([['F', { kind: 'enterprise' }], ['S', { kind: 'school' }]]), programmes: new Map([['P', { school_id: 'S', college_id: 'H' }], ['Q', { school_id: 'S2', college_id: 'H' }]]), agreements: [agreement], today: DAY };
  const why = (given: object, of: object = {}) => refusalOfPost({ employer_id: 'F', programmes: ['P'], ...DAYS, ...given }, { ...known, ...of })?.why ?? null;

  test('is offered while the firm’s agreement holds, to the last day of it', () => {
    expect(why({})).toBeNull();
    expect(why({ from: date('2026-03-02') })).toBe('no_partner_agreement');
    expect(why({}, { agreements: [] })).toBe('no_partner_agreement');
  });

  test('for a programme of another school only where the agreement names it: its college alone does not do', () => {
    const withCollege = { ...agreement, parties: ['S', 'H', 'F'] };
    expect(why({ programmes: ['Q'] }, { agreements: [withCollege] })).toBe('programme_of_others');
    expect(why({ programmes: ['Q'] }, { agreements: [{ ...withCollege, programmes: ['P', 'Q'] }] })).toBeNull();
  });

  test('only by firms, for programmes of their partners, in days to come', () => {
    expect([why({ employer_id: 'S' }), why({ programmes: [] }), why({ programmes: ['X'] }), why({ programmes: ['Q'] })]).toEqual(['not_a_firm', 'no_programme', 'unknown_programme', 'programme_of_others']);
    expect([why({ to: date('2026-02-28') }), why({ from: date('2026-01-01'), to: date('2026-02-09') })]).toEqual(['ends_before_it_begins', 'over_already']);
  });
});

/** As many as find a seat by trying every dealing, for a few. */
function mostPlaced(needs: readonly Need[], offers: readonly Offer[]): number {
  const seats = offers.flatMap(({ seats: many, programmes }) => Array.from({ length: many }, () => programmes));
  const deal = (at: number, left: readonly number[]): number => {
    const open = seats[at];
    if (open === undefined) return 0;
    const taken = needs.flatMap(({ programme_id }, who) => (open.includes(programme_id) && (left[who] ?? 0) > 0 ? [1 + deal(at + 1, left.map((many, i) => (i === who ? many - 1 : many)))] : []));
    return Math.max(deal(at + 1, left), ...taken);
  };
  return deal(0, needs.map(({ heads }) => heads));
}

describe('S2-g: posts against need', () => {
  test('a seat that two programmes may fill counts once', () => {
    const found = matchPosts([{ programme_id: 'P', heads: 2 }, { programme_id: 'Q', heads: 1 }], [{ seats: 2, programmes: ['P', 'Q'] }]);
    expect(found.map(({ placed }) => placed).reduce((a, b) => a + b)).toBe(2);
    expect(matchPosts([{ programme_id: 'P', heads: 2 }, { programme_id: 'Q', heads: 1 }], [{ seats: 2, programmes: ['P', 'Q'] }, { seats: 1, programmes: ['P'] }]).map(({ shortage }) => shortage)).toEqual([0, 0]);
  });

  test('leaves as few without a seat as any dealing does', () => {
    const ids = ['P', 'Q', 'R'];
    const offer = fc.record({ seats: fc.integer({ min: 1, max: 2 }), programmes: fc.subarray(ids, { minLength: 1 }) });
    fc.assert(fc.property(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), fc.array(offer, { maxLength: 3 }), (heads, offers) => {
      const needs = ids.map((programme_id, at) => ({ programme_id, heads: heads[at] ?? 0 }));
      const found = matchPosts(needs, offers);
      expect(found.reduce((sum, { placed }) => sum + placed, 0)).toBe(mostPlaced(needs, offers));
      expect(found.every(({ placed, shortage, heads: many }) => placed >= 0 && shortage >= 0 && placed + shortage === many)).toBe(true);
    }), { numRuns: 200 });
  });
});
