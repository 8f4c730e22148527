import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { maySee, partnership, passedPartners, priorityUntil, type Appointment } from './partners.ts';
import { refusalOfPost, signsOfPost, type PostDraft } from './posts.ts';
import { MOVES, movesOf } from './recommendation.ts';

describe('M10-c: partner firms come first', () => {
  const list = { released_on: date('2025-05-01'), priority_until: priorityUntil(date('2025-05-01'), 14) };

  test('for fourteen days, of which the day of the release is the first', () => {
    expect(list.priority_until).toBe('2025-05-14');
    expect(['2025-04-30', '2025-05-01', '2025-05-14', '2025-05-15'].map((day) => [maySee(list, true, date(day)), maySee(list, false, date(day))])).toEqual([[false, false], [true, false], [true, false], [true, true]]);
  });

  test('a partner is who agreed for the programme, or with the school as a whole, on the day', () => {
    const agreements = [
      { agreement_id: '1', parties: ['H', 'F1'], programmes: ['P1'], from: date('2024-09-01'), to: date('2025-08-31') },
      { agreement_id: '2', parties: ['S1', 'F2'], programmes: [], from: date('2024-09-01'), to: null },
    ];
    const of = (firm: string, programme_id: string, day: string, school_id = 'S1') => partnership(agreements, firm, { programme_id, school_id }, date(day))?.agreement_id;
    expect([of('F1', 'P1', '2025-08-31'), of('F1', 'P1', '2025-09-01'), of('F1', 'P2', '2025-01-01'), of('F2', 'P2', '2025-01-01'), of('F2', 'P2', '2025-01-01', 'S2')]).toEqual(['1', undefined, undefined, '2', undefined]);
  });

  test('an appointment elsewhere before their time is flagged; after it, by a partner, or without consent it is not', () => {
    const appointed: Appointment = { employer_id: 'F9', agreed_on: date('2025-05-14'), by_partner: false, has_partners: true, consented: true, released: [list] };
    expect(passedPartners(appointed)).toBe(true);
    expect(passedPartners({ ...appointed, released: [] })).toBe(true);
    expect([{ agreed_on: date('2025-05-15') }, { by_partner: true }, { has_partners: false }, { consented: false }, { agreed_on: null }, { employer_id: null }].map((given) => passedPartners({ ...appointed, ...given }))).toEqual([false, false, false, false, false, false]);
  });

  test('a firm offers and hires, the school says what the graduate says; what is over is over', () => {
    expect([movesOf('recommended', 'firm'), movesOf('recommended', 'school'), movesOf('offered', 'school'), movesOf('accepted', 'firm')].map((moves) => moves.map(({ act }) => act))).toEqual([['offer', 'pass'], [], ['accept', 'refuse'], ['hire']]);
    expect([MOVES.hired, MOVES.passed, MOVES.refused].flat()).toEqual([]);
  });
});

describe('S2-j: a post', () => {
  const post: PostDraft = {
    title: '数控操作工', places: 5, contract_kind: 'fixed_term', wage_fen: 226_000n, division_code: '330803', industry: 'C', higher_codes: ['460103'], facilities: '食堂、宿舍', open_from: date('2025-05-01'), open_until: date('2025-06-30'),
  };
  test.each([
    [{}, null], [{ wage_fen: 225_999n }, 'below_minimum_wage'], [{ open_until: date('2025-04-30') }, 'ends_first'], [{ division_code: '3308' }, 'bad_division'], [{ higher_codes: [] }, 'no_majors'],
  ] as const)('%o: %s', (given, why) => {
    expect(refusalOfPost({ ...post, ...given }, 226_000n)).toBe(why);
  });

  test('what is to be looked at', () => {
    expect(signsOfPost(post, new Set(['460103']))).toEqual([]);
    expect(signsOfPost({ contract_kind: 'agreement', higher_codes: ['510201'], facilities: ' ' }, new Set(['460103']))).toEqual(['no_contract', 'no_majors_here', 'no_facilities']);
  });
});
