import { describe, expect, test } from 'vitest';
import { groupBy } from '../facts/campus-rows.ts';
import { destinationCodes } from '../facts/employment.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import type { Destination, Graduate } from './counts.ts';
import { fakeSigns, type Suspect } from './fakes.ts';
import { qualityOf, qualityRules, type QualityRules, type Work } from './quality.ts';
import { addMonths, retentionOf, retentionRules, type RetentionRules } from './retention.ts';

const parameters = parametersOn(quzhou2024.parameters, date('2025-10-31'));
const codes = destinationCodes(parameters);
const rules = retentionRules(parameters, codes) as RetentionRules;
const graduate = (student_id: string): Graduate => ({ student_id, school_id: 'S1', programme_id: 'P1', county: '330802', graduated_on: date('2025-06-26') });
const went = (student_id: string, code: string, workplace_division: string | null, recorded_on: string): Destination => ({ student_id, code, workplace_division, recorded_on: date(recorded_on) });
const told = (destinations: readonly Destination[], on: string) =>
  retentionOf([graduate('A'), graduate('B')], groupBy(destinations, ({ student_id }) => student_id), date(on), rules).map(({ months, reached, known, local, unknown }) => [months, reached, known, local, unknown.join()]);

describe('1.2-c: who stays, at 0, 6, 12 and 36 months', () => {
  test('whoever is not told of near the moment is unknown, and not gone', () => {
    expect(told([went('A', '11', '330802', '2025-08-25'), went('A', '11', '330106', '2026-06-20'), went('B', '70', null, '2025-08-25')], '2026-06-26')).toEqual([
      [0, 2, 2, 1, ''], [6, 2, 0, 0, 'A,B'], [12, 2, 1, 0, 'B'], [36, 0, 0, 0, ''],
    ]);
  });

  test('a record speaks of the moment up to three months before and after it', () => {
    const at = (day: string) => told([went('A', '11', '330802', day)], '2026-12-31').map(([, , known]) => known);
    expect(at('2025-09-25')).toEqual([1, 0, 0, 0]);
    expect(at('2025-09-26')).toEqual([0, 1, 0, 0]);
    expect(at('2026-03-25')).toEqual([0, 1, 0, 0]);
    expect(at('2026-03-26')).toEqual([0, 0, 1, 0]);
    expect(at('2026-09-26')).toEqual([0, 0, 0, 0]);
  });

  test('on the day itself the moment has come, the day before it has not', () => {
    expect(told([], '2025-12-25').map(([, reached]) => reached)).toEqual([2, 0, 0, 0]);
    expect(told([], '2025-12-26').map(([, reached]) => reached)).toEqual([2, 2, 0, 0]);
  });

  test('the last day of a month goes on to the last day of a shorter one', () => {
    expect([addMonths(date('2025-08-31'), 6), addMonths(date('2023-08-31'), 6), addMonths(date('2025-01-15'), -2), addMonths(date('2025-12-31'), 12)]).toEqual(['2026-02-28', '2024-02-29', '2024-11-15', '2026-12-31']);
  });
});

describe('S2-j, 1.2-n, 1.1-d: how good the work is', () => {
  const quality = qualityRules(parameters, codes) as QualityRules;
  const work = (given: Partial<Work>): Work => ({ ...went('A', '11', '330802', '2025-08-25'), industry: null, contract_kind: null, wage_fen: null, match: null, contract: null, wage_band: null, ...given });

  test('a wage of exactly the minimum is enough, a fen less is not', () => {
    const { wage } = qualityOf([work({ wage_fen: quality.minimum_wage_fen }), work({ wage_fen: quality.minimum_wage_fen - 1n }), work({})], quality);
    expect(wage).toEqual({ yes: 1, known: 2, of: 3 });
  });

  test.each([
    ['2260-3000', true], ['2259-3000', null], ['1500-2259', false], ['1500-2260', null], ['3000 以上', null], ['', null],
  ])('a wage band of %s: %s', (wage_band, enough) => {
    expect(qualityOf([work({ wage_band })], quality).wage).toEqual({ yes: enough === true ? 1 : 0, known: enough === null ? 0 : 1, of: 1 });
  });

  test.each([
    ['劳动合同', true], ['固定期限劳动合同', true], ['无固定期限劳动合同', true], ['就业协议', false], ['未签劳动合同', false], ['其他', null],
  ])('a contract said to be %s: %s', (contract, is) => {
    expect(qualityOf([work({ contract })], quality).contract).toEqual({ yes: is === true ? 1 : 0, known: is === null ? 0 : 1, of: 1 });
  });

  test('labour contracts, fit with the major, industries of the city; who is not at work is not asked', () => {
    const found = qualityOf([work({ contract_kind: 'fixed_term', match: 'related', industry: 'C34' }), work({ contract_kind: 'agreement', match: 'other', industry: 'F' }), work({ code: '80' }), work({ industry: '' })], quality);
    expect(found).toMatchObject({
      contract: { yes: 1, known: 2, of: 3 }, match: { yes: 1, known: 2, of: 3 }, city_industry: { yes: 1, known: 2, of: 3 }, industries: [{ industry: 'C', many: 1 }, { industry: 'F', many: 1 }],
    });
  });
});

describe('M10-b: signs of made-up employment', () => {
  const suspect = (student_id: string, given: Partial<Suspect> = {}): Suspect => ({ student_id, school_id: 'S1', employed: true, employer: student_id, contact: null, agreed_on: null, insured_from: null, ...given });
  const signs = (suspects: readonly Suspect[], on = '2025-10-31') => Object.fromEntries(fakeSigns(suspects, { most: 2, insured_within: 3, on: date(on) }));

  test('one telephone for two employers, not for one', () => {
    expect(signs([suspect('A', { contact: 't' }), suspect('B', { contact: 't' }), suspect('C', { contact: 'u', employer: 'F' }), suspect('D', { contact: 'u', employer: 'F' })])).toEqual({ A: ['same_contact'], B: ['same_contact'] });
  });

  test('more than so many of one school at one employer', () => {
    const at = (many: number, school_id = 'S1') => Array.from({ length: many }, (_, i) => suspect(`${school_id}${i}`, { employer: 'F', school_id }));
    expect(signs([...at(2), ...at(1, 'S2')])).toEqual({});
    expect(Object.keys(signs([...at(3), ...at(1, 'S2')]))).toEqual(['S10', 'S11', 'S12']);
  });

  test('no social insurance within three months', () => {
    const since = { agreed_on: date('2025-07-01') };
    expect(signs([suspect('A', since)], '2025-10-01')).toEqual({});
    expect(signs([suspect('A', since)], '2025-10-02')).toEqual({ A: ['no_insurance'] });
    expect(signs([suspect('A', { ...since, insured_from: date('2025-10-01') }), suspect('B', { ...since, insured_from: date('2025-10-02') }), suspect('C')])).toEqual({ B: ['no_insurance'] });
  });
});
