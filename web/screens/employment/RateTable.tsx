import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { formatDate } from '../../words/format.ts';
import type { GroupRates } from './queries.ts';
import { RateFigure } from './RateFigure.tsx';
import { READINGS, useEmploymentOrigins } from './useEmploymentOrigins.ts';

/** The city's rates on each of its days, by all three denominators. */
export function RateTable({ group, year }: { group: GroupRates; year: number }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const origins = useEmploymentOrigins(year);
  return (
    <section aria-labelledby="city-rates" className="cooperation-part">
      <h2 id="city-rates">{say.ratesTitle(group.name, year)}</h2>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.denominators}</caption>
          <thead>
            <tr>{[say.day, say.heads, say.recorded, say.local, ...READINGS.map((reading) => `÷ ${say[reading]}`)].map((head, at) => <th key={head} scope="col" className={at === 0 ? '' : 'number'}>{head}</th>)}</tr>
          </thead>
          <tbody>
            {group.days.map((one) => {
              const day = formatDate(one.day, language);
              const count = (what: 'graduates' | 'recorded' | 'local', label: string) => <Figure label={say.ofGroup(label, group.name, day)} from={origins.count(group, one, what)}>{one.counts[what]}</Figure>;
              return (
                <tr key={one.key}>
                  <th scope="row">{day}{!one.come && <span className="small rate-waiting">{say.notCome}</span>}</th>
                  <td className="number" data-label={say.heads}>{count('graduates', say.heads)}</td>
                  <td className="number" data-label={say.recorded}>{count('recorded', say.recorded)}</td>
                  <td className="number" data-label={say.local}>{count('local', say.local)}</td>
                  {READINGS.map((reading) => (
                    <td key={reading} className="number" data-label={`÷ ${say[reading]}`}><RateFigure rate={one.city[reading]} label={say.ofGroup(say[reading], group.name, day)} from={origins.rate(group, one, 'city', reading)} /></td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
