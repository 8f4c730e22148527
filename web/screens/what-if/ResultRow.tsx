import { memo, useEffect, useMemo } from 'react';
import { consequenceText } from '../../../core/check/phrases.ts';
import { BulletBar } from '../../components/Bullet/Bullet.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import type { ProvenanceView } from '../../components/ProvenancePanel/provenance-view.ts';
import { useProvenance } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { Status, StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import type { VerdictView } from '../../../core/check/check-json.ts';
import { verdictWords } from '../../words/verdict.ts';
import { whatIfWords } from '../../words/what-if.ts';
import { turn } from './answer.ts';
import type { Pair } from './answer.ts';
import { figureText, requiredText, scaleOf } from './measured.ts';

interface ResultRowProps {
  readonly pair: Pair;
  readonly label: string;
  readonly originOf: (verdict: VerdictView) => Promise<ProvenanceView>;
}

/** One standard: its verdict now and then, the figures, and what is short in plain words. */
export const ResultRow = memo(function ResultRow({ pair, label, originOf }: ResultRowProps) {
  const { before, after } = pair;
  const { language } = useSettings().settings;
  const say = useWords(whatIfWords);
  const scale = scaleOf(after.measured, after.required);
  const [was, is] = [figureText(before, language), figureText(after, language)];
  return (
    <tr role="row" className={['', 'result-better', 'result-worse'].at(turn(pair)) ?? ''}>
      <td role="cell" className="result-outcome">
        <Outcome pair={pair} />
      </td>
      <th role="rowheader" scope="row">
        {label} <span className="small result-clause">{after.clause}</span>
      </th>
      <td role="cell" className="result-measured">
        {is === null ? (
          <span className="small">—</span>
        ) : (
          <ImaginedFigure label={label} verdict={after} originOf={originOf}>
            {is}
          </ImaginedFigure>
        )}{' '}
        <span className="result-required">{requiredText(after, language)}</span>
        {was !== is && was !== null && <span className="small result-was">{say.was(was)}</span>}
        {scale !== null && is !== null && <BulletBar {...scale} thin />}
      </td>
      <td role="cell" className={`result-gap status-${after.outcome}`}>
        {after.outcome === 'met' ? '' : consequenceText(after, language)}
      </td>
    </tr>
  );
});

function Outcome({ pair: { before, after } }: { pair: Pair }) {
  const words = useWords(verdictWords);
  const say = useWords(whatIfWords);
  if (before.outcome === after.outcome) return <Status outcome={after.outcome} />;
  return (
    <span className="result-turn">
      <StatusMark outcome={before.outcome} />
      <span className="hidden-text">
        {say.now} {words[before.outcome]} {say.changedTo}
      </span>
      <span aria-hidden="true"> → </span>
      <Status outcome={after.outcome} />
    </span>
  );
}

/** A figure that is not in the records: its origin follows while levers move. */
function ImaginedFigure({ label, verdict, originOf, children }: { label: string; verdict: VerdictView; originOf: ResultRowProps['originOf']; children: React.ReactNode }) {
  const say = useWords(whatIfWords);
  const { figure, open } = useProvenance();
  const title = say.resultOf(label);
  const from = useMemo(() => () => originOf(verdict), [originOf, verdict]);
  useEffect(() => {
    if (figure !== null && figure.label === title && figure.source !== from) open({ ...figure, source: from });
  }, [from, figure, open, title]);
  return (
    <Figure label={title} from={from}>
      {children}
    </Figure>
  );
}
