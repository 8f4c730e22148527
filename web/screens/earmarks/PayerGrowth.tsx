import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { earmarkWords } from '../../words/earmarks.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import type { EarmarksAnswer } from './queries.ts';

/** M5-a: what each government budgeted this year beside the year before. */
export function PayerGrowth({ answer: { payers } }: { answer: EarmarksAnswer }) {
  const say = useWords(earmarkWords);
  const origin = useMoneyOrigin();
  if (payers.length === 0) return null;
  const amount = (title: string, yuan: string | null, computed: string) => <Figure label={title} from={origin({ title, clause: 'M5-a', computed, note: say.yoyLead })}>{yuan === null ? say.unreported : groupDigits(yuan)}</Figure>;
  return (
    <section className="earmark-campus" aria-labelledby="earmark-growth">
      <h2 id="earmark-growth">{say.yoy}</h2>
      <p className="small">{say.yoyLead}</p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.yoy}</caption>
          <thead><tr><th scope="col">{say.payer}</th><th scope="col" className="number">{say.previous}</th><th scope="col" className="number">{say.current}</th><th scope="col" className="number">{say.change}</th><th scope="col">{say.state}</th></tr></thead>
          <tbody>
            {payers.map(({ payer, previous_yuan, current_yuan, change_yuan, outcome }) => {
              const name = payer.name ?? payer.id;
              return (
                <tr key={payer.id}>
                  <th scope="row">{name}</th>
                  <td data-label={say.previous} className="number">{amount(`${name} ${say.previous}`, previous_yuan, `Σ = ${previous_yuan ?? '?'}`)}</td>
                  <td data-label={say.current} className="number">{amount(`${name} ${say.current}`, current_yuan, `Σ = ${current_yuan ?? '?'}`)}</td>
                  <td data-label={say.change} className="number">{amount(`${name} ${say.change}`, change_yuan, `${current_yuan ?? '?'} − ${previous_yuan ?? '?'} = ${change_yuan ?? '?'}`)}</td>
                  <td data-label={say.state}><Status outcome={outcome} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
