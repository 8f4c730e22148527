import { StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { verdictWords } from '../../words/verdict.ts';
import { whatIfWords } from '../../words/what-if.ts';
import { turn } from './answer.ts';
import type { Pair, Trial } from './answer.ts';
import type { VerdictView } from '../../../core/check/check-json.ts';
import type { ProvenanceView } from '../../components/ProvenancePanel/provenance-view.ts';
import { ResultRow } from './ResultRow.tsx';

interface ResultsProps {
  readonly trial: Trial;
  readonly pairs: readonly Pair[];
  readonly originOf: (verdict: VerdictView) => Promise<ProvenanceView>;
}

/** Every standard, now and then. Rows have their roles written out: on a phone they are laid out as cards. */
export function Results({ trial, pairs, originOf }: ResultsProps) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const labels = new Map(trial.judging.pack.standards.map((s) => [s.id, s.label[language]]));
  return (
    <table role="table" className="results" aria-label={say.results}>
      <thead role="rowgroup">
        <tr role="row">
          {[say.outcome, say.standard, say.measured, say.gap].map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {pairs.map((pair) => (
          <ResultRow key={pair.after.standard} pair={pair} label={labels.get(pair.after.standard) ?? pair.after.standard} originOf={originOf} />
        ))}
      </tbody>
    </table>
  );
}

const OUTCOMES = ['met', 'unmet', 'undetermined', 'not_applicable'] as const;

/** `● 14 → 16  ▲ 2 → 0`: stays in sight while levers move, and is read out when it changes. */
export function ResultCounts({ pairs }: { pairs: readonly Pair[] }) {
  const say = useWords(whatIfWords);
  const words = useWords(verdictWords);
  const turns = pairs.map(turn);
  const better = turns.filter((t) => t > 0).length;
  const worse = turns.filter((t) => t < 0).length;
  const said = [better > 0 ? say.improved(better) : '', worse > 0 ? say.worse(worse) : ''].filter((part) => part !== '').join(say.listSeparator);
  return (
    <div className="result-counts" role="status">
      {OUTCOMES.map((outcome) => {
        const [was, is] = [count(pairs, 'before', outcome), count(pairs, 'after', outcome)];
        return (
          <span key={outcome} className={`result-count status-${outcome}`}>
            <StatusMark outcome={outcome} /> {words[outcome]}{' '}
            <strong>{was === is ? is : `${was} → ${is}`}</strong>
          </span>
        );
      })}
      <span className="small">{said === '' ? say.noChange : said}</span>
    </div>
  );
}

function count(pairs: readonly Pair[], when: 'before' | 'after', outcome: string): number {
  return pairs.filter((pair) => pair[when].outcome === outcome).length;
}
