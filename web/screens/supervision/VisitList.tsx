import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { supervisionWords } from '../../words/supervision.ts';
import { periodText } from './period.ts';
import { useVisits, type DueVisit, type VisitHead } from './queries.ts';

/** What is due, and every visit in reach, latest first. */
export function VisitList() {
  const say = useWords(supervisionWords);
  return (
    <Page title={say.title} lead={say.lead}>
      <Answer query={useVisits()}>
        {({ due, visits, places }) => (
          <div className="supervision">
            <section aria-labelledby="visits-due">
              <h2 id="visits-due">{say.due}</h2>
              {due.length === 0 ? <EmptyState title={say.noDue}>{say.noDueHelp}</EmptyState> : <DueTable due={due} />}
            </section>
            <section aria-labelledby="visits-made">
              <h2 id="visits-made">{say.visits}</h2>
              {places.length > 0 && <div className="button-row no-print"><ButtonLink to="/supervision/new">{say.newVisit}</ButtonLink></div>}
              {visits.length === 0 ? <EmptyState title={say.noVisits}>{say.noVisitsHelp}</EmptyState> : <VisitTable visits={visits} />}
            </section>
          </div>
        )}
      </Answer>
    </Page>
  );
}

function DueTable({ due }: { due: readonly DueVisit[] }) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  const acts = due.some(({ may_record }) => may_record);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.due}</caption>
        <thead><tr>{[say.school, say.kind, say.college, say.period, say.dueOn, ...(acts ? [say.acts] : [])].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {due.map((one) => (
            <tr key={[one.kind, one.college_id, one.school_id, one.year, one.term].join(' ')}>
              <th scope="row">{one.school}</th>
              <td data-label={say.kind}>{say[one.kind]}</td>
              <td data-label={say.college}>{one.college}</td>
              <td data-label={say.period}>{periodText(one, say)}</td>
              <td data-label={say.dueOn}>{formatDate(one.due_on, language)}{one.late && <span className="visit-about status-unmet">{say.late}</span>}</td>
              {acts && (
                <td data-label={say.acts}>
                  {one.may_record && <ScreenLink to="/supervision/new" query={{ kind: one.kind, college: one.college_id, school: one.school_id }} aria-label={say.recordAt(one.school, say[one.kind])}>{say.record}</ScreenLink>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VisitTable({ visits }: { visits: readonly VisitHead[] }) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.visits}</caption>
        <thead><tr>{[say.on, say.school, say.kind, say.college, say.period, say.found].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {visits.map((one) => (
            <tr key={one.visit_id}>
              <th scope="row">
                <ScreenLink to={`/supervision/${one.visit_id}`}>{formatDate(one.on, language)}</ScreenLink>
                {one.answered_by !== null && <span className="small">（{say.corrected}）</span>}
                {one.answers !== null && <span className="small">（{say.correction}）</span>}
              </th>
              <td data-label={say.school}>{one.school}</td>
              <td data-label={say.kind}>{say[one.kind]}</td>
              <td data-label={say.college}>{one.college}</td>
              <td data-label={say.period}>{periodText(one, say)}</td>
              <td data-label={say.found}>{say.counts(one.met, one.not_met, one.not_looked_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
