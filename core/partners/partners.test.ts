import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { bindStandards } from '../verdict/standard.ts';
import { agreementState, refusalOfAgreement, type AgreementDraft, type PartnerAgreement, type Party } from './agreement.ts';
import { programmeParties } from './programme-parties.ts';
import { takingPart } from './taking-part.ts';

const DAY = date('2025-10-31');
const PROGRAMME = { programme_id: 'P11', college_id: 'H1', school_id: 'S1' };
const parameters = parametersOn(quzhou2024.parameters, DAY);

const agreement = (parties: readonly string[], more: Partial<PartnerAgreement> = {}): PartnerAgreement =>
  ({ agreement_id: parties.join(), parties, programmes: ['P11'], from: date('2024-09-01'), to: null, ...more });
const partiesVerdict = (agreements: readonly PartnerAgreement[], on: PlainDate = DAY) =>
  bindStandards([programmeParties], parametersOn(quzhou2024.parameters, on))({ programme: PROGRAMME, agreements, enterprises: new Set(['F1', 'F2']), on })[0];

describe('M1-a: a programme is active', () => {
  test('with its college, its school and a firm, by one agreement or by several', () => {
    expect(partiesVerdict([agreement(['H1', 'S1', 'F1'])])?.outcome).toBe('met');
    expect(partiesVerdict([agreement(['H1', 'S1']), agreement(['S1', 'F2'])])?.outcome).toBe('met');
  });

  test('and not without one of them; the answer says which', () => {
    const missing = (...agreements: PartnerAgreement[]) => partiesVerdict(agreements)?.parts.filter(({ outcome }) => outcome === 'unmet').map(({ name }) => name);
    expect(missing(agreement(['H1', 'S1']))).toEqual(['enterprises']);
    expect(missing(agreement(['S1', 'F1']))).toEqual(['college']);
    expect(missing(agreement(['H1', 'F1']))).toEqual(['school']);
    expect(partiesVerdict([agreement(['H1', 'S1'])])?.gap).toEqual({ value: { n: 1n, d: 1n }, unit: 'enterprise' });
  });

  test('to the last day of the only firm’s agreement, and not the day after', () => {
    const ending = [agreement(['H1', 'S1']), agreement(['S1', 'F1'], { to: DAY })];
    expect(partiesVerdict(ending, DAY)?.outcome).toBe('met');
    expect(partiesVerdict(ending, addDays(DAY, 1))).toMatchObject({ outcome: 'unmet', clause: 'M1-a', gap: { unit: 'enterprise' } });
  });

  test('only by agreements about it, and only by firms that stand beside one of the schools', () => {
    expect(partiesVerdict([agreement(['H1', 'S1', 'F1'], { programmes: ['P12'] })])).toMatchObject({ outcome: 'undetermined', missing: ['partner_agreements'] });
    expect(partiesVerdict([agreement(['H1', 'S1']), agreement(['S2', 'F1'])])?.outcome).toBe('unmet');
  });

  test('is not known where no agreement was ever recorded; before the policy there is no rule', () => {
    expect(partiesVerdict([])?.outcome).toBe('undetermined');
    expect(partiesVerdict([agreement(['H1', 'S1', 'F1'], { from: date('2020-01-01') })], date('2024-05-28'))?.reason).toBe('no_rule');
  });
});

test('S2-h: a firm without an agreement in force is dormant, one that nobody recorded anything of is not known', () => {
  const answer = (...agreements: PartnerAgreement[]) => bindStandards([takingPart], parameters)({ agreements, on: DAY })[0]?.outcome;
  expect(answer(agreement(['S1', 'F1'], { to: DAY }))).toBe('met');
  expect(answer(agreement(['S1', 'F1'], { to: addDays(DAY, -1) }))).toBe('unmet');
  expect(answer()).toBe('undetermined');
});

test('an agreement is coming, in force, expiring in its last days, ended', () => {
  const period = { from: date('2025-01-01'), to: date('2025-12-31') };
  const at = (on: string) => agreementState(period, date(on), 90);
  expect(['2024-12-31', '2025-01-01', '2025-10-01', '2025-10-02', '2025-12-31', '2026-01-01'].map(at))
    .toEqual(['coming', 'in_force', 'in_force', 'expiring', 'expiring', 'ended']);
  expect(agreementState({ ...period, to: null }, date('2099-01-01'), 90)).toBe('in_force');
});

