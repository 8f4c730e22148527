import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { insuranceWords } from '../../words/insurance.ts';
import type { Policy } from './queries.ts';

export function PolicyTable({ policies, onCover, onCorrect }: { policies: readonly Policy[]; onCover: (policy: Policy) => void; onCorrect: (policy: Policy) => void }) {
  const say = useWords(insuranceWords);
  const { language } = useSettings().settings;
  const acting = policies.some(({ may_write }) => may_write);
  return (
    <section className="agreement-part" aria-labelledby="policies">
      <h2 id="policies">{say.policies}</h2>
      {policies.length === 0 ? <EmptyState title={say.noPolicies}>{say.noPoliciesHelp}</EmptyState> : (
        <div className="wide-table">
          <table className="ledger ledger-cards">
            <caption className="hidden-text">{say.policies}</caption>
            <thead><tr>{[say.number, say.kind, say.insurer, say.days, say.covered].map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col" className="number">{say.paid}</th><th scope="col">{say.proof}</th>{acting && <th scope="col" className="no-print"><span className="hidden-text">{say.acts}</span></th>}</tr></thead>
            <tbody>
              {policies.map((policy) => (
                <tr key={policy.policy_id}>
                  <th scope="row">{policy.policy_no}<br /><span className="small">{policy.school}</span></th>
                  <td data-label={say.kind}>{say[`kind_${policy.kind}`]}</td>
                  <td data-label={say.insurer}>{policy.insurer}</td>
                  <td data-label={say.days} className="post-day">{formatDate(policy.from, language)}<br />{formatDate(policy.to, language)}</td>
                  <td data-label={say.covered}>{say.coveredOf(policy.covered, policy.heads)}</td>
                  <td className="number" data-label={say.paid}>{groupDigits(policy.premium_yuan)}</td>
                  <td data-label={say.proof}>{policy.proof}</td>
                  {acting && (
                    <td className="no-print">
                      <div className="post-acts">
                        {policy.may_write && policy.covered < policy.heads && <Button aria-label={say.coverTitle(policy.policy_no)} onClick={() => onCover(policy)}>{say.coverMore}</Button>}
                        {policy.may_write && <Button aria-label={say.correctTitle(policy.policy_no)} onClick={() => onCorrect(policy)}>{say.correct}</Button>}
                      </div>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
