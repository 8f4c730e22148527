import { SERVICE_KINDS } from '../../../core/employment/services.ts';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import type { EmploymentAnswer } from './queries.ts';

/** M10-a: what each school did for its graduates in the year. */
export function ServiceTotals({ services }: { services: EmploymentAnswer['services'] }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="service-totals" className="cooperation-part">
      <h2 id="service-totals">{say.servicesTotals}</h2>
      {services.length === 0 ? <EmptyState title={say.noServices}>{say.noServicesHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.servicesTotals}</caption>
            <thead><tr>{[say.school, say.kind, say.times, say.attended].map((head, at) => <th key={head} scope="col" className={at < 2 ? '' : 'number'}>{head}</th>)}</tr></thead>
            <tbody>
              {services.map(({ school_id, name, kind, many, attended }) => (
                <tr key={`${school_id} ${kind}`}>
                  <th scope="row">{name}</th><td data-label={say.kind}>{SERVICE_KINDS[kind][language]}</td>
                  <td className="number" data-label={say.times}>{many}</td><td className="number" data-label={say.attended}>{attended}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
