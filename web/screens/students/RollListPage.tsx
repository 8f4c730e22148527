import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { studentWords } from '../../words/students.ts';
import { useRoll, type RollEntry } from './queries.ts';
import { RollFilters } from './RollFilters.tsx';
import { statusText } from './roll-text.ts';
import { useRollFilter } from './useRollFilter.ts';

/** Everybody on the roll in reach, narrowed and searched, page after page in the order of names. */
export function RollListPage() {
  const say = useWords(studentWords);
  const may = useMay();
  const { roles } = useSession();
  const ofCollege = roles.some(({ role }) => role === 'college_roll' || role === 'college_leadership');
  const ofSchool = roles.some(({ role }) => role === 'school_registrar' || role === 'school_head');
  const [filter, set] = useRollFilter();
  const query = useRoll(filter);
  const pages = query.data?.pages ?? [];
  const [first] = pages;
  const entries = pages.flatMap((page) => page.entries);
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="button-row no-print">
        {may('matters.approve') && <ButtonLink to="/students/advance">{say.toAdvance}</ButtonLink>}
        {may('matters.approve') && ofCollege && <ButtonLink to="/students/step-up">{say.toStepUp}</ButtonLink>}
        {may('matters.approve') && ofSchool && <ButtonLink to="/students/leave">{say.toLeave}</ButtonLink>}
        <ButtonLink to="/students/custody">{say.toCustody}</ButtonLink>
        {may('students.export') && <ButtonLink to="/data/national">{say.toNational}</ButtonLink>}
      </div>
      <RollFilters filter={filter} onChange={set} />
      <Answer query={query}>
        {() => (entries.length === 0 ? <EmptyState title={say.nobody}>{say.nobodyHelp}</EmptyState> : (
          <>
            <p className="roll-count" role="status">{first?.more_than_counted === true ? say.foundMore(first.total) : say.found(first?.total ?? 0)}</p>
            <RollTable entries={entries} />
            {query.hasNextPage && <div className="button-row no-print"><Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{say.next}</Button></div>}
          </>
        ))}
      </Answer>
    </Page>
  );
}

function RollTable({ entries }: { entries: readonly RollEntry[] }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.title}</caption>
        <thead>
          <tr>{[say.name, say.stage, say.status, say.school, say.classId, say.cohort].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {entries.map((one) => (
            <tr key={one.student_id}>
              <th scope="row">
                <ScreenLink to={`/students/of/${encodeURIComponent(one.student_id)}`}>{one.name}</ScreenLink> <span className="small roll-id">{one.student_id}</span>
                {one.misplaced && <span className="roll-misplaced"><span aria-hidden="true">▲</span> {say.misplacedMark}</span>}
              </th>
              <td data-label={say.stage}>{say[one.stage]} {say.years(one.grade)}</td>
              <td data-label={say.status}>{statusText(one.status, language)} <span className="small">{say.since(formatDate(one.from, language))}</span></td>
              <td data-label={say.school}>{one.school} <span className="small">{one.programme}</span></td>
              <td className="unbroken" data-label={one.class_id === null ? undefined : say.classId}>{one.class_id}</td>
              <td data-label={say.cohort}>{one.cohort}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
