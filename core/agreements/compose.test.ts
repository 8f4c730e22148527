import { describe, expect, test } from 'vitest';
import { exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { composeAgreement } from './compose.ts';
import { PART_CODES } from './content.ts';
import { FIRST_DAY, madeFacts, parametersOf } from './made-agreement.ts';

const composed = (...given: Parameters<typeof madeFacts>) => composeAgreement(madeFacts(...given), parametersOf(), FIRST_DAY);
const lackingOf = (...given: Parameters<typeof madeFacts>) => {
  const answer = composed(...given);
  return answer.outcome === 'done' ? [] : answer.lacking.map(({ part, what }) => `${part}: ${what}`);
};
const textOf = (parameters = parametersOf()) => {
  const answer = composeAgreement(madeFacts(), parameters, FIRST_DAY);
  return answer.outcome === 'done' ? answer.content.parts.map(({ text }) => text).join('\n') : '';
};

describe('R3-f: the agreement states', () => {
  test('every point of B25, with the clauses that it rests on', () => {
    const answer = composed();
    expect(answer).toMatchObject({ outcome: 'done', content: { cohort: 2025, programme: { secondary_code: '660103', higher_code: '460103' } } });
    if (answer.outcome !== 'done') return;
    expect(answer.content.parts.map(({ code }) => code)).toEqual(PART_CODES);
    expect(answer.content.parts.every(({ clauses, heading, text }) => clauses.length > 0 && heading !== '' && text !== '')).toBe(true);
    expect(answer.content.years.map(({ year, academic_year, place_id }) => [year, academic_year, place_id]))
      .toEqual([[1, '2025–2026学年', 'S'], [2, '2026–2027学年', 'S'], [3, '2027–2028学年', 'S'], [4, '2028–2029学年', 'C'], [5, '2029–2030学年', 'C']]);
  });

  test('B25: the points that the pack asks for are those of the template', () => {
    expect(String(parametersOf()('agreement.required_clauses')?.value).split(';').sort()).toEqual([...PART_CODES].sort());
  });

  test('figures in force: another pass line is another text', () => {
    expect(textOf()).toMatch(/60分及以上为通过；未通过的可补考1次/);
    expect(textOf(parametersOf({ 'upgrade.pass_line': exact(40) }))).toMatch(/40分及以上为通过/);
    expect(textOf()).toContain('发中职毕业证书，结束项目并终止协议');
    expect(textOf()).toContain('三级（高级工）及更高等级');
  });

  test('and is not drawn up without one of the five places, a fee of a year or a code of the major; 0 is a fee', () => {
    const years = madeFacts().years;
    expect(lackingOf({ years: years.map((one, at) => (at === 3 ? { ...one, place: null } : one)) })).toEqual(['five_places: place/4']);
    expect(lackingOf({ years: years.map((one, at) => (at === 4 ? { ...one, dorm_yuan: null } : one)) })).toEqual(['fees_by_year: dorm_yuan/5']);
    expect(lackingOf({ programme: { ...madeFacts().programme, higher_code: null } })).toEqual(['major_codes: higher_code']);
    expect(lackingOf({ years: years.map((one) => ({ ...one, custody_yuan: '0' })) })).toEqual([]);
  });

  test('a guardian, where the student is a minor on the day: the day before the birthday and not on it', () => {
    const student = { ...madeFacts().student, birth_date: date('2007-09-02') };
    expect(lackingOf({ student, guardian: null })).toEqual(['parties: guardian']);
    expect(lackingOf({ student: { ...student, birth_date: FIRST_DAY.replace('2025', '2007') as never }, guardian: null })).toEqual([]);
  });

  test('nothing by a value of law that is not in force: the point is named', () => {
    const answer = composeAgreement(madeFacts(), parametersOf({ 'refund.due_days': undefined }), FIRST_DAY);
    expect(answer).toEqual({ outcome: 'incomplete', lacking: [{ part: 'exit_and_refund', what: 'parameter/refund.due_days' }] });
  });
});
