import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { groupDigits } from '../../words/format.ts';
import { planWords } from '../../words/plans.ts';
import { StateMark } from '../matters/MatterList.tsx';
import { usePlans, type PlanHead } from './queries.ts';

/** The plans in reach, latest first. */
export function PlanList() {
  const say = useWords(planWords);
  const drafts = useSession().roles.some(({ role }) => role === 'college_programme');
  const draw = drafts ? <ButtonLink kind="primary" to="/matters/new" query={{ kind: 'enrolment_plan' }}>{say.draw}</ButtonLink> : undefined;
  return (
    <Page title={say.title} lead={say.lead}>
      <Answer query={usePlans()}>
        {({ plans }) => (plans.length === 0 ? <EmptyState title={say.none} actions={draw}>{say.noneHelp}</EmptyState> : (
          <>
            {draw !== undefined && <div className="button-row no-print">{draw}</div>}
            <Table plans={plans} />
          </>
        ))}
      </Answer>
    </Page>
  );
}

function Table({ plans }: { plans: readonly PlanHead[] }) {
  const say = useWords(planWords);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.title}</caption>
        <thead><tr>{[say.year, say.college, say.state, say.revision].map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col" className="number">{say.heads}</th></tr></thead>
        <tbody>
          {plans.map(({ head, year, revision, secondary_heads }) => (
            <tr key={head.matter_id}>
              <th scope="row"><ScreenLink to={`/plans/${head.matter_id}`}>{say.planOf(year)}</ScreenLink></th>
              <td data-label={say.college}>{head.name ?? head.subject}</td>
              <td data-label={say.state}><StateMark matter={head} /></td>
              <td data-label={say.revision}>{revision === 0 ? say.noLines : say.revisionOf(revision)}</td>
              <td data-label={say.heads} className="number">{secondary_heads === null ? '–' : groupDigits(String(secondary_heads))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
