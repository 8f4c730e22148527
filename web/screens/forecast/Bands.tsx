import { useQuery } from '@tanstack/react-query';
import { Fault } from '../../components/Answer/Answer.tsx';
import { ChartFrame } from '../../components/ChartFrame/ChartFrame.tsx';
import type { BandsAnswer, ForecastAnswer } from '../../provenance/answers.ts';
import { bandsQuery, ownBandsQuery, type Ahead } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { formatPercent, groupDigits } from '../../words/format.ts';
import { planningWords } from '../../words/planning.ts';
import { BandDrawing } from './BandDrawing.tsx';
import { YearTable } from './YearTable.tsx';

const PARTS = ['p05', 'p25', 'p50', 'p75', 'p95'] as const;

/** How far the forecast may be off: bands of many runs, and how likely a campus is too small. */
export function Bands({ forecast, ahead }: { forecast: ForecastAnswer; ahead: Ahead }) {
  const say = useWords(planningWords);
  const asked = useAsked();
  const query = useQuery<BandsAnswer>(forecast.may_plan ? ownBandsQuery(asked, ahead) : bandsQuery(asked, ahead));
  if (query.error !== null) return <Fault error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <p role="status" className="small">{say.bandsWait}</p>;
  return (
    <>
      <RegionBands bands={query.data} />
      <OverCapacity bands={query.data} forecast={forecast} />
      <RateRanges bands={query.data} />
      <PastForecasts bands={query.data} />
    </>
  );
}

function RegionBands({ bands: { region, runs } }: { bands: BandsAnswer }) {
  const say = useWords(planningWords);
  const table = {
    columns: [{ label: say.year }, ...PARTS.map((part) => ({ label: say[part], number: true }))],
    rows: region.map(({ year, higher }) => [String(year), ...PARTS.map((part) => groupDigits(String(higher[part])))]),
  };
  return (
    <ChartFrame title={say.bands} summary={say.bandsNote(groupDigits(String(runs)))} table={table}>
      <BandDrawing region={region} label={say.bands} />
    </ChartFrame>
  );
}

function OverCapacity({ bands: { campuses, region }, forecast }: { bands: BandsAnswer; forecast: ForecastAnswer }) {
  const say = useWords(planningWords);
  const years = region.map(({ year }) => year);
  const shares = new Map(campuses.map(({ campus_id, year, over_capacity }) => [`${campus_id} ${year}`, over_capacity]));
  const share = (campus_id: string, year: number) => {
    const found = shares.get(`${campus_id} ${year}`) ?? null;
    return found === null ? '–' : wholePercent(found);
  };
  return (
    <YearTable
      id="forecast-over" title={say.over} note={say.overNote}
      head={[{ label: say.campus }, ...years.map((year) => ({ label: String(year), number: true }))]}
      rows={forecast.campuses.map(({ campus_id, name }) => [name, ...years.map((year) => share(campus_id, year))])}
    />
  );
}

function PastForecasts({ bands: { back_tests } }: { bands: BandsAnswer }) {
  const say = useWords(planningWords);
  const number = (heads: number) => groupDigits(String(heads));
  const off = ({ foreseen, actual }: BandsAnswer['back_tests'][number]['higher']) => (actual === 0 ? '–' : `${foreseen >= actual ? '+' : '−'}${formatPercent(Math.abs(foreseen / actual - 1).toFixed(4))}`);
  return (
    <YearTable
      id="forecast-past" title={say.backTest} note={say.backTestNote}
      head={[{ label: say.fromYear }, { label: say.year }, { label: say.foreseen, number: true }, { label: say.actual, number: true }, { label: say.off, number: true }]}
      rows={back_tests.map(({ from_year, year, higher }) => [from_year, year, number(higher.foreseen), number(higher.actual), off(higher)])}
    />
  );
}

/** A chance to the whole percent; a small one is not none, a large one not certain. */
function wholePercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return '<1%';
  return percent === 100 && share < 1 ? '>99%' : `${percent}%`;
}

function RateRanges({ bands: { rates } }: { bands: BandsAnswer }) {
  const say = useWords(planningWords);
  const names: Readonly<Record<string, string>> = { stay: say.stay, step_up: say.step_up, certificate: say.certificate, local: say.local };
  return (
    <YearTable
      id="forecast-rates" title={say.rate}
      head={[{ label: say.rate }, { label: say.mean, number: true }, { label: say.half, number: true }, { label: say.from }]}
      rows={rates.map(({ name, mean, half_width, origin }) => [names[name] ?? name, formatPercent(mean.toFixed(4)), `± ${formatPercent(half_width.toFixed(4))}`, origin === 'pack' ? say.assumed : say.past])}
    />
  );
}
