import { AMOUNT_CHANGES, HEAD_CHANGES, LIST_CHANGES } from '../../../core/check/changes.ts';
import type { Changes } from '../../../core/check/changes.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { toDecimalText } from '../../../core/values/exact.ts';
import { pick } from '../../words/dictionary.ts';
import { trimZeros } from '../../words/format.ts';
import { missingNames } from '../../words/outcome.ts';
import { quantity } from '../../words/units.ts';
import { leverWords, whatIfWords } from '../../words/what-if.ts';
import { LEVERS } from './levers.ts';

/** The order in which a scenario is told: that of the levers, then what has none. */
const ORDER = [...new Set<string>([...LEVERS.map((lever) => lever.key), ...HEAD_CHANGES, ...AMOUNT_CHANGES])];

/** A scenario in one sentence without its end: `高职阶段学生增加 45 人；教学行政用房增加 300 平方米`. Empty when nothing is changed. */
export function scenarioSentence(changes: Changes, language: Language): string {
  const say = pick(whatIfWords, language);
  const nouns = pick(leverWords, language) as Readonly<Record<string, string>>;
  const parts = ORDER.flatMap((key) => {
    const change = changes[key as keyof Changes];
    if (change === undefined || Array.isArray(change)) return [];
    const text = typeof change === 'number' ? String(change) : toDecimalText(change as { n: bigint; d: bigint }) ?? '';
    if (text === '' || Number(text) === 0) return [];
    const amount = amountText(text.replace('-', ''), unitOf(key), language);
    return [text.startsWith('-') ? say.decreases(nounOf(nouns[key] ?? key), amount) : say.increases(nounOf(nouns[key] ?? key), amount)];
  });
  const lists = LIST_CHANGES.flatMap((key) => {
    const codes = changes[key] ?? [];
    if (codes.length === 0) return [];
    const names = key === 'facilities' ? missingNames(codes, language) : codes.join(say.listSeparator);
    return [say.adds(nouns[key] ?? key, names)];
  });
  return [...parts, ...lists].join(say.separator);
}

/** Money keeps its two decimals, other amounts drop the zeros that say nothing. */
export function amountText(decimal: string, unit: string, language: Language): string {
  if (unit !== 'yuan') return quantity(trimZeros(decimal), unit, language);
  const [whole = '0', fraction = ''] = decimal.split('.');
  return quantity(`${whole}.${fraction.padEnd(2, '0')}`, unit, language);
}

export function unitOf(key: string): string {
  if (key === 'stations') return 'station';
  return LEVERS.find((lever) => lever.key === key)?.unit ?? 'person';
}

/** In a sentence a noun stands without the "of whom" that it has below another lever. */
export function nounOf(label: string): string {
  return label.replace(/^其中(.+)$/, '$1教师').replace(/^of whom with/, 'teachers with').replace(/（.*）$/, '').replace(/ \(.*\)$/, '');
}
