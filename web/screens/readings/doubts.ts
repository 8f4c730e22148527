import { COUNTING_KEYS } from '../../../core/facts/rules.ts';
import type { Pack } from '../../../core/policy/pack.ts';
import { PROPOSED } from '../../../core/policy/quzhou-2024/declare-parameter.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import type { Effect } from './queries.ts';

/** A doubtful point of the policy and the parameters that its reading settles. */
export interface Doubt {
  /** B1 … B65 of the list of questions; of those that came up later, their clause. */
  readonly id: string;
  readonly parameters: readonly (ParameterAnswer & { readonly reading: NonNullable<ParameterAnswer['reading']> })[];
}

/** What a parameter bears on today. */
export type Bearing = 'campuses' | 'schools' | 'targets' | 'nothing';

export type Show = '' | 'changing' | 'unverified' | 'used';

/** The readings in force, by the number that the list of questions gives them; then those that it does not have. */
export function doubtsOf(parameters: readonly ParameterAnswer[]): Doubt[] {
  const byId = new Map<string, Doubt['parameters'][number][]>();
  for (const parameter of parameters) {
    const { reading } = parameter;
    if (reading !== null) byId.set(reading.id, [...(byId.get(reading.id) ?? []), { ...parameter, reading }]);
  }
  return [...byId].map(([id, of]) => ({ id, parameters: of })).sort((a, b) => numberOf(a.id) - numberOf(b.id) || (a.id < b.id ? -1 : 1));
}

function numberOf(id: string): number {
  return /^B\d+$/.test(id) ? Number(id.slice(1)) : Infinity;
}

/** Whether campus verdicts, notices to schools or targets are computed with a parameter; asked of what is declared. */
export function bearingOf(pack: Pack): (parameter: Pick<ParameterAnswer, 'key' | 'clause'>) => Bearing {
  const campuses = new Set<string>([...COUNTING_KEYS, ...pack.standards.flatMap((standard) => standard.reads)]);
  const schools = new Set(pack.schoolStandards.flatMap((standard) => standard.reads));
  const targets = new Set(pack.targets.flatMap((target) => [target.parameter, target.due]));
  const clauses = new Set(pack.targets.map((target) => target.clause));
  return ({ key, clause }) =>
    campuses.has(key) ? 'campuses' : schools.has(key) ? 'schools' : targets.has(key) || clauses.has(clause) ? 'targets' : 'nothing';
}

/** The document leaves it open and this product proposes the value. */
export function isProposed(parameter: ParameterAnswer): boolean {
  return parameter.source.zh === PROPOSED.zh;
}

/** A question to bring to the office: not settled by the document, or its default not verified. */
export function isOpen(doubt: Doubt): boolean {
  return doubt.parameters.some((p) => p.reading.unverified || isProposed(p));
}

export function shows(doubt: Doubt, show: Show, effects: readonly Effect[], bearing: (p: ParameterAnswer) => Bearing): boolean {
  switch (show) {
    case 'changing': return effects.some((effect) => effect.reading === doubt.id && effect.changes.length > 0);
    case 'unverified': return doubt.parameters.some((p) => p.reading.unverified);
    case 'used': return doubt.parameters.some((p) => bearing(p) !== 'nothing');
    default: return true;
  }
}

/** Whether all words asked for stand somewhere in what is told of it. */
export function matches(parts: readonly string[], asked: string): boolean {
  const text = parts.join('\n').toLowerCase();
  return asked.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** Everything that is told of a doubt, to be searched. */
export function doubtTexts(doubt: Doubt, language: Language): string[] {
  return [doubt.id, ...doubt.parameters.flatMap((p) => [
    p.key, p.clause, p.label[language], p.source[language], p.reading.question[language], ...p.reading.options.map((o) => o.label[language]),
  ])];
}
