import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { LineTrend } from '../../components/LineTrend/LineTrend.tsx';
import type { ForecastAnswer } from '../../provenance/answers.ts';
import { forecastQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { emptyWords } from '../../words/empty.ts';
import { forecastWords } from '../../words/forecast.ts';
import { planningWords } from '../../words/planning.ts';
import { shellWords } from '../../words/shell.ts';
import { Bands } from './Bands.tsx';
import { CampusYears } from './CampusYears.tsx';
import { Controls, RatesUsed } from './Controls.tsx';
import { KeepPlan } from './KeepPlan.tsx';
import { RegionYears } from './RegionYears.tsx';
import { TargetYears } from './TargetYears.tsx';
import { useAhead } from './useAhead.ts';

/** The seed that the bands of the page are drawn by. */
const SEED = 1;

/** The region year by year: heads, aims, and each campus against what it can hold. */
export function RegionForecast() {
  const say = useWords(forecastWords);
  const shell = useWords(shellWords);
  const planning = useWords(planningWords);
  const [ahead, setAhead] = useAhead();
  const query = useQuery(forecastQuery(useAsked(), ahead));
  const start = query.data?.start;
  return (
    <Page title={shell.forecast} {...(start !== undefined && { lead: say.lead(start, start + ahead.years) })}>
      <Answer query={query}>
        {(forecast) => (forecast.campuses.length === 0 ? <Empty /> : (
          <div className="forecast">
            <Controls start={forecast.start} ahead={ahead} onChange={setAhead}>
              {forecast.may_plan && <ButtonLink kind="primary" to="/forecast/+plan">{planning.open}</ButtonLink>}
              {forecast.may_plan && <ButtonLink to="/forecast/+policy">{planning.openPolicy}</ButtonLink>}
              {forecast.may_plan && <May do="planning.write"><KeepPlan kind="forecast" plan={{ to: forecast.start + ahead.years, target: null, tried: '', rates: ahead.rates, seed: SEED }} /></May>}
            </Controls>
            <RatesUsed rates={forecast.rates} ahead={ahead} />
            <HeadsTrend forecast={forecast} />
            <Bands forecast={forecast} ahead={ahead} />
            <RegionYears forecast={forecast} />
            <CampusYears forecast={forecast} ahead={ahead} />
            <TargetYears region={forecast.region} />
          </div>
        ))}
      </Answer>
    </Page>
  );
}

function Empty() {
  const say = useWords(forecastWords);
  const empty = useWords(emptyWords);
  return (
    <EmptyState title={say.empty} actions={<May do="imports.write"><ButtonLink kind="primary" to="/data">{empty.act}</ButtonLink></May>}>
      {say.emptyHelp}
    </EmptyState>
  );
}

function HeadsTrend({ forecast: { region } }: { forecast: ForecastAnswer }) {
  const say = useWords(forecastWords);
  const points = region.map(({ year, grades }) => ({ on: `${year}-10-31`, value: String(grades[4] + grades[5]) }));
  return <LineTrend title={say.higher} unit="student" points={points} level={2} />;
}
