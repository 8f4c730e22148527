import { NOT_BILLED } from '../../../core/billing/bill-list.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { clearingWords } from '../../words/clearing.ts';
import { groupDigits } from '../../words/format.ts';
import { feeText } from './fee-text.ts';
import type { BillsAnswer } from './queries.ts';
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
        {groups.map((group) => <li key={group.class_id ?? ''}>{say.groupOf(group.class_id ?? say.noClass, group.billed, group.not_billed, groupDigits(group.total_yuan))}</li>)}
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
                <td data-label={say.amount} className="number">{amount_yuan === null ? '–' : groupDigits(amount_yuan)}</td>
                <td data-label={say.approval}>{why === null ? approval : `– ${NOT_BILLED[why][language]}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
