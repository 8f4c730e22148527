import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { clearingWords } from '../../words/clearing.ts';
import { groupDigits } from '../../words/format.ts';
import { feeText } from './fee-text.ts';
import type { Order } from './queries.ts';
import { useMoneyOrigin } from './useMoneyOrigin.ts';

/** The payments of an order, each with how it came about. */
export function OrderTable({ order: { state, lines, total_yuan, clause } }: { order: Order }) {
  const say = useWords(clearingWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  if (state === 'errors') return <EmptyState title={say.orderErrors}>{say.orderErrorsHelp}</EmptyState>;
  if (state === 'no_rules') return <EmptyState title={say.noRule}>{say.noRuleHelp}</EmptyState>;
  if (lines.length === 0) return <EmptyState title={say.nothingToPay}>{say.nothingToPayHelp}</EmptyState>;
  const total = `${lines.map(({ amount_yuan }) => amount_yuan).slice(0, MOST_IN_SUM).join(' + ')}${lines.length > MOST_IN_SUM ? ' + …' : ''} = ${total_yuan}`;
  return (
    <>
      <p>{say.payments(lines.length)} <Figure label={say.orderTotal} from={origin({ title: say.orderTotal, clause, computed: total })}>{groupDigits(total_yuan)}</Figure> {say.yuan}</p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.ordersTitle}</caption>
          <thead><tr><th scope="col">{say.payTo}</th><th scope="col">{say.payFrom}</th><th scope="col" className="number">{say.amount}</th><th scope="col">{say.how}</th></tr></thead>
          <tbody>
            {lines.map(({ from, to, fee, amount_yuan, formula }) => {
              const title = `${to.name ?? to.id} ${amount_yuan}`;
              return (
                <tr key={`${from.id} ${to.id} ${fee ?? ''}`}>
                  <th scope="row">{to.name ?? to.id} <span className="small">{to.id}{fee === null ? '' : ` · ${feeText(fee, language)}`}</span></th>
                  <td data-label={say.payFrom}>{from.name ?? from.id}</td>
                  <td data-label={say.amount} className="number"><Figure label={title} from={origin({ title, clause, computed: formula })}>{groupDigits(amount_yuan)}</Figure></td>
                  <td data-label={say.how} className="small">{formula}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

const MOST_IN_SUM = 20;
