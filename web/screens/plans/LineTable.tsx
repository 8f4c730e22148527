import { pairFit } from '../../../core/plans/major-pair.ts';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { planWords } from '../../words/plans.ts';
import { FitMark } from './FitMark.tsx';
import type { Plan, PlanLine } from './queries.ts';
import { usePlanOrigins } from './usePlanOrigins.ts';

const heads = (n: number | null): string => (n === null ? '–' : groupDigits(String(n)));

/** A row for each line: what is planned, the higher line that it is linked with, the year before, whether it fits. */
export function LineTable({ plan }: { plan: Plan }) {
  const say = useWords(planWords);
  const { lines, year, higher_year, counts_in_both } = plan;
  if (lines.length === 0) return <EmptyState title={say.noLines}>{say.noneHelp}</EmptyState>;
  const sum = lines.reduce((total, line) => total + line.secondary_heads, 0);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards plan-lines">
        <caption className="hidden-text">{say.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{say.programme}</th>
            <th scope="col" className="number">{say.planned(year)}</th>
            {counts_in_both && <th scope="col" className="number">{say.higher(higher_year)}</th>}
            <th scope="col" className="number">{say.before}</th>
            <th scope="col">{say.fit}</th>
            <th scope="col">{say.reason}</th>
          </tr>
        </thead>
        <tbody>{lines.map((line) => <Line key={line.programme_id} plan={plan} line={line} />)}</tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            <td className="number" data-label={say.planned(year)}>{heads(sum)}</td>
            {counts_in_both && <td className="number" data-label={say.higher(higher_year)}>{heads(sum)}</td>}
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Line({ plan, line }: { plan: Plan; line: PlanLine }) {
  const say = useWords(planWords);
  const origins = usePlanOrigins();
  const programme = plan.programmes.find(({ programme_id }) => programme_id === line.programme_id);
  const name = programme?.name ?? line.programme_id;
  const fit = plan.outlook?.lines.find(({ programme_id }) => programme_id === line.programme_id)?.fit ?? 'unknown';
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="small plan-aside">{programme?.school ?? line.school_id}</span>
        {programme !== undefined && <span className="small plan-aside"><span className="hidden-text">{say.majors}：</span>{programme.secondary_code} → {programme.higher_code}（{say[pairFit(programme.secondary_code, programme.higher_code)]}）</span>}
      </th>
      <td data-label={say.planned(plan.year)} className="number"><Figure label={`${name} ${say.planned(plan.year)}`} from={origins.planned(plan, name)}><strong>{heads(line.secondary_heads)}</strong></Figure></td>
      {plan.counts_in_both && (
        <td data-label={say.higher(plan.higher_year)} className="number"><Figure label={`${name} ${say.higher(plan.higher_year)}`} from={origins.higher(plan, name, line)}>{heads(line.higher_heads)}</Figure></td>
      )}
      <td data-label={say.before} className="number">
        <Figure label={`${name} ${say.before}`} from={origins.before(plan, name)}>{heads(line.planned_before)} / {heads(line.actual_before)}</Figure>
      </td>
      <td data-label={say.fit}><FitMark fit={fit} /></td>
      <td data-label={say.reason}>{line.reason}</td>
    </tr>
  );
}
