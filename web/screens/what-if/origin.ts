import type { Allowed } from '../../../core/check/capacity.ts';
import type { VerdictView } from '../../../core/check/check-json.ts';
import type { Judging } from '../../../core/check/judging.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { toDecimalText } from '../../../core/values/exact.ts';
import type { ProvenanceView } from '../../components/ProvenancePanel/provenance-view.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import { parameterLines, readingLines } from '../../provenance/parameter-lines.ts';
import { labelledParts } from '../../provenance/part-labels.ts';
import { clauseOf } from '../../provenance/verdict-origin.ts';
import { groupDigits } from '../../words/format.ts';
import { whatIfWords } from '../../words/what-if.ts';

/** The values in force, as the API words them. */
function inForce({ parameters }: Judging): ParameterAnswer[] {
  return [...parameters.values()].map((p) => ({
    ...p, value: typeof p.value === 'object' ? (toDecimalText(p.value) ?? `${p.value.n}/${p.value.d}`) : String(p.value),
  }));
}

/** Where an imagined figure comes from: that of the records, with the figure, and what is supposed beside the records said. */
export async function imaginedOrigin(
  ofRecords: ProvenanceSource, verdict: VerdictView, supposed: string, judging: Judging, language: Language,
): Promise<ProvenanceView> {
  const { pack } = judging;
  const view = typeof ofRecords === 'function' ? await ofRecords() : ofRecords;
  return {
    ...view,
    verdict: { ...verdict, label: view.title, parts: labelledParts(pack, verdict.parts, language) },
    readings: readingLines(pack, inForce(judging), verdict.readings, verdict.alternatives, language),
    ...(supposed !== '' && { note: whatIfWords[language].supposedOrigin(supposed) }),
    frozen: null,
    live: null,
  };
}

/** Why a standard allows so many students and no more. */
export function capacityOrigin({ standard, students }: Allowed, judging: Judging, language: Language): ProvenanceView {
  const { pack } = judging;
  const declared = pack.standards.find((s) => s.id === standard);
  const clause = clauseOf(pack, declared?.clause ?? '', language);
  const rule = clause?.wording.replace(/[。.]$/, '') ?? standard;
  return {
    title: declared?.label[language] ?? standard,
    verdict: null,
    clause,
    computed: whatIfWords[language].capacityHow(rule, groupDigits(String(students))),
    parameters: parameterLines(inForce(judging), declared?.reads ?? [], language),
    readings: [], rows: [], frozen: null, live: null, history: [],
  };
}
