import type { Pack } from '../../core/policy/pack.ts';
import { packs } from '../../core/policy/packs.ts';
import type { Language } from '../../core/values/bilingual.ts';
import type { ProvenanceView, ValueOnDay } from '../components/ProvenancePanel/provenance-view.ts';
import { formatDate, trimZeros } from '../words/format.ts';
import { originWords } from '../words/origin.ts';
import type { ParametersAnswer, ShownVerdict, TargetAnswer } from './answers.ts';
import type { Asked } from './asked.ts';
import { parameterLines, readingLines } from './parameter-lines.ts';
import { labelledParts } from './part-labels.ts';
import { evidenceTables, type Subject } from './records.ts';

/** A verdict, told down to the rows it was computed from. @throws Refusal when the rows are refused. */
export async function verdictOrigin(asked: Asked, subject: Subject, verdict: ShownVerdict, inForce: ParametersAnswer): Promise<ProvenanceView> {
  const { language } = asked;
  const pack = packs.get(inForce.pack);
  const rows = await evidenceTables(asked, subject, verdict.standard, verdict.composite ? null : verdict.evidence);
  const used = new Set(verdict.readings.map((reading) => reading.slice(0, reading.indexOf('='))));
  const reads = [verdict.parameter, ...readsOf(pack, verdict.standard)].filter((key) => !used.has(key) || key === verdict.parameter);
  return {
    title: verdict.label[language],
    verdict: { ...verdict, label: verdict.label[language], parts: labelledParts(pack, verdict.parts, language) },
    clause: clauseOf(pack, verdict.clause, language),
    parameters: parameterLines(inForce.parameters, reads, language),
    readings: readingLines(pack, inForce.parameters, verdict.readings, verdict.alternatives, language),
    rows,
    ...overTime(asked, verdict),
    ...(subject.of !== 'target' && { concerns: { subject: subject.id, about: `${subject.of === 'campus' ? 'campus' : 'org'}:${subject.id}` } }),
  };
}

/** A target, told the same way; before it is due its formula shows how far things stand. */
export async function targetOrigin(asked: Asked, target: TargetAnswer, inForce: ParametersAnswer): Promise<ProvenanceView> {
  const { language } = asked;
  const pack = packs.get(inForce.pack);
  const declared = pack?.targets.find((t) => t.id === target.standard && t.part === target.part);
  const keys = declared === undefined ? [target.parameter] : [declared.parameter, declared.due];
  const own = inForce.parameters.filter((p) => p.clause === target.clause && (keys.includes(p.key) || !p.key.startsWith('target.')));
  const readings = own.filter((p) => p.reading !== null).map((p) => `${p.key}=${chosenOf(p.reading?.options.map((o) => o.value) ?? [], p.value)}`);
  return {
    title: target.label[language],
    verdict: { ...target, basis: 'text', gap: null, readings, label: target.label[language] },
    clause: clauseOf(pack, target.clause, language),
    ...(target.due !== null && { note: `${originWords[language].due} ${formatDate(target.due, language)}` }),
    parameters: parameterLines(inForce.parameters, keys, language),
    readings: readingLines(pack, inForce.parameters, readings, target.alternatives, language),
    rows: await evidenceTables(asked, { of: 'target', part: target.part }, target.standard, target.evidence),
    frozen: null,
    live: null,
    history: [],
  };
}

/** An amount whose reading says how it is taken is told by the reading's default, which stands first. */
function chosenOf(options: readonly string[], value: string): string {
  return options.includes(value) ? value : (options[0] ?? value);
}

export function clauseOf(pack: Pack | undefined, id: string, language: Language): ProvenanceView['clause'] {
  const clause = pack?.clauses.find((c) => c.id === id);
  return clause === undefined ? null : { id, wording: clause.summary[language] };
}

function readsOf(pack: Pack | undefined, standard: string): readonly string[] {
  return [...(pack?.standards ?? []), ...(pack?.schoolStandards ?? [])].find((s) => s.id === standard)?.reads ?? [];
}

const shorter = (value: string | null) => (value === null ? null : trimZeros(value));

/** The frozen value of the day beside the live one, where the day has a snapshot; and the days before. */
function overTime(asked: Asked, verdict: ShownVerdict): Pick<ProvenanceView, 'frozen' | 'live' | 'history'> {
  const { unit } = verdict.measured;
  const history = verdict.trend.map(({ on, outcome, value }): ValueOnDay => ({ on, value: shorter(value), unit, outcome }));
  const frozen = history.find((past) => past.on === asked.on) ?? null;
  const live = frozen === null ? null : { on: asked.on, value: shorter(verdict.measured.value), unit, outcome: verdict.outcome };
  return { frozen, live, history };
}
