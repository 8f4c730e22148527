import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { formatDate } from '../../words/format.ts';
import { receiptWords } from '../../words/receipts.ts';
import { LineDialog } from './LineDialog.tsx';
import { LineFigure } from './LineFigure.tsx';
import { useBankLines, type BankLine, type LineState } from './queries.ts';

/** Lines that the program did not match, each with why, its age and what can be done; and those that were settled. */
export function LineQueue({ college_id }: { college_id: string }) {
  const say = useWords(receiptWords);
  const [asked, setState] = useInAddress('lines');
  const [page, setPage] = useState(1);
  const [deciding, setDeciding] = useState<BankLine | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const state: LineState = asked === 'match' || asked === 'return' ? asked : 'waiting';
  const query = useBankLines(college_id, state, page);
  return (
    <section aria-labelledby="bank-lines">
      <h2 id="bank-lines">{say.queueTitle}</h2>
      {said !== null && <Notice kind="done" title={said} announce />}
      <div className="settlement-controls no-print">
        <SelectField id="bank-lines-state" label={say.show} value={state} onChange={(value) => { setState(value); setPage(1); }} options={(['waiting', 'match', 'return'] as const).map((value) => ({ value, label: say[`state_${value}`] }))} />
      </div>
      <Answer query={query}>
        {({ total, lines }) => (lines.length === 0 ? <EmptyState title={state === 'waiting' ? say.nothingWaits : say.noLines}>{say.noLinesHelp}</EmptyState> : (
          <>
            <p>{say.linesOf(lines.length, total)}</p>
            <LineTable lines={lines} onDecide={(line) => { setSaid(null); setDeciding(line); }} />
            {total > page * lines.length && <div className="button-row no-print"><Button onClick={() => setPage(page + 1)}>{say.more}</Button></div>}
            {page > 1 && <div className="button-row no-print"><Button onClick={() => setPage(page - 1)}>{say.back}</Button></div>}
          </>
        ))}
      </Answer>
      {deciding !== null && <LineDialog line={deciding} onClose={() => setDeciding(null)} onDone={() => { setDeciding(null); setSaid(say.decided); }} />}
    </section>
  );
}

function LineTable({ lines, onDecide }: { lines: readonly BankLine[]; onDecide: (line: BankLine) => void }) {
  const say = useWords(receiptWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.queueTitle}</caption>
        <thead><tr><th scope="col">{say.reference}</th><th scope="col">{say.payer}</th><th scope="col" className="number">{say.amount}</th><th scope="col">{say.becomes}</th><th scope="col"><span className="hidden-text">{say.decide}</span></th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line_id}>
              <th scope="row">{line.reference}<span className="small settlement-note">{say[line.source]} · {formatDate(line.on_date, language)} · {say.ageOf(line.age)}</span></th>
              <td data-label={say.payer}>{line.payer} <span className="small">{line.student_id ?? line.student_no}</span><span className="small settlement-note">{[line.purpose, line.receiver === '' ? '' : say.toReceiver(line.receiver)].filter((text) => text !== '').join(' · ')}</span></td>
              <td data-label={say.amount} className="number"><LineFigure line={line} /></td>
              <td data-label={say.becomes}>{line.state === 'queue' || line.state === 'hold' ? '◇' : '●'} {say[`line_${line.state}`]}<span className="small settlement-note">{[line.why === null ? '' : `${line.why.text[language]}（${line.why.clause}）`, line.note, line.same_as === null ? '' : say.sameAs(line.same_as)].filter((text) => text !== '').join(' · ')}</span></td>
              <td>{line.may_decide && <Button onClick={() => onDecide(line)}>{say.decide}<span className="hidden-text"> {line.reference}</span></Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
