import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { LineTrend } from '../../components/LineTrend/LineTrend.tsx';
import type { CampusForecastAnswer } from '../../provenance/answers.ts';
import { campusesQuery, campusForecastQuery } from '../../provenance/asked.ts';
import type { Ahead } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { forecastWords } from '../../words/forecast.ts';
import { shellWords } from '../../words/shell.ts';
import { CampusFigures } from './CampusFigures.tsx';
import { Controls, RatesUsed } from './Controls.tsx';
import { StandardYears } from './StandardYears.tsx';
import { aheadInLink, useAhead } from './useAhead.ts';

/** One campus year by year: students against what it can hold, staff, grants, and every standard that can be foreseen. */
export function CampusForecast({ campus_id }: { campus_id: string }) {
  const say = useWords(forecastWords);
  const shell = useWords(shellWords);
  const [ahead, setAhead] = useAhead();
  const query = useQuery(campusForecastQuery(useAsked(), campus_id, ahead));
  const start = query.data?.rows[0]?.year;
  const title = query.data === undefined ? shell.forecast : `${shell.forecast} · ${query.data.name}`;
  return (
    <Page title={title} {...(start !== undefined && { lead: say.lead(start, start + ahead.years) })}>
      <p className="no-print"><ScreenLink to="/forecast" query={aheadInLink(ahead)}>← {say.back}</ScreenLink></p>
      <Answer query={query}>
        {(forecast) => (
          <div className="forecast">
            <Controls start={forecast.rows[0]?.year ?? 0} ahead={ahead} onChange={setAhead}>
              <OtherCampus campus_id={campus_id} ahead={ahead} />
            </Controls>
            <RatesUsed rates={forecast.rates} ahead={ahead} />
            <HeadsTrend forecast={forecast} />
            <CampusFigures forecast={forecast} />
            <StandardYears forecast={forecast} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

function OtherCampus({ campus_id, ahead }: { campus_id: string; ahead: Ahead }) {
  const say = useWords(forecastWords);
  const href = useHref();
  const [, navigate] = useLocation();
  const campuses = useQuery(campusesQuery(useAsked()));
  return (
    <SelectField
      label={say.other}
      value={campus_id}
      onChange={(id) => navigate(href(`/forecast/${encodeURIComponent(id)}`, aheadInLink(ahead)))}
      options={(campuses.data?.campuses ?? []).map((campus) => ({ value: campus.campus_id, label: campus.name }))}
    />
  );
}

function HeadsTrend({ forecast: { rows } }: { forecast: CampusForecastAnswer }) {
  const say = useWords(forecastWords);
  const textOf = (n: number | null) => (n === null ? null : String(n));
  const points = rows.map(({ on, students, capacity }) => ({ on, value: textOf(students), limit: textOf(capacity.students) }));
  return <LineTrend title={say.higher} unit="student" points={points} limit={say.capacityShort} level={2} />;
}
