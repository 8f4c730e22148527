import { describe, expect, test } from 'vitest';
import { toDecimalText } from '../../values/exact.ts';
import { date } from '../../values/plain-date.ts';
import { parametersOn, type Parameter } from '../../verdict/parameter.ts';
import { quzhou2024 } from './pack.ts';

const { parameters } = quzhou2024;

/** The default of every reading that this pack settles outside conditions, staff and targets, in the readings' own keys. */
const DEFAULTS: readonly (readonly [reading: string, key: string, value: string])[] = [
  ['B3', 'snapshot.condition', '10-31'],
  ['B3', 'snapshot.finance', '10-31'],
  ['B3', 'snapshot.enrol_registered', '11-20'],
  ['B4', 'student.counts', 'enrolled=1;repeating=1;internship=1;suspended=0;place_kept=0;withdrawn=0;transferred_out=0'],
  ['B22', 'agreement.window', 'P1M'],
  ['B22', 'agreement.roll_holiday', 'true'],
  ['B23', 'agreement.new_student', 'year_1'],
  ['B24', 'agreement.guardian_required', '18'],
  ['B26', 'tuition.base', 'net_collected'],
  ['B26', 'tuition.share', '0.6'],
  ['B27', 'payee.tuition', 'school'],
  ['B27', 'payee.dorm', 'campus'],
  ['B27', 'payee.custody', 'campus'],
  ['B27', 'payee.grant', 'campus'],
  ['B28', 'dorm.base', 'net_collected'],
  ['B29', 'grant.floor', '12000'],
  ['B29', 'grant.headcount', 'previous_and_current_by_months'],
  ['B30', 'campus.payer_finance', 'campus_payer'],
  ['B31', 'grant.instalment_days', '03-31;06-30;09-30;12-20'],
  ['B32', 'grant.pass_on_days', '30'],
  ['B33', 'custody.close', '08-31'],
  ['B34', 'refund.months', '10'],
  ['B34', 'refund.month_days', '30'],
  ['B34', 'refund.part_month', 'ceil'],
  ['B34', 'refund.day_count', 'inclusive'],
  ['B35', 'cert.major_relevance', 'warn'],
  ['B36', 'sample.per_year', '1'],
  ['B36', 'sample.size_share', '0.1'],
  ['B36', 'sample.size_minimum', '20'],
  ['B36', 'upgrade.pass_line', '60'],
  ['B36', 'upgrade.done_by', '04-30'],
  ['B36', 'upgrade.exempt', 'none'],
  ['B37', 'upgrade.resits', '1'],
  ['B38', 'secondary_diploma.at_upgrade', 'issued'],
  ['B39', 'roll.higher_school_transfer', 'false'],
  ['B47', 'plan.lag_years', '3'],
  ['B48', 'rectify.days.A', '30'],
  ['B48', 'rectify.days.B', '60'],
  ['B48', 'rectify.days.C', '90'],
  ['B49', 'recommender', 'bureau_of_school_level'],
  ['B50', 'document.effective_from', '2024-05-29'],
  ['B51', 'core_course.rule', 'either'],
  ['B52', 'lecture.rate.senior_full', '120'],
  ['B52', 'lecture.rate.junior', '60'],
  ['B53', 'insurance.payer', 'school'],
  ['B54', 'stage.higher_from', 'registration_from_september'],
  ['B55', 'grant.partial_year', 'by_months'],
  ['B56', 'base.shared', 'agreed_share'],
  ['B57', 'cert.gate', 'block_with_exemption'],
  ['B58', 'overlap.leaders_counted', 'false'],
  ['B59', 'study.max_years.secondary', '5'],
  ['B59', 'study.max_years.higher', '4'],
  ['B60', 'tuition.loan', 'collected_on_arrival'],
  ['B61', 'employment.responsible_until', '12-31'],
  ['B62', 'agreement.signing', 'paper;electronic'],
  ['B63', 'safety.owner', 'secondary_school'],
  ['B64', 'funding.increment', 'total_or_per_student'],
];

function textOf({ value }: Parameter): string | null {
  return typeof value === 'object' ? toDecimalText(value) : String(value);
}

describe('parameters of the pack', () => {
  test('have each a key of their own', () => {
    const keys = parameters.map((parameter) => parameter.key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('cite a clause that exists', () => {
    const ids = new Set(quzhou2024.clauses.map((clause) => clause.id));
    expect(parameters.filter(({ clause }) => !ids.has(clause)).map(({ key, clause }) => `${key} → ${clause}`)).toEqual([]);
  });

  test('say unit, label and source in both languages', () => {
    const bare = parameters.filter(({ unit, label, source }) => [unit, label.zh, label.en, source.zh, source.en].includes(''));
    expect(bare.map((parameter) => parameter.key)).toEqual([]);
  });

  // A number that goes with a chosen method (8 and 4 months) carries the reading of the method and is no option itself.
  test('use as default the first of the values that their reading offers', () => {
    const later = parameters.filter((parameter) =>
      (parameter.reading?.options.findIndex((option) => option.value === textOf(parameter)) ?? 0) > 0);
    expect(later.map((parameter) => `${parameter.key}: ${textOf(parameter)}`)).toEqual([]);
  });

  test('offer every reading at least one answer, each once', () => {
    const empty = parameters.filter(({ reading }) => reading !== null
      && (reading.options.length === 0 || new Set(reading.options.map((option) => option.value)).size < reading.options.length));
    expect(empty.map((parameter) => parameter.key)).toEqual([]);
  });

  test.each(DEFAULTS)('%s is settled by %s = %s', (reading, key, value) => {
    const parameter = parameters.find((candidate) => candidate.key === key);
    expect(parameter?.reading?.id).toBe(reading);
    expect(parameter === undefined ? null : textOf(parameter)).toBe(value);
  });

  test('are in force on the day of the document and not on the day before', () => {
    expect(parametersOn(parameters, date('2024-05-28')).size).toBe(0);
    expect(parametersOn(parameters, date('2024-05-29')).size).toBe(parameters.length);
  });
});
