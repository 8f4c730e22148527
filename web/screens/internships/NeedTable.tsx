import { useWords } from '../../settings/SettingsProvider.tsx';
import { internshipWords } from '../../words/internships.ts';
import type { Need } from './queries.ts';

/** S2-g: what each programme needs in a term against what is offered, with the shortage named. */
export function NeedTable({ need: { term, programmes } }: { need: Need }) {
  const say = useWords(internshipWords);
  const [year = '', of = ''] = term.split('-');
  const title = say.needTitle(say.term(`${year}–${Number(year) + 1}`, of));
  const short = programmes.reduce((sum, { shortage }) => sum + shortage, 0);
  return (
    <section className="agreement-part" aria-labelledby={`need-${term}`}>
      <h2 id={`need-${term}`}>{title}</h2>
      {programmes.length === 0 ? <p>{say.noNeeds}</p> : (
        <>
          <p className="small">{say.needLead}</p>
          <div className="wide-table">
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{title}</caption>
              <thead><tr><th scope="col">{say.programme}</th>{[say.need, say.own, say.shared, say.covered].map((head) => <th key={head} scope="col" className="number">{head}</th>)}<th scope="col">{say.shortage}</th></tr></thead>
              <tbody>
                {programmes.map((one) => (
                  <tr key={one.programme_id}>
                    <th scope="row">{one.name}<br /><span className="small">{one.school}</span></th>
                    <td className="number" data-label={say.need}>{one.heads}</td><td className="number" data-label={say.own}>{one.own_seats}</td><td className="number" data-label={say.shared}>{one.shared_seats}</td>
                    <td className="number" data-label={say.covered}>{one.placed}</td>
                    <td data-label={say.shortage}>{one.shortage === 0 ? `● ${say.enough}` : <strong className="post-short">{say.short(one.shortage)}</strong>}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot><tr><th scope="row">{say.total}</th><td className="number" data-label={say.need}>{programmes.reduce((sum, { heads }) => sum + heads, 0)}</td><td /><td /><td className="number" data-label={say.covered}>{programmes.reduce((sum, { placed }) => sum + placed, 0)}</td><td data-label={say.shortage}>{short === 0 ? say.enough : say.short(short)}</td></tr></tfoot>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
