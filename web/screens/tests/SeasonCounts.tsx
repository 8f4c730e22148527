import { DECISIONS } from '../../../core/step-up/decision.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { testWords } from '../../words/tests.ts';
import type { Season } from './queries.ts';
import { useTestOrigins } from './useTestOrigins.ts';

/** How many of each school are decided how; the whole college below. */
export function SeasonCounts({ season: { schools, counts, college } }: { season: Season }) {
  const say = useWords(testWords);
  const origins = useTestOrigins();
  if (schools.length === 0) return null;
  const row = (of: Season['counts'], whom: string) => (
    <>
      <td className="number" data-label={say.registered}>{of.registered}</td>
      {DECISIONS.map((one) => <td key={one} className="number" data-label={say[`decision_${one}`]}><Figure label={say.of(say[`decision_${one}`], whom)} from={origins.decided(one, of[one], whom)}>{of[one]}</Figure></td>)}
    </>
  );
  return (
    <section aria-labelledby="season-schools">
      <h2 id="season-schools">{say.bySchool}</h2>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.bySchool}</caption>
          <thead><tr><th scope="col">{say.school}</th><th scope="col" className="number">{say.registered}</th>{DECISIONS.map((one) => <th key={one} scope="col" className="number">{say[`decision_${one}`]}</th>)}</tr></thead>
          <tbody>{schools.map((one) => <tr key={one.school_id}><th scope="row">{one.school}</th>{row(one, one.school)}</tr>)}</tbody>
          <tfoot><tr><th scope="row">{college}</th>{row(counts, college)}</tr></tfoot>
        </table>
      </div>
    </section>
  );
}
