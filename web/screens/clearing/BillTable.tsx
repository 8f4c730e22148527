import { NOT_BILLED } from '../../../core/billing/bill-list.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { clearingWords } from '../../words/clearing.ts';
import { groupDigits } from '../../words/format.ts';
import { feeText } from './fee-text.ts';
import type { BillsAnswer } from './queries.ts';
import { FeeFigure } from './FeeFigure.tsx';
import { useMoneyOrigin } from './useMoneyOrigin.ts';

/** By class first, then by name; who is not billed stands there with why. */
export function BillTable({ answer }: { answer: BillsAnswer }) {
  const say = useWords(clearingWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const { groups, bills, many, total_yuan } = answer;
  const shown = bills.length;
  const all = groups.reduce((sum, { billed, not_billed }) => sum + billed + not_billed, 0);
  return (
    <>
      <p>{say.billed(many)} <Figure label={say.billedTotal} from={origin({ title: say.billedTotal, clause: 'R4-b', computed: `Σ = ${total_yuan}`, note: say.billsNote })}>{groupDigits(total_yuan)}</Figure> {say.yuan}</p>
      <ul className="clearing-groups">
        {groups.map(({ class_id, billed, not_billed, total_yuan: of_class }) => {
          const title = say.groupOf(class_id ?? say.noClass, billed, not_billed);
          return <li key={class_id ?? ''}>{title} <Figure label={title} from={origin({ title, clause: 'R4-b', computed: `Σ = ${of_class}`, note: say.billsNote })}>{groupDigits(of_class)}</Figure></li>;
        })}
      </ul>
      {all > shown && <p className="small">{say.firstOf(shown, all)}</p>}
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.billsTitle}</caption>
          <thead><tr><th scope="col">{say.student}</th><th scope="col">{say.class}</th><th scope="col">{say.fee}</th><th scope="col" className="number">{say.amount}</th><th scope="col">{say.approval}</th></tr></thead>
          <tbody>
            {bills.map(({ student_id, name, class_id, kind, amount_yuan, approval, why }) => (
              <tr key={`${student_id} ${kind}`}>
                <th scope="row">{name} <span className="small">{student_id}</span></th>
                <td data-label={say.class}>{class_id ?? say.noClass}</td>
                <td data-label={say.fee}>{feeText(kind, language)}</td>
                <td data-label={say.amount} className="number">{amount_yuan === null ? '–' : <FeeFigure title={`${name} ${feeText(kind, language)}`} kind={kind} amount_yuan={amount_yuan} note={`${say.rateNote(approval)}${say.billsNote}`} />}</td>
                <td data-label={say.approval}>{why === null ? approval : `– ${NOT_BILLED[why][language]}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
