import { useWords } from '../../settings/SettingsProvider.tsx';
import type { OutcomeView } from '../../verdict-view.ts';
import { groupDigits } from '../../words/format.ts';
import { verdictWords } from '../../words/verdict.ts';
import { Figure } from '../Figure/Figure.tsx';
import type { ProvenanceSource } from '../ProvenancePanel/ProvenanceProvider.tsx';
import { StatusMark } from '../Status/Status.tsx';
import './OutcomeCounts.css';

const ORDER: readonly OutcomeView[] = ['met', 'unmet', 'undetermined', 'not_applicable'];

interface OutcomeCountsProps {
  readonly summary: Readonly<Record<OutcomeView, number>>;
  /** Which verdicts a count is of. */
  readonly from: (outcome: OutcomeView) => ProvenanceSource;
}

/** `● 达标 42、▲ 未达标 25 …` in a sentence; outcomes that nobody has are left out, and each count opens its list. */
export function OutcomeCounts({ summary, from }: OutcomeCountsProps) {
  const say = useWords(verdictWords);
  return (
    <>
      {ORDER.filter((outcome) => summary[outcome] > 0).map((outcome) => (
        <span key={outcome} className={`outcome-count status-${outcome}`}>
          <StatusMark outcome={outcome} /> {say[outcome]}{' '}
          <Figure label={say[outcome]} from={from(outcome)}>
            <strong>{groupDigits(String(summary[outcome]))}</strong>
          </Figure>{' '}
        </span>
      ))}
    </>
  );
}
