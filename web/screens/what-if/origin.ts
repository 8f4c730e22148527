import type { VerdictView } from '../../../core/check/check-json.ts';
import type { Judging } from '../../../core/check/judging.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { toDecimalText } from '../../../core/values/exact.ts';
import type { Parameter } from '../../../core/verdict/parameter.ts';
import type { ParameterLine, ProvenanceView, ReadingLine } from '../../components/ProvenancePanel/provenance-view.ts';

/** Where an imagined figure comes from: rule, formula, parameters and readings of the day. */
export function imaginedOrigin(verdict: VerdictView, judging: Judging, language: Language): ProvenanceView {
  const { pack } = judging;
  const standard = pack.standards.find((s) => s.id === verdict.standard);
  const clause = pack.clauses.find((c) => c.id === verdict.clause);
  const label = standard?.label[language] ?? verdict.standard;
  return {
    title: label,
    verdict: { ...verdict, label },
    clause: clause === undefined ? null : { id: clause.id, wording: clause.summary[language] },
    parameters: parameterLines(standard?.reads ?? [], judging, language),
    readings: readingLines(verdict, judging, language),
    rows: [],
   
    frozen: null,
    live: null,
    history: [],
  };
}

/** The values in force among these parameters; choices are told as readings. */
export function parameterLines(keys: readonly string[], { parameters }: Judging, language: Language): ParameterLine[] {
  const read = keys.flatMap((key) => parameters.get(key) ?? []);
  return read.filter((p) => typeof p.value === 'object').map((p) => parameterLine(p, language));
}

function parameterLine(parameter: Parameter, language: Language): ParameterLine {
  const { value, label, unit, from, to, clause, source } = parameter;
  const text = typeof value === 'object' ? (toDecimalText(value) ?? `${value.n}/${value.d}`) : String(value);
  return { label: label[language], value: text, unit, from, to, clause, source: source[language] };
}

function readingLines(verdict: VerdictView, { parameters }: Judging, language: Language): ReadingLine[] {
  return verdict.readings.flatMap((reading) => {
    const [key = '', value = ''] = reading.split('=');
    const parameter = parameters.get(key);
    const doubt = parameter?.reading;
    if (parameter === undefined || doubt === null || doubt === undefined) return [];
    const nameOf = (v: string) => doubt.options.find((o) => o.value === v)?.label[language] ?? `${parameter.label[language]} ${v}`;
    const others = verdict.alternatives.filter((other) => other.reading.startsWith(`${key}=`));
    return [{
      id: `${doubt.id} ${key}`,
      question: doubt.question[language],
      chosen: nameOf(value),
      unverified: doubt.unverified,
      alternatives: others.map((other) => ({
        label: nameOf(other.reading.slice(key.length + 1)),
        value: other.measured.value,
        unit: other.measured.unit,
        outcome: other.outcome,
      })),
    }];
  });
}
