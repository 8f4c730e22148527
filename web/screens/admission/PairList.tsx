import { ADMISSION_STATES } from '../../../core/admission/states.ts';
import { sheets } from '../../../core/exchange/sheets.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import { formatDate } from '../../words/format.ts';
import type { Pair } from './queries.ts';

type Side = Pair['sides'][number];

/** Records that look alike, side by side; each pair with what was decided, or the way to decide it. */
export function PairList({ pairs, onDecide }: { pairs: readonly Pair[]; onDecide?: (pair: Pair) => void }) {
  const say = useWords(admissionWords);
  return (
    <ol className="pairs">
      {pairs.map((pair, at) => (
        <li key={pair.duplicate_id} className="pair" aria-label={say.pairOf(at + 1)}>
          <p className="pair-head"><strong>{pair.by_id ? say.byId : say.byName}</strong> <PairState pair={pair} /></p>
          <PairTable pair={pair} />
          {pair.open && onDecide !== undefined && <div className="button-row no-print"><Button onClick={() => onDecide(pair)}>{say.decide}<span className="hidden-text"> {say.pairOf(at + 1)}</span></Button></div>}
        </li>
      ))}
    </ol>
  );
}

function PairState({ pair: { open, decision } }: { pair: Pair }) {
  const say = useWords(admissionWords);
  if (decision === null) return open ? <span className="pair-open">{say.toDecide}</span> : null;
  const stands = decision.stands === null ? '' : ` · ${decision.stands === 'admission' ? say.standsFirst : say.standsOther}`;
  return <span>{decision.verdict === 'same' ? say.decidedSame : say.decidedDifferent}{stands} · {decision.reason}（{decision.by}）</span>;
}

export function PairTable({ pair: { sides } }: { pair: Pair }) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const lines: readonly (readonly [label: string, of: (side: Side) => string])[] = [
    [say.name, ({ name }) => name], [say.sex, ({ sex }) => (sex === '1' ? say.man : say.woman)], [say.birth, ({ birth_date }) => formatDate(birth_date, language)],
    [say.idNumber, ({ id_number }) => id_number ?? '–'], [say.school, ({ school }) => school], [say.programme, ({ programme }) => programme],
    [say.number, ({ kind, id, exam_number }) => (kind === 'student' ? id : exam_number ?? id)], [say.state, (side) => stateText(side, language)], [say.since, ({ since }) => formatDate(since, language)],
  ];
  return (
    <div className="wide-table">
      <table className="ledger pair-table">
        <thead><tr><td />{sides.map((side, at) => <th key={at} scope="col">{side.kind === 'student' ? say.sideStudent : say.sideAdmission}</th>)}</tr></thead>
        <tbody>
          {lines.map(([label, of]) => {
            const texts = sides.map(of);
            return <tr key={label} data-differs={texts[0] !== texts[1]}><th scope="row">{label}</th>{texts.map((text, at) => <td key={at}>{text}</td>)}</tr>;
          })}
        </tbody>
      </table>
    </div>
  );
}

function stateText({ kind, state }: Side, language: Language): string {
  if (kind === 'admission') return ADMISSION_STATES[state as keyof typeof ADMISSION_STATES]?.[language] ?? state;
  return sheets.students.columns.status.codes?.[state]?.[language] ?? state;
}
