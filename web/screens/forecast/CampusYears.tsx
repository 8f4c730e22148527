import { ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { StatusKey, StatusMark } from '../../components/Status/Status.tsx';
import type { ForecastAnswer } from '../../provenance/answers.ts';
import type { Ahead } from '../../provenance/asked.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { forecastWords } from '../../words/forecast.ts';
import { verdictWords } from '../../words/verdict.ts';
import { aheadInLink } from './useAhead.ts';
import { useForecastOrigins } from './useForecastOrigins.ts';
import { worstOf } from './worst.ts';

/** S2-a: what is planned against what each campus can hold, campus by campus and year by year. */
export function CampusYears({ forecast, ahead }: { forecast: ForecastAnswer; ahead: Ahead }) {
  const say = useWords(forecastWords);
  const years = forecast.region.map(({ year }) => year);
  return (
    <section className="forecast-section" aria-labelledby="forecast-campuses">
      <h2 id="forecast-campuses">{say.campuses}</h2>
      <div className="forecast-scroll" role="group" aria-labelledby="forecast-campuses" tabIndex={0}>
        <table className="forecast-table">
          <thead>
            <tr>
              <th scope="col">{say.campus}</th>
              {years.map((year) => <th key={year} scope="col" className="number">{year}</th>)}
            </tr>
          </thead>
          <tbody>
            {forecast.campuses.map(({ campus_id, name }) => (
              <tr key={campus_id}>
                <th scope="row"><ScreenLink to={`/forecast/${encodeURIComponent(campus_id)}`} query={aheadInLink(ahead)}>{name}</ScreenLink></th>
                {forecast.rows.filter((row) => row.campus_id === campus_id).map((row) => (
                  <CampusCell key={row.year} name={name} row={row} forecast={forecast} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StatusKey note={say.campusesNote} />
    </section>
  );
}

function CampusCell({ name, row, forecast }: { name: string; row: ForecastAnswer['rows'][number]; forecast: ForecastAnswer }) {
  const say = useWords(forecastWords);
  const words = useWords(verdictWords);
  const origins = useForecastOrigins();
  const notices = new Set(forecast.standards.filter(({ notice }) => notice).map(({ id }) => id));
  const outcome = worstOf(row.verdicts, notices);
  const { students, capacity } = row;
  return (
    <td className="number forecast-cell">
      <StatusMark outcome={outcome} /> <span className="hidden-text">{words[outcome]}</span>
      <Figure label={say.origin(`${name} ${say.higher}`, row.year)} from={origins.heads(row, null, row.year === forecast.start)}>
        {students === null ? '?' : groupDigits(String(students))}
      </Figure>
      {capacity.students !== null && (
        <>
          {' / '}
          <Figure label={say.origin(`${name} ${say.capacity}`, row.year)} from={origins.capacity(row)}>{groupDigits(String(capacity.students))}</Figure>
        </>
      )}
    </td>
  );
}