describe('an agreement is recorded', () => {
  const party = (org_id: string, kind: string, credit_code: string | null = null): [string, Party] => [org_id, { org_id, kind, credit_code }];
  const organisations = new Map([
    party('H1', 'college'), party('S1', 'school'), party('F1', 'enterprise', '91330803MA2DH0013P'), party('F2', 'enterprise', '91330803MA2DH0013Q'),
    party('F3', 'enterprise'), party('F4', 'enterprise', '91330881MA29U0029D'), party('G1', 'finance_bureau'), party('K1', 'park'),
  ]);
  const programmes = new Map([['P11', PROGRAMME]]);
  const refusal = (draft: Partial<AgreementDraft>) =>
    refusalOfAgreement({ parties: ['H1', 'S1', 'F1'], programmes: ['P11'], from: DAY, to: null, ...draft }, organisations, programmes);

  test('between organisations of the directory, firms with a sound credit code', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ parties: ['S1', 'F1', 'K1'] })).toBeNull();
    expect(refusal({ parties: ['S1', 'F9'] })).toEqual({ why: 'unknown_party', id: 'F9' });
    expect(refusal({ parties: ['S1', 'F2'] })).toEqual({ why: 'bad_credit_code', id: 'F2' });
    expect(refusal({ parties: ['S1', 'F3'] })).toEqual({ why: 'no_credit_code', id: 'F3' });
    expect(refusal({ parties: ['S1', 'G1'] })).toEqual({ why: 'party_of_other_kind', id: 'G1' });
  });

  test('by two at least, a college or a school among them', () => {
    expect(refusal({ parties: ['S1', 'S1'] })).toEqual({ why: 'one_party' });
    expect(refusal({ parties: ['F1', 'F4'] })).toEqual({ why: 'no_college_or_school' });
  });

  test('about programmes of its own parties', () => {
    expect(refusal({ programmes: ['P99'] })).toEqual({ why: 'unknown_programme', id: 'P99' });
    const ofOthers = new Map([['P21', { programme_id: 'P21', college_id: 'H2', school_id: 'S2' }]]);
    expect(refusalOfAgreement({ parties: ['S1', 'F1'], programmes: ['P21'], from: DAY, to: null }, organisations, ofOthers)).toEqual({ why: 'programme_of_others', id: 'P21' });
  });

  test('for a day at least', () => {
    expect(refusal({ to: DAY })).toBeNull();
    expect(refusal({ to: addDays(DAY, -1) })).toEqual({ why: 'ends_before_it_begins' });
  });
});

test('1 000 random sets of agreements: a programme is active exactly on the days on which all three are bound', () => {
  const made = fc.record({ parties: fc.subarray(['H1', 'S1', 'F1', 'F2', 'X'], { minLength: 2 }), starts: fc.nat(15), length: fc.option(fc.nat(10)), ours: fc.boolean() });
  fc.assert(fc.property(fc.array(made, { minLength: 1, maxLength: 5 }), fc.nat(30), (list, day) => {
    const agreements = list.map(({ parties, starts, length, ours }) => agreement(parties, {
      programmes: ours ? ['P11'] : ['P12'], from: addDays(DAY, starts), to: length === null ? null : addDays(DAY, starts + length),
    }));
    const holding = list.filter(({ starts, length, ours }) => ours && starts <= day && (length === null || day <= starts + length));
    const has = (id: string) => holding.some(({ parties }) => parties.includes(id));
    const firm = holding.some(({ parties }) => (parties.includes('F1') || parties.includes('F2')) && (parties.includes('H1') || parties.includes('S1')));
    const expected = list.every(({ ours }) => !ours) ? 'undetermined' : has('H1') && has('S1') && firm ? 'met' : 'unmet';
    expect(partiesVerdict(agreements, addDays(DAY, day))?.outcome).toBe(expected);
  }), { numRuns: 1000 });
});
