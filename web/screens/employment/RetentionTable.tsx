import { percentOf } from '../../../core/employment/percent.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import type { Retention } from './queries.ts';
import { useEmploymentOrigins } from './useEmploymentOrigins.ts';

/** Who is still at work in the city, and of whom nobody knows. */
export function RetentionTable({ retention }: { retention: readonly Retention[] }) {
  const say = useWords(employmentWords);
  const origins = useEmploymentOrigins(0);
  return (
    <section aria-labelledby="retention" className="cooperation-part">
      <h2 id="retention">{say.retention}</h2>
      <p>{say.retentionLead}</p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.retention}</caption>
          <thead><tr>{[say.months, say.reached, say.known, say.unknown, say.stayed, say.stayedKnown, say.stayedAll].map((head, at) => <th key={head} scope="col" className={at === 0 ? '' : 'number'}>{head}</th>)}</tr></thead>
          <tbody>
            {retention.map((one) => {
              const figure = (label: string, text: string | number) => (one.reached === 0 && label !== say.reached ? '–' : <Figure label={`${say.monthsOf(one.months)} ${label}`} from={origins.retention(one)}>{text}</Figure>);
              return (
                <tr key={one.months}>
                  <th scope="row">{say.monthsOf(one.months)}{one.reached === 0 && <span className="small rate-waiting">{say.notReached}</span>}</th>
                  <td className="number" data-label={say.reached}>{figure(say.reached, one.reached)}</td>
                  <td className="number" data-label={say.known}>{figure(say.known, one.known)}</td>
                  <td className="number" data-label={say.unknown}>{figure(say.unknown, one.unknown)}</td>
                  <td className="number" data-label={say.stayed}>{figure(say.stayed, one.local)}</td>
                  <td className="number" data-label={say.stayedKnown}>{percentOf(one.local, one.known) ?? '–'}</td>
                  <td className="number" data-label={say.stayedAll}>{percentOf(one.local, one.reached) ?? '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
