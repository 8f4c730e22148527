import type { Language } from '../../core/values/bilingual.ts';
import type { RequiredView, VerdictView } from '../verdict-view.ts';
import { trimZeros } from './format.ts';
import { quantity } from './units.ts';
import { missingWords, verdictWords } from './verdict.ts';

/** The sign of a test with its number: `≥ 15 平方米/人`. Empty when no value is in force. */
export function requirement(required: RequiredView, unit: string, language: Language): string {
  if (required.value === null) return '';
  const sign = { '>=': '≥', '>': '>', '<=': '≤', '=': '=' }[required.op];
  return `${sign} ${quantity(trimZeros(required.value), unit, language)}`;
}

/** What is short, without the "short": `1 平方米`. Money keeps its two decimals. */
export function gapQuantity(gap: { readonly value: string; readonly unit: string }, language: Language): string {
  return quantity(gap.unit === 'yuan' ? gap.value : trimZeros(gap.value), gap.unit, language);
}

/** Names of what must be reported first. */
export function missingNames(missing: readonly string[], language: Language): string {
  const names = missingWords[language] as Readonly<Record<string, string>>;
  return missing.map((name) => names[name] ?? name).join(verdictWords[language].and);
}

/** Why a verdict is not simply met: the gap, what is missing, or the reason; empty for met. */
export function outcomeDetail(verdict: VerdictView, language: Language): string {
  const say = verdictWords[language];
  if (verdict.outcome === 'unmet' && verdict.gap !== null) return say.gap(gapQuantity(verdict.gap, language));
  if (verdict.outcome === 'undetermined') return missingNames(verdict.missing, language);
  if (verdict.outcome === 'not_applicable' && verdict.reason !== null) {
    return (say as unknown as Readonly<Record<string, string>>)[verdict.reason] ?? verdict.reason;
  }
  return '';
}
