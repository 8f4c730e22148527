import { ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { moneyWords } from '../../words/money.ts';
import { clauseLink } from '../clauses/links.ts';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import type { EarmarkCampus } from '../earmarks/queries.ts';

/** M5-g: of each fund what came, what was spent and what is left. */
export function CampusFunds({ of: { funds, school }, fiscal_year }: { of: EarmarkCampus; fiscal_year: number }) {
  const say = useWords(moneyWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  return (
    <section aria-labelledby="campus-funds">
      <h3 id="campus-funds">{say.funds}</h3>
      <p className="small">{say.fundsHelp} <ScreenLink to="/earmarks" query={{ fiscal_year: String(fiscal_year) }}>{say.toBudget}</ScreenLink></p>
      <div className="wide-table">
        <table className="ledger ledger-cards settlement-table">
          <caption className="hidden-text">{say.funds}</caption>
          <thead><tr><th scope="col">{say.fund}</th><th scope="col" className="number">{say.came}</th><th scope="col" className="number">{say.spent}</th><th scope="col" className="number">{say.left}</th></tr></thead>
          <tbody>
            {funds.map(({ fund, label, clause, of_school, came_yuan, spent_yuan, left_yuan }) => {
              const figure = (what: string, yuan: string, told: { clause: string; computed: string; note?: string }) => (
                <td data-label={what} className="number"><Figure label={`${label[language]} ${what}`} from={origin({ title: `${label[language]} ${what}`, keys: [`spending.categories.${fund}`], ...told })}>{groupDigits(yuan)}</Figure></td>
              );
              return (
                <tr key={fund}>
                  <th scope="row">
                    {label[language]} <ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink>
                    {of_school && <span className="small settlement-note">{say.ofSchool(school.name ?? school.id)}</span>}
                    {left_yuan.startsWith('-') && <span className="small settlement-note">▲ {say.notCovered}</span>}
                  </th>
                  {figure(say.came, came_yuan, { clause, computed: `Σ = ${came_yuan}`, note: say.cameNote })}
                  {figure(say.spent, spent_yuan, { clause: 'M5-b', computed: `Σ = ${spent_yuan}`, note: say.spentNote })}
                  {figure(say.left, left_yuan, { clause: 'M5-g', computed: `${came_yuan} − ${spent_yuan} = ${left_yuan}` })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
