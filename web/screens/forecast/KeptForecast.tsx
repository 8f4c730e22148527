import { groupWhole } from '../../../core/check/phrases.ts';
import { LineTrend } from '../../components/LineTrend/LineTrend.tsx';
import type { ScenarioAnswer } from '../../provenance/answers.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { forecastWords } from '../../words/forecast.ts';
import { groupDigits } from '../../words/format.ts';
import { YearTable } from './YearTable.tsx';

interface KeptForecastProps {
  readonly forecast: NonNullable<ScenarioAnswer['forecast']>;
  readonly campuses: ScenarioAnswer['campuses'];
}

const text = (n: number | null): string => (n === null ? '–' : groupDigits(String(n)));

/** A forecast as it was kept: the region with its bands, and each campus. */
export function KeptForecast({ forecast: { region, rows, bands }, campuses }: KeptForecastProps) {
  const say = useWords(forecastWords);
  return (
    <>
      <LineTrend title={say.higher} unit="student" points={region.map(({ year, grades }) => ({ on: `${year}-10-31`, value: String(grades[4] + grades[5]) }))} level={2} />
      <YearTable
        id="kept-region" title={say.region} note={say.bandNote}
        head={[{ label: say.year }, ...[say.intake, say.higher, say.band, say.completing, say.graduates, say.local].map((label) => ({ label, number: true }))]}
        rows={region.map(({ year, intake, grades, completing, graduates, local }) => {
          const band = bands.find((one) => one.year === year)?.higher;
          return [year, text(intake), text(grades[4] + grades[5]), band === undefined ? '–' : `${text(band.p05)}–${text(band.p95)}`, text(completing), text(graduates), text(local)];
        })}
      />
      <YearTable
        id="kept-campuses" title={say.campuses}
        head={[{ label: say.campus }, { label: say.year }, { label: say.higher, number: true }, { label: say.capacity, number: true }, { label: say.teachers, number: true }, { label: say.grant, number: true }, { label: say.open }]}
        rows={campuses.flatMap(({ campus_id, name }) => rows.filter((row) => row.campus_id === campus_id).map(({ year, students, capacity, needed, grant_due_yuan, open }) => [
          name, year, text(students), text(capacity.students), text(needed.teachers), grant_due_yuan === null ? '–' : groupWhole(grant_due_yuan), open.map(({ standard }) => standard).join(say.comma) || '–',
        ]))}
      />
    </>
  );
}
