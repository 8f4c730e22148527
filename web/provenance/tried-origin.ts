import { packs } from '../../core/policy/packs.ts';
import { readingWords } from '../../core/policy/reading-text.ts';
import type { Tried } from '../../core/policy/tried-changes.ts';
import type { ProvenanceView } from '../components/ProvenancePanel/provenance-view.ts';
import type { ParametersAnswer, ShownVerdict, TargetAnswer } from './answers.ts';
import type { Asked } from './asked.ts';
import { chosenWords } from './parameter-lines.ts';
import { labelledParts } from './part-labels.ts';
import type { Subject } from './records.ts';
import { targetOrigin, verdictOrigin } from './verdict-origin.ts';

/** What a verdict or target says by values that are tried, with the one in force beside it. */
interface Both<V> {
  readonly now: V;
  readonly then: V;
}

/** A verdict of a trial, told like any other: values that are tried are marked, those in force stand beside them. @throws Refusal when the rows are refused. */
export async function triedOrigin(asked: Asked, subject: Subject, { now, then }: Both<ShownVerdict>, tried: readonly Tried[], inForce: ParametersAnswer): Promise<ProvenanceView> {
  const view = await verdictOrigin(asked, subject, then, inForce);
  const { language } = asked;
  const label = now.label[language];
  return { ...withTried(view, tried, inForce, asked), now: { ...now, label, parts: labelledParts(packs.get(inForce.pack), now.parts, language) }, frozen: null, live: null, history: [] };
}

/** The same of a target: what is measured stays, what is asked for changes. */
export async function triedTargetOrigin(asked: Asked, { now, then }: Both<TargetAnswer>, tried: readonly Tried[], inForce: ParametersAnswer): Promise<ProvenanceView> {
  const view = await targetOrigin(asked, { ...then, alternatives: [] }, inForce);
  return { ...withTried(view, tried, inForce, asked), now: { ...now, basis: 'text', gap: null, readings: [], label: now.label[asked.language] } };
}

/** Marks what is tried in a figure's values and readings. */
export function withTried(view: ProvenanceView, tried: readonly Tried[], { pack, parameters }: ParametersAnswer, { language }: Pick<Asked, 'language'>): ProvenanceView {
  const values = new Map(tried.map(({ key, value }) => [key, value]));
  const words = (reading: string): string => chosenWords(readingWords(packs.get(pack)?.parameters ?? [], reading, language));
  return {
    ...view,
    parameters: view.parameters.map((line) => (values.has(line.key) ? { ...line, tried: values.get(line.key) ?? '' } : line)),
    readings: view.readings.map((line) => {
      const [key = ''] = line.id.split('=');
      const value = parameters.find((one) => one.key === key)?.value;
      return values.has(key) && value !== undefined ? { ...line, inForce: words(`${key}=${value}`) } : line;
    }),
  };
}
