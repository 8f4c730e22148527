import { Figure } from '../../components/Figure/Figure.tsx';
import type { ForecastAnswer } from '../../provenance/answers.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { forecastWords } from '../../words/forecast.ts';
import { useForecastOrigins } from './useForecastOrigins.ts';

const MOVED = ['completing', 'graduates', 'local'] as const;
const GRADES = [1, 2, 3, 4, 5] as const;

/** Intake, grades, and who completes, graduates and leaves, year by year. */
export function RegionYears({ forecast: { region } }: { forecast: ForecastAnswer }) {
  const say = useWords(forecastWords);
  const origins = useForecastOrigins();
  const heads = [say.year, say.intake, ...GRADES.map((grade) => say[`grade${grade}`]), say.higher, ...MOVED.map((key) => say[key]), say.leavers];
  return (
    <section className="forecast-section" aria-labelledby="forecast-region">
      <h2 id="forecast-region">{say.region}</h2>
      <div className="forecast-scroll" role="group" aria-labelledby="forecast-region" tabIndex={0}>
        <table className="forecast-table">
          <thead>
            <tr>{heads.map((head, at) => <th key={head} scope="col" className={at === 0 ? '' : 'number'}>{head}</th>)}</tr>
          </thead>
          <tbody>
            {region.map((row, at) => (
              <tr key={row.year}>
                <th scope="row">{row.year}</th>
                <td className="number">
                  <Figure label={say.origin(say.intake, row.year)} from={origins.intake(row)}>{groupDigits(String(row.intake))}</Figure>
                  {row.intake_assumed > 0 && <span className="small forecast-aside">{say.assumed(groupDigits(String(row.intake_assumed)))}</span>}
                </td>
                {GRADES.map((grade) => (
                  <td key={grade} className="number">
                    <Figure label={say.origin(say[`grade${grade}`], row.year)} from={origins.step(row, say[`grade${grade}`])}>{groupDigits(String(row.grades[grade]))}</Figure>
                  </td>
                ))}
                <td className="number">
                  <Figure label={say.origin(say.higher, row.year)} from={origins.higher(row)}><strong>{groupDigits(String(row.grades[4] + row.grades[5]))}</strong></Figure>
                </td>
                {MOVED.map((key) => (
                  <td key={key} className="number">
                    {row[key] === null ? '–' : <Figure label={say.origin(say[key], row.year)} from={origins.step(row, say[key])}>{groupDigits(String(row[key]))}</Figure>}
                  </td>
                ))}
                <td className="number">
                  {row.leavers === null ? '–' : <Figure label={say.origin(say.leavers, row.year)} from={origins.leavers(row, region[at - 1])}>{groupDigits(String(row.leavers))}</Figure>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
