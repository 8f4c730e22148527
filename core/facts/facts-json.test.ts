import { describe, expect, test } from 'vitest';
import { answerFacts, judgingOn } from '../check/judging.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { exact } from '../values/exact.ts';
import { known, unreported } from '../verdict/fact.ts';
import { factsFromJson, factsToJson, type CampusFactsJson } from './facts-json.ts';
import { madeFacts } from './made-facts.ts';

const throughText = (json: CampusFactsJson) => JSON.parse(JSON.stringify(json)) as CampusFactsJson;
const judging = judgingOn(quzhou2024, date('2025-10-31'));

describe('facts travel as JSON', () => {
  test('and come back the same, sevenths and sets included', () => {
    const facts = madeFacts({ land_area_m2: known(exact(13, 7)), boarders: unreported('students') });
    expect(factsFromJson(throughText(factsToJson(facts)))).toEqual(facts);
  });

  test('numbers are written exactly, in lowest terms', () => {
    const json = factsToJson(madeFacts({ land_area_m2: known(exact(6, 4)), counsellors: known(exact(-4, 2)) }));
    expect([json.land_area_m2.value, json.counsellors.value]).toEqual(['3/2', '-2']);
  });

  test('what comes back is judged alike', () => {
    const facts = madeFacts({ teaching_area_m2: known(exact(539)) });
    expect(answerFacts(factsFromJson(throughText(factsToJson(facts))), judging)).toEqual(answerFacts(facts, judging));
  });

  test.each([
    ['a number in the place of text', { students: { value: 36, missing: [], evidence: [] } }],
    ['a zero denominator', { students: { value: '36/0', missing: [], evidence: [] } }],
    ['a fraction in the place of a count', { psychologists: { value: 1.5, missing: [], evidence: [] } }],
    ['a fact that is not there', { students: undefined }],
  ])('%s is refused', (_name, broken) => {
    const json = { ...factsToJson(madeFacts()), ...broken } as unknown as CampusFactsJson;
    expect(() => factsFromJson(json)).toThrow(/^facts: /);
  });
});
