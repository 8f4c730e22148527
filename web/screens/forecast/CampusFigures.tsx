import { Figure } from '../../components/Figure/Figure.tsx';
import type { CampusForecastAnswer } from '../../provenance/answers.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupWhole } from '../../../core/check/phrases.ts';
import { groupDigits } from '../../words/format.ts';
import { forecastWords } from '../../words/forecast.ts';
import { useForecastOrigins } from './useForecastOrigins.ts';

const POSTS = ['teachers', 'ideology', 'counsellors', 'psychologists'] as const;

/** Heads, capacity, posts and grant of a campus, a row for each year. */
export function CampusFigures({ forecast }: { forecast: CampusForecastAnswer }) {
  const say = useWords(forecastWords);
  return (
    <section className="forecast-section" aria-labelledby="forecast-figures">
      <h2 id="forecast-figures">{say.figures}</h2>
      <div className="forecast-scroll" role="group" aria-labelledby="forecast-figures" tabIndex={0}>
        <table className="forecast-table">
          <thead>
            <tr>
              <td colSpan={3} />
              <th scope="colgroup" colSpan={POSTS.length} className="number">{say.needed}</th>
              <td />
            </tr>
            <tr>
              <th scope="col">{say.year}</th>
              {[say.higher, say.capacity, ...POSTS.map((post) => say[post]), say.grant].map((head) => <th key={head} scope="col" className="number">{head}</th>)}
            </tr>
          </thead>
          <tbody>
            {forecast.rows.map((row, at) => <YearRow key={row.year} row={row} first={at === 0} />)}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function YearRow({ row, first }: { row: CampusForecastAnswer['rows'][number]; first: boolean }) {
  const say = useWords(forecastWords);
  const origins = useForecastOrigins();
  const { year, students, capacity, needed, grant_due_yuan, grant_standard, grades } = row;
  return (
    <tr>
      <th scope="row">{year}</th>
      <td className="number">
        <Figure label={say.origin(say.higher, year)} from={origins.heads(row, grades, first)}>
          {students === null ? say.unknown : <strong>{groupDigits(String(students))}</strong>}
        </Figure>
      </td>
      <td className="number">
        {capacity.students === null ? '–' : (
          <>
            <Figure label={say.origin(say.capacity, year)} from={origins.capacity(row)}>{groupDigits(String(capacity.students))}</Figure>
            <span className="small forecast-aside">{capacity.binding.join(say.comma)}</span>
          </>
        )}
      </td>
      {POSTS.map((post) => (
        <td key={post} className="number">
          {needed[post] === null ? '–' : <Figure label={say.origin(say[post], year)} from={origins.needed(row)}>{groupDigits(String(needed[post]))}</Figure>}
        </td>
      ))}
      <td className="number">
        {grant_due_yuan === null ? say.unknown : <Figure label={say.origin(say.grant, year)} from={origins.grant(row)}>{groupWhole(grant_due_yuan)}</Figure>}
        {grant_standard?.origin === 'assumed' && <span className="small forecast-aside">{say.grantAssumed(grant_standard.fiscal_year)}</span>}
      </td>
    </tr>
  );
}
