import { expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { refusalOfSupport, supportRules, SUPPORT_REFUSALS, type HiredFacts, type SupportRules } from './support.ts';

const rules = supportRules(parametersOn(quzhou2024.parameters, date('2025-10-31'))) as SupportRules;
const hired: HiredFacts = { graduated: true, of_school: true, hired_here: true, contract_kind: 'fixed_term', agreed_on: date('2025-07-01'), insured_from: date('2025-07-15'), partner: true, objected: false, supported: false };

test.each([
  [{}, '2025-10-15', null], [{}, '2025-10-14', 'insured_too_short'], [{ insured_from: null }, '2025-12-31', 'insured_too_short'], [{ graduated: false }, '2025-10-15', 'not_graduated'], [{ of_school: false }, '2025-10-15', 'other_school'],
  [{ hired_here: false }, '2025-10-15', 'not_hired_here'], [{ contract_kind: 'agreement' }, '2025-10-15', 'no_contract'], [{ contract_kind: null }, '2025-10-15', 'contract_unknown'], [{ agreed_on: null }, '2025-10-15', 'day_unknown'],
  [{ partner: false }, '2025-10-15', 'no_agreement'], [{ objected: true }, '2025-10-15', 'objected'], [{ supported: true }, '2025-10-15', 'supported_already'],
] as const)('M10-d: %o on %s: %s', (given, today, why) => {
  expect(refusalOfSupport({ ...hired, ...given }, rules, date(today))).toBe(why);
});

test('the amount and the months are values of law; without them there is no rule; each refusal names its clause', () => {
  expect(rules).toEqual({ per_head_fen: 100_000n, insured_months: 3 });
  expect(supportRules(new Map())).toBeNull();
  expect(Object.values(SUPPORT_REFUSALS).filter(({ zh, en }) => !zh.includes('M10-d') || !en.includes('M10-d'))).toEqual([]);
});
