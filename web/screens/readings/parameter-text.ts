import { valueWords } from '../../../core/policy/reading-text.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { rateWord, unitWord } from '../../../core/values/unit-words.ts';
import { pick } from '../../words/dictionary.ts';
import { formatDate, groupDigits, trimZeros } from '../../words/format.ts';
import { readingsWords } from '../../words/readings.ts';
import { quantity } from '../../words/units.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';

const NUMBER = /^-?\d+(\.\d+)?$/;
/** Units of values that are words, not amounts. */
const WORDED: ReadonlySet<string> = new Set([
  'code', 'codes', 'flag', 'choice', 'weights', 'month_day', 'month_days', 'month_day_period', 'days', 'date', 'duration', 'grades',
]);

/** A value as people read it, with its unit: the option's name, an amount, a day of the year, a list of labels. */
export function parameterText(parameter: ParameterAnswer, language: Language): string {
  const { value, unit, reading } = parameter;
  const option = reading?.options.find((o) => o.value === value);
  if (option !== undefined) return option.label[language];
  return bareText(value, unit, language) ?? valueWords({ reading }, value, language);
}

/** The value alone for a table whose unit stands in its own column. */
export function tableText(parameter: ParameterAnswer, language: Language): string {
  const { value, unit } = parameter;
  return NUMBER.test(value) && !WORDED.has(unit) && unit !== 'ratio' ? groupDigits(trimZeros(value)) : parameterText(parameter, language);
}

/** The unit of a value that has one; empty for choices, days and ratios. */
export function unitText(unit: string, language: Language): string {
  if (WORDED.has(unit) || unit === 'ratio') return '';
  return unit.includes('/') ? rateWord(unit, language) : unitWord(unit, language);
}

function bareText(value: string, unit: string, language: Language): string | null {
  const say = pick(readingsWords, language);
  switch (unit) {
    case 'month_day': case 'month_days': return value.split(';').map((day) => dayOfYear(day, language)).join(say.list);
    case 'date': return formatDate(value, language);
    case 'days': return quantity(value.split(';').join(say.list), 'day', language);
    case 'grades': return say.grades(value.split(';').join(say.list));
    default: return NUMBER.test(value) ? quantity(trimZeros(value), unit, language) : null;
  }
}

/** `10-31` → `10月31日` or `31 October`: a day of every year. */
function dayOfYear(monthDay: string, language: Language): string {
  return formatDate(`2000-${monthDay}`, language).replace(/^2000年| 2000$/, '');
}
