import { INDUSTRIES } from '../../../core/employment/industries.ts';
import { percentOf } from '../../../core/employment/percent.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { groupDigits } from '../../words/format.ts';
import type { Quality } from './queries.ts';
import { useEmploymentOrigins } from './useEmploymentOrigins.ts';

const MEASURES = ['contract', 'wage', 'match', 'city_industry'] as const;

/** How good the work is that graduates found; who has no record counts as neither. */
export function QualityTable({ quality }: { quality: Quality }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const origins = useEmploymentOrigins(0);
  const nameOf = (measure: (typeof MEASURES)[number]): string => (measure === 'wage' ? say.wage(groupDigits(quality.minimum_wage_yuan)) : say[measure]);
  return (
    <section aria-labelledby="quality" className="cooperation-part">
      <h2 id="quality">{say.quality}</h2>
      <p>{say.qualityLead}</p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.quality}</caption>
          <thead><tr>{[say.measure, say.people(''), say.share, say.unknown].map((head, at) => <th key={head} scope="col" className={at === 0 ? '' : 'number'}>{head}</th>)}</tr></thead>
          <tbody>
            {MEASURES.map((measure) => {
              const { yes, known, of } = quality[measure];
              return (
                <tr key={measure}>
                  <th scope="row">{nameOf(measure)}</th>
                  <td className="number" data-label={say.people('')}><Figure label={nameOf(measure)} from={origins.share(measure, nameOf(measure), quality[measure])}>{`${yes} / ${known}`}</Figure></td>
                  <td className="number" data-label={say.share}>{percentOf(yes, known) ?? '–'}</td>
                  <td className="number" data-label={say.unknown}>{say.noRecord(of - known)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {quality.industries.length > 0 && (
        <>
          <h3>{say.industries}</h3>
          <ul className="industries">{quality.industries.map(({ industry, many }) => <li key={industry}>{industry} {INDUSTRIES[industry][language]} <strong>{say.people(many)}</strong></li>)}</ul>
        </>
      )}
    </section>
  );
}
