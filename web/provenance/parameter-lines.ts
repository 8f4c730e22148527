import type { Pack } from '../../core/policy/pack.ts';
import { readingWords } from '../../core/policy/reading-text.ts';
import type { Language } from '../../core/values/bilingual.ts';
import type { ParameterLine, ReadingLine } from '../components/ProvenancePanel/provenance-view.ts';
import { formatDate, trimZeros } from '../words/format.ts';
import type { AlternativeView } from '../verdict-view.ts';
import { originWords } from '../words/origin.ts';
import type { ParameterAnswer } from './answers.ts';

/** Values of law and readings behind a figure, as the panel lists them. */

/** Units of parameters that choose or list something, and so are told as readings, not as amounts. */
const CHOICES = new Set(['choice', 'codes', 'code']);

export function parameterLines(parameters: readonly ParameterAnswer[], keys: readonly string[], language: Language): ParameterLine[] {
  return [...new Set(keys)].flatMap((key) => {
    const found = parameters.find((p) => p.key === key);
    if (found === undefined || CHOICES.has(found.unit)) return [];
    const day = found.unit === 'date';
    return [{
      key,
      label: found.label[language],
      value: day ? formatDate(found.value, language) : found.value,
      unit: day ? 'count' : found.unit,
      from: found.from,
      to: found.to,
      clause: found.clause,
      source: found.source[language],
    }];
  });
}

/**
 * The readings used, `key=value`, each with what its other choices would answer; then the answers of choices
 * that belong to none of them.
 */
export function readingLines(
  pack: Pack | undefined, parameters: readonly ParameterAnswer[], used: readonly string[], alternatives: readonly AlternativeView[], language: Language,
): ReadingLine[] {
  const words = (reading: string) => readingWords(pack?.parameters ?? [], reading, language);
  const lines = used.map((reading): ReadingLine => {
    const key = keyOf(reading);
    const parameter = parameters.find((p) => p.key === key);
    return {
      id: reading,
      question: questionOf(parameter, language),
      chosen: words(reading),
      unverified: parameter?.reading?.unverified ?? false,
      alternatives: alternatives.filter((a) => keyOf(a.reading) === key).map((a) => answered(a, words)),
    };
  });
  const keys = new Set(used.map(keyOf));
  const others = alternatives.filter((a) => !keys.has(keyOf(a.reading)));
  if (others.length === 0) return lines;
  return [...lines, { id: 'others', question: originWords[language].otherReadings, chosen: '', unverified: false, alternatives: others.map((a) => answered(a, words)) }];
}

/** Of a reading in words the choice alone: `生均指标的分母：住宿生` → `住宿生`. */
export function chosenWords(reading: string): string {
  return reading.split(/：|: /).at(-1) ?? reading;
}

const keyOf = (reading: string) => reading.slice(0, reading.indexOf('='));

function questionOf(parameter: ParameterAnswer | undefined, language: Language): string {
  if (parameter === undefined) return '';
  return parameter.reading === null ? parameter.clause : `${parameter.reading.id} ${parameter.reading.question[language]}`;
}

function answered(alternative: AlternativeView, words: (reading: string) => string): ReadingLine['alternatives'][number] {
  const { reading, measured, outcome } = alternative;
  return { label: chosenWords(words(reading)), value: measured.value === null ? null : trimZeros(measured.value), unit: measured.unit, outcome };
}
