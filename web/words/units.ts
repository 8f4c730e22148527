import type { Language } from '../../core/values/bilingual.ts';
import { rateWord } from '../../core/values/unit-words.ts';
import { formatPercent, groupDigits } from './format.ts';

/** A quantity with its unit as people read it; ratios as percentages. */
export function quantity(value: string, unit: string, language: Language): string {
  if (unit === 'ratio' || unit === '%') return formatPercent(value);
  const word = rateWord(unit, language);
  return word === '' ? groupDigits(value) : `${groupDigits(value)} ${word}`;
}
