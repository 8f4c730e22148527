import { percentOf } from '../../../core/employment/percent.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { verdictWords } from '../../words/verdict.ts';
import type { Rate } from './queries.ts';

/** One rate with its shape; exactly what must be exceeded has a shape and a word of its own. */
export function RateFigure({ rate, label, from }: { rate: Rate; label: string; from: ProvenanceSource }) {
  const say = useWords(employmentWords);
  const verdict = useWords(verdictWords);
  const { outcome, numerator, denominator } = rate;
  const text = outcome === 'undetermined' ? say.unknownRate : percentOf(numerator, denominator) ?? say.noRate;
  return (
    <span className="rate" data-outcome={outcome}>
      {outcome === 'edge' ? <span className="rate-edge" aria-hidden="true">◆</span> : <StatusMark outcome={outcome} />}
      <Figure label={label} from={from}>{text}</Figure>
      {outcome === 'edge' && <span className="small rate-edge" title={say.edgeHelp}>{say.edge}</span>}
      {(outcome === 'met' || outcome === 'unmet') && <span className="hidden-text">{verdict[outcome]}</span>}
    </span>
  );
}
