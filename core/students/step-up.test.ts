import { describe, expect, test } from 'vitest';
import { decimal } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import type { Parameter, ParametersInForce } from '../verdict/parameter.ts';
import { PARAMETERS } from './made-roll.ts';
import { stepUpEligibility, type StepUpAnswer, type StepUpFacts } from './step-up.ts';

const DAY = date('2027-06-01');
const filing = { student_id: 'N', list_no: '名册', filed_on: date('2024-12-05'), row: 2 };
const result = (kind: 'upgrade_test' | 'upgrade_resit' | 'sample_test', on: string, score: string, row = 2) => ({ student_id: 'N', kind, on: date(on), score: decimal(score), row });
const facts: StepUpFacts = {
  roll: { stage: 'secondary', status: 'enrolled', grade: 3, row: 7 }, filings: [filing],
  results: [result('upgrade_test', '2027-04-12', '60')], conduct_ok: true, prize: false,
};

function otherwise(key: string, value: Parameter['value']): ParametersInForce {
  const parameter = PARAMETERS.get(key);
  if (parameter === undefined) throw new Error(key);
  return new Map([...PARAMETERS, [key, { ...parameter, value }]]);
}

function asked(given: Partial<StepUpFacts> = {}, parameters = PARAMETERS, on = DAY): StepUpAnswer {
  const answer = stepUpEligibility({ ...facts, ...given }, on, parameters);
  if (answer === null) throw new Error('no rule');
  return answer;
}
const lineIn = (answer: StepUpAnswer, name: string) => answer.lines.find((one) => one.name === name);
const scored = (...results: ReturnType<typeof result>[]): string => asked({ results }).outcome;

describe('M9-d: the score', () => {
  test('on the pass line passes, a tenth under does not', () => {
    expect([scored(result('upgrade_test', '2027-04-12', '60')), scored(result('upgrade_test', '2027-04-12', '59.9'))]).toEqual(['met', 'unmet']);
  });

  test('one resit, which never makes a result worse', () => {
    expect(scored(result('upgrade_test', '2027-04-12', '59'), result('upgrade_resit', '2027-04-26', '60'))).toBe('met');
    expect(scored(result('upgrade_test', '2027-04-12', '60'), result('upgrade_resit', '2027-04-26', '30'))).toBe('met');
    expect(scored(result('upgrade_resit', '2027-04-28', '99'), result('upgrade_test', '2027-04-12', '59'), result('upgrade_resit', '2027-04-26', '59'))).toBe('unmet');
    expect(asked({ results: [result('upgrade_test', '2027-04-12', '60'), result('upgrade_resit', '2027-04-26', '30', 3)] }).lines[2]?.evidence).toEqual([{ sheet: 'results', rows: [2, 3] }]);
  });

  test('of this season: not of the year before, not of tomorrow, not a sample test', () => {
    expect(lineIn(asked({ results: [result('upgrade_test', '2026-04-12', '99'), result('upgrade_test', '2027-06-02', '99'), result('sample_test', '2027-04-12', '99')] }), 'score'))
      .toMatchObject({ outcome: 'undetermined', missing: ['results'] });
  });

  test('without a resit where the pack has none, without the test where it exempts winners', () => {
    const results = [result('upgrade_test', '2027-04-12', '59'), result('upgrade_resit', '2027-04-26', '60')];
    expect(asked({ results }, otherwise('upgrade.resits', decimal('0'))).outcome).toBe('unmet');
    expect(asked({ results: [], prize: true }, otherwise('upgrade.exempt', 'provincial_prize')).lines[2]).toMatchObject({ outcome: 'met', reason: 'exempt' });
    expect(asked({ results: [], prize: true }).outcome).toBe('undetermined');
  });
});

describe('M3-c and the other lines', () => {
  test('who is not on the filed list does not step up', () => {
    expect(lineIn(asked({ filings: [] }), 'list')).toMatchObject({ clause: 'M3-c', outcome: 'unmet' });
    expect(asked({ filings: [] }).outcome).toBe('unmet');
    expect(asked({ filings: null })).toMatchObject({ outcome: 'undetermined' });
  });

  test('on the roll, at school, in the final secondary grade', () => {
    const roll = (given: object): string | undefined => lineIn(asked({ roll: { stage: 'secondary', status: 'enrolled', grade: 3, row: 7, ...given } }), 'roll')?.outcome;
    expect([roll({}), roll({ status: 'internship' }), roll({ status: 'suspended' }), roll({ grade: 2 }), roll({ stage: 'higher', grade: 4 })]).toEqual(['met', 'met', 'unmet', 'unmet', 'unmet']);
    expect(lineIn(asked({ roll: null }), 'roll')).toMatchObject({ outcome: 'undetermined', missing: ['students'] });
  });

  test('conduct that nobody stated is not passed', () => {
    expect([asked().outcome, asked({ conduct_ok: false }).outcome, asked({ conduct_ok: null }).outcome]).toEqual(['met', 'unmet', 'undetermined']);
  });

  test('one line unmet decides, whatever else is not known; no rule, no answer', () => {
    expect(asked({ filings: [], conduct_ok: null }).outcome).toBe('unmet');
    expect(stepUpEligibility(facts, DAY, new Map())).toBeNull();
  });
});
