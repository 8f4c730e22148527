import { useWords } from '../../settings/SettingsProvider.tsx';
import { benefitWords } from '../../words/benefits.ts';
import type { Appraisals } from './queries.ts';

/** S2-d: seats to come against those who still need a certificate. */
export function DemandTable({ appraisals: { demand } }: { appraisals: Appraisals }) {
  const say = useWords(benefitWords);
  return (
    <>
      <h3>{say.demand}</h3>
      {demand.length === 0 ? <p>{say.noDemand}</p> : (
        <>
          <p className="small">{say.demandLead}</p>
          <div className="wide-table">
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{say.demand}</caption>
              <thead><tr><th scope="col">{say.programme}</th>{[say.need, say.own, say.shared, say.covered].map((head) => <th key={head} scope="col" className="number">{head}</th>)}<th scope="col">{say.shortage}</th></tr></thead>
              <tbody>
                {demand.map((one) => (
                  <tr key={one.programme_id}>
                    <th scope="row">{one.name}<br /><span className="small">{one.school}</span></th>
                    <td className="number" data-label={say.need}>{one.heads}</td><td className="number" data-label={say.own}>{one.own_seats}</td><td className="number" data-label={say.shared}>{one.shared_seats}</td>
                    <td className="number" data-label={say.covered}>{one.placed}</td>
                    <td data-label={say.shortage}>{one.shortage === 0 ? `● ${say.enough}` : <strong className="post-short">{say.short(one.shortage)}</strong>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
