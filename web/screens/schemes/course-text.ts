import { sheets } from '../../../core/exchange/sheets.ts';
import { TEACHING_SIDES, type CourseKind, type TeachingSide } from '../../../core/schemes/scheme.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { schemeWords } from '../../words/schemes.ts';

const KINDS = Object.entries(sheets.teaching.columns.kind.codes ?? {}) as [CourseKind, { readonly zh: string; readonly en: string }][];

export function kindText(kind: CourseKind, language: Language): string {
  return KINDS.find(([code]) => code === kind)?.[1][language] ?? kind;
}

export function sideText(side: TeachingSide, language: Language): string {
  return schemeWords[language][`side_${side}`];
}

/** A kind as somebody types it, in either language or as its code; null when it is none. */
export function kindTyped(text: string): CourseKind | null {
  const wanted = text.trim().toLowerCase();
  return KINDS.find(([code, label]) => [code, label.zh, label.en.toLowerCase()].includes(wanted))?.[0] ?? null;
}

export function sideTyped(text: string): TeachingSide | null {
  const wanted = text.trim().toLowerCase();
  return TEACHING_SIDES.find((side) => [side, schemeWords.zh[`side_${side}`], schemeWords.en[`side_${side}`].toLowerCase()].includes(wanted)) ?? null;
}
