import { StatusMark } from '../../components/Status/Status.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import type { ForecastAnswer, TargetAnswer } from '../../provenance/answers.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits, trimZeros } from '../../words/format.ts';
import { forecastWords } from '../../words/forecast.ts';
import { quantity } from '../../words/units.ts';
import { verdictWords } from '../../words/verdict.ts';

type Region = ForecastAnswer['region'];

/** The aims of the region: what they come to in each year, and what is asked by when. */
export function TargetYears({ region }: { region: Region }) {
  const say = useWords(forecastWords);
  const targets = region[0]?.targets ?? [];
  return (
    <section className="forecast-section" aria-labelledby="forecast-targets">
      <h2 id="forecast-targets">{say.targets}</h2>
      <div className="forecast-scroll" role="group" aria-labelledby="forecast-targets" tabIndex={0}>
        <table className="forecast-table">
          <thead>
            <tr>
              <th scope="col">{say.targets}</th>
              {region.map(({ year }) => <th key={year} scope="col" className="number">{year}</th>)}
            </tr>
          </thead>
          <tbody>
            {targets.map((target, at) => (
              <tr key={`${target.standard}/${target.part ?? ''}`}>
                <th scope="row"><Aim target={target} /></th>
                {region.map(({ year, targets: all }) => {
                  const found = all[at];
                  return <td key={year} className="number forecast-cell">{found !== undefined && <TargetCell target={found} year={year} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '=': '=' } as const;

function Aim({ target: { label, required, due, measured } }: { target: TargetAnswer }) {
  const say = useWords(forecastWords);
  const { language } = useSettings().settings;
  return (
    <>
      {label[language]}
      <span className="small forecast-aside">
        {required.value !== null && `${SIGNS[required.op]} ${quantity(trimZeros(required.value), measured.unit, language)} `}
        {due !== null && say.dueOn(formatDate(due, language))}
      </span>
    </>
  );
}

function TargetCell({ target, year }: { target: TargetAnswer; year: number }) {
  const say = useWords(forecastWords);
  const words = useWords(verdictWords);
  const { language } = useSettings().settings;
  const origins = useOrigins();
  const { outcome, reason, measured, label } = target;
  const value = measured.value === null ? '?' : measured.unit === 'ratio' ? quantity(measured.value, 'ratio', language) : groupDigits(trimZeros(measured.value));
  return (
    <>
      <StatusMark outcome={outcome} /> <span className="hidden-text">{reason === 'not_due' ? say.notDue : words[outcome]}</span>
      <Figure label={say.origin(label[language], year)} from={origins.target(target)}>{value}</Figure>
    </>
  );
}
