import { Figure } from '../../components/Figure/Figure.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import type { OverviewAnswer } from '../../provenance/answers.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { originWords } from '../../words/origin.ts';
import { overviewWords } from '../../words/overview.ts';

/** 1.2-b: schools of the pilot and their intake, year by year, pointing out where either falls. */
export function Years({ overview }: { overview: OverviewAnswer }) {
  const say = useWords(overviewWords);
  // What was taken in before the first school joined is no part of the pilot's growth.
  const years = overview.years.slice(Math.max(0, overview.years.findIndex((year) => year.schools > 0)));
  if (years.length === 0) return null;
  const most = Math.max(...years.map((year) => year.intake ?? 0), 1);
  return (
    <section className="overview-section" aria-labelledby="overview-years">
      <h2 id="overview-years">{say.years}</h2>
      <Falls years={years} />
      <table className="year-table">
        <thead>
          <tr>
            <th scope="col">{say.yearHead}</th>
            <th scope="col" className="number">{say.schoolsHead}</th>
            <th scope="col" className="number">{say.intakeHead}</th>
            <td className="year-bar" />
          </tr>
        </thead>
        <tbody>
          {years.map((year, at) => (
            <YearRow key={year.year} year={year} falls={fallsOf(year, years[at - 1])} pack={overview.pack} most={most} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Year = OverviewAnswer['years'][number];

/** A year is held against the year before it once the pilot has schools. */
function fallsOf(year: Year, before: Year | undefined): { readonly schools: boolean; readonly intake: boolean } {
  const running = before !== undefined && before.schools > 0;
  return { schools: running && year.schools_fell, intake: running && year.intake_fell };
}

function YearRow({ year, falls, pack, most }: { year: Year; falls: ReturnType<typeof fallsOf>; pack: string; most: number }) {
  const say = useWords(overviewWords);
  const title = useWords(originWords);
  const origins = useOrigins();
  return (
    <tr>
      <th scope="row">
        {year.year} {year.planned && <span className="small">{say.planned}</span>}
      </th>
      <td className="number">
        <Figure label={title.schoolsOf(year.year)} from={origins.year(pack, 'schools', year)}>{year.schools}</Figure>
        {falls.schools && <Fell />}
      </td>
      <td className="number">
        <Figure label={title.intakeOf(year.year)} from={origins.year(pack, 'intake', year)}>
          {year.intake === null ? say.notReported : groupDigits(String(year.intake))}
        </Figure>
        {falls.intake && <Fell />}
      </td>
      <td className="year-bar" aria-hidden="true">
        <span className={year.planned ? 'year-planned' : ''} style={{ width: `${((year.intake ?? 0) / most) * 100}%` }} />
      </td>
    </tr>
  );
}

/** The arrow says it to the eye; the notice above says it in words. */
function Fell() {
  return <span className="year-fell" aria-hidden="true"> ↓</span>;
}

function Falls({ years }: { years: readonly Year[] }) {
  const say = useWords(overviewWords);
  const falls = years.flatMap((year, at) => {
    const before = years[at - 1];
    if (before === undefined) return [];
    const { schools, intake } = fallsOf(year, before);
    return [
      ...(schools ? [say.fellSchools(year.year, year.schools, before.schools)] : []),
      ...(intake ? [say.fellIntake(year.year, groupDigits(String(year.intake)), groupDigits(String(before.intake)))] : []),
    ];
  });
  if (falls.length === 0) return null;
  return (
    <Notice kind="warning" title={falls.join(say.comma)}>
      {say.fellHelp}
    </Notice>
  );
}
