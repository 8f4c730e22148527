import type { MeasuredJson, RequiredJson, VerdictView } from '../../../core/check/check-json.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { unitWord } from '../../../core/values/unit-words.ts';
import type { BulletScale } from '../../components/Bullet/Bullet.tsx';
import { trimZeros } from '../../words/format.ts';
import { requirement } from '../../words/outcome.ts';
import { quantity } from '../../words/units.ts';

/** The figure of a verdict as a person reads it; null when nothing was measured. */
export function figureText({ standard, measured }: Pick<VerdictView, 'standard' | 'measured'>, language: Language): string | null {
  const { numerator, denominator, value, unit } = measured;
  if (numerator === null) return null;
  if (standard === 'R1-e') return `${numerator} / ${denominator} ${unitWord('kind', language)}`;
  if (unit === 'ratio') return value === null ? null : quantity(trimZeros(value), 'ratio', language);
  if (!unit.includes('/')) return quantity(trimZeros(numerator), unit, language);
  return value === null ? null : quantity(trimZeros(value), 'count', language);
}

/** What it is held against, after the figure: `≥ 15 平方米/人`. */
export function requiredText({ standard, measured, required }: Pick<VerdictView, 'standard' | 'measured' | 'required'>, language: Language): string {
  return standard === 'R1-e' || measured.unit === '' ? '' : requirement(required, measured.unit, language);
}

/** Ends for a bar; null where a bar says nothing: counts that must be zero, no figure. */
export function scaleOf(measured: MeasuredJson, required: RequiredJson): BulletScale | null {
  const target = Number(required.value ?? '');
  if (required.value === null || target === 0 || measured.unit === '') return null;
  const value = measured.unit.includes('/') || measured.unit === 'ratio' ? measured.value : measured.numerator;
  return { value: value === null ? null : Number(value), target };
}
