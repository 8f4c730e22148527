import { StatusMark } from '../../components/Status/Status.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { planWords } from '../../words/plans.ts';
import type { Fit } from './queries.ts';

const OUTCOMES = { within: 'met', beyond: 'unmet', unknown: 'undetermined' } as const;

/** Shape and word: fits, does not fit, cannot be told. */
export function FitMark({ fit }: { fit: Fit }) {
  const say = useWords(planWords);
  return <span className={`status status-${OUTCOMES[fit]}`}><StatusMark outcome={OUTCOMES[fit]} /><span className="status-word">{say[fit]}</span></span>;
}
