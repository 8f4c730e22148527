import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { insuranceWords } from '../../words/insurance.ts';
import type { Coverage } from './queries.ts';

/** How each school stands: whom it has to cover, and of whom some day is not. */
export function CoverFigures({ coverage: { schools, premiums } }: { coverage: Coverage }) {
  const say = useWords(insuranceWords);
  return (
    <section className="agreement-part" aria-labelledby="cover-figures">
      <h2 id="cover-figures">{say.figures}</h2>
      {schools.length === 0 ? <p>{say.noFigures}</p> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.figures}</caption>
            <thead><tr><th scope="col">{say.school}</th><th scope="col">{say.kind}</th><th scope="col" className="number">{say.heads}</th><th scope="col">{say.uncovered}</th><th scope="col" className="number">{say.premium}</th></tr></thead>
            <tbody>
              {schools.map((one, at) => {
                const paid = schools.findIndex(({ school_id }) => school_id === one.school_id) === at ? premiums.find(({ school_id }) => school_id === one.school_id)?.premium_yuan ?? null : undefined;
                return (
                  <tr key={`${one.school_id} ${one.kind}`}>
                    <th scope="row">{one.school}</th>
                    <td data-label={say.kind}>{say[`kind_${one.kind}`]} <ScreenLink to="/clauses/R4-j">R4-j</ScreenLink></td>
                    <td className="number" data-label={say.heads}>{groupDigits(String(one.heads))}</td>
                    <td data-label={say.uncovered}>{one.uncovered === 0 ? <span className="intern-ready">{say.allCovered}</span> : <strong className="post-short">{say.some(one.uncovered)}</strong>}</td>
                    <td className="number" data-label={say.premium}>{paid === undefined ? '' : paid === null ? say.noPremium : groupDigits(paid)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
