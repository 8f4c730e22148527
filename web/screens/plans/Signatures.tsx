import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { planWords } from '../../words/plans.ts';
import type { Plan } from './queries.ts';

/** M8-a: who signed which revision, and who has not signed the one that stands. */
export function Signatures({ plan }: { plan: Plan }) {
  const say = useWords(planWords);
  const { language } = useSettings().settings;
  const { signatures, lacking, college, revision } = plan;
  if (revision === 0) return null;
  const missing = [...lacking.schools, ...(lacking.college ? [college] : [])];
  return (
    <section aria-labelledby="plan-signatures">
      <h2 id="plan-signatures">{say.signatures}</h2>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.signatures}</caption>
          <thead><tr>{[say.party, say.revision, say.person, say.day, say.state].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {missing.map(({ org_id, name }) => (
              <tr key={org_id}>
                <th scope="row">{name}</th><td data-label={say.revision}>{say.revisionOf(revision)}</td><td /><td />
                <td data-label={say.state}><span className="status status-undetermined"><span aria-hidden="true">◇</span> {say.unsigned}</span></td>
              </tr>
            ))}
            {signatures.toReversed().map((one) => (
              <tr key={`${one.school?.org_id ?? ''} ${one.revision} ${one.person}`}>
                <th scope="row">{one.school?.name ?? college.name}</th>
                <td data-label={say.revision}>{say.revisionOf(one.revision)}</td>
                <td data-label={say.person}>{one.person}</td>
                <td className="unbroken" data-label={say.day}>{formatDate(one.on, language)}</td>
                <td data-label={say.state}>{one.revision === revision ? <span className="status status-met"><span aria-hidden="true">●</span> {say.standing}</span> : say.earlier}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
