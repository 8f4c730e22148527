import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { receiptWords } from '../../words/receipts.ts';
import { ProblemList } from '../data/import/ProblemList.tsx';
import '../data/import/import.css';
import { feeText } from './fee-text.ts';
import type { BankFile } from './queries.ts';
import { useMoneyOrigin } from './useMoneyOrigin.ts';

type Row = BankFile['rows'][number];
const MARKS: Readonly<Record<Row['outcome'], string>> = { match: '●', same: '–', queue: '◇', refused: '▲' };

/** Every row of a file with what becomes of it, those first that somebody has to look at. */
export function BankRows({ read: { file, rows, problems } }: { read: BankFile }) {
  const say = useWords(receiptWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const order: readonly Row['outcome'][] = ['refused', 'queue', 'same', 'match'];
  const sorted = rows.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row);
  const told = ({ outcome, parts, why }: Row): string => {
    if (why !== null) return `${why.text[language]}（${why.clause}）`;
    return outcome === 'same' ? say.sameMoney : parts.map(({ kind, amount_yuan }) => `${feeText(kind, language)} ${groupDigits(amount_yuan)}`).join(' · ');
  };
  return (
    <>
      {problems.length > 0 && <ProblemList problems={problems} all={problems.length} />}
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.rows}</caption>
          <thead><tr><th scope="col">{say.reference}</th><th scope="col">{say.student}</th><th scope="col" className="number">{say.amount}</th><th scope="col">{say.becomes}</th></tr></thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.row}>
                <th scope="row">{row.reference} <span className="small">{say.rowOf(row.row)}</span></th>
                <td data-label={say.student}>{row.name} <span className="small">{row.student_id ?? ''}</span></td>
                <td data-label={say.amount} className="number">{row.amount_yuan === null ? '–' : <Figure label={`${row.reference} ${say.amount}`} from={origin({ title: `${row.reference} ${say.amount}`, clause: row.why?.clause ?? 'R4-b', computed: `${row.amount_yuan} → ${told(row)}`, note: `${file} ${say.rowOf(row.row)}` })}>{groupDigits(row.amount_yuan)}</Figure>}</td>
                <td data-label={say.becomes}>{MARKS[row.outcome]} {say[`outcome_${row.outcome}`]}<span className="small settlement-note">{told(row)}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
