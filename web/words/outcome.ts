import { consequenceText, missingText } from '../../core/check/phrases.ts';
import type { Language } from '../../core/values/bilingual.ts';
import type { RequiredView, VerdictView } from '../verdict-view.ts';
import { trimZeros } from './format.ts';
import { quantity } from './units.ts';

/** The sign of a test with its number: `≥ 15 平方米/人`. Empty when no value is in force. */
export function requirement(required: RequiredView, unit: string, language: Language): string {
  if (required.value === null) return '';
  const sign = { '>=': '≥', '>': '>', '<=': '≤', '=': '=' }[required.op];
  return `${sign} ${quantity(trimZeros(required.value), unit, language)}`;
}

/** What stands after the word of an outcome: the gap, what is missing, or the reason; in the words of every report. */
export function outcomeDetail(verdict: VerdictView, language: Language): string {
  if (verdict.outcome === 'undetermined') return missingNames(verdict.missing, language);
  return consequenceText({ ...verdict, parts: verdict.parts ?? [] }, language);
}

/** Names of what must be reported first. */
export function missingNames(missing: readonly string[], language: Language): string {
  return missingText(missing, language);
}
