import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { earmarkWords } from '../../words/earmarks.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import type { EarmarkCampus } from './queries.ts';

/** Budget against actual, kind by kind; what nobody reported is not zero. */
export function BudgetTable({ budget: { lines }, name }: { budget: EarmarkCampus; name: string }) {
  const say = useWords(earmarkWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const amount = (title: string, yuan: string | null, told: { clause: string; computed: string; note?: string; keys?: readonly string[] }) => (
    <Figure label={title} from={origin({ title, ...told })}>{yuan === null ? say.unreported : groupDigits(yuan)}</Figure>
  );
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{name}</caption>
        <thead><tr><th scope="col">{say.category}</th><th scope="col" className="number">{say.budget}</th><th scope="col" className="number">{say.spent}</th><th scope="col" className="number">{say.left}</th><th scope="col" className="number">{say.other}</th><th scope="col">{say.state}</th></tr></thead>
        <tbody>
          {lines.map(({ category, label, budget_yuan, spent_yuan, left_yuan, other_yuan, outcome, detail }) => {
            const of = (what: string): string => `${name} ${label[language]} ${what}`;
            return (
              <tr key={category}>
                <th scope="row">{label[language]}</th>
                <td data-label={say.budget} className="number">{amount(of(say.budget), budget_yuan, { clause: 'S2-c', computed: `Σ = ${budget_yuan ?? '?'}`, keys: ['budget.kinds'] })}</td>
                <td data-label={say.spent} className="number">{amount(of(say.spent), spent_yuan, { clause: 'M5-b', computed: `Σ = ${spent_yuan ?? '?'}`, note: say.spentNote, keys: ['spending.categories.grant'] })}</td>
                <td data-label={say.left} className="number">{amount(of(say.left), left_yuan, { clause: 'M5-g', computed: `${budget_yuan ?? '?'} − ${spent_yuan ?? '?'} = ${left_yuan ?? '?'}`, note: say.leftNote })}</td>
                <td data-label={say.other} className="number">{amount(of(say.other), other_yuan, { clause: 'M5-b', computed: `Σ = ${other_yuan ?? '?'}`, note: say.otherNote, keys: ['spending.categories.tuition_share', 'spending.categories.dorm', 'spending.categories.other'] })}</td>
                <td data-label={say.state}><Status outcome={outcome} detail={detail?.[language] ?? ''} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
