import { sheets } from '../../core/exchange/sheets.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { Bilingual, Language } from '../../core/values/bilingual.ts';
import type { PartView } from '../verdict-view.ts';
import { originWords } from '../words/origin.ts';

const KINDS: Readonly<Record<string, Bilingual>> = sheets.facilities.columns.kind.codes ?? {};
const TESTS = ['uncovered', 'excepted', 'stations', 'hours', 'heads', 'count', 'ratio'] as const;

/** The tests that a verdict consists of, by name: kinds of facility, standards of a composite, single tests. */
export function labelledParts(pack: Pack | undefined, parts: readonly PartView[], language: Language): PartView[] {
  return parts.map((part) => ({ ...part, label: partLabel(pack, part.name, language) }));
}

function partLabel(pack: Pack | undefined, name: string, language: Language): string {
  const test = TESTS.find((t) => t === name);
  if (test !== undefined) return originWords[language][test];
  const standard = [...(pack?.standards ?? []), ...(pack?.composites ?? [])].find((s) => s.id === name);
  if (standard !== undefined) return `${name} ${standard.label[language]}`;
  return KINDS[name]?.[language] ?? name;
}
