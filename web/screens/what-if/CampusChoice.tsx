import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { emptyWords } from '../../words/empty.ts';
import { groupDigits } from '../../words/format.ts';
import { shellWords } from '../../words/shell.ts';
import { whatIfWords } from '../../words/what-if.ts';
import { useCampuses } from './queries.ts';

/** Which campus to try on: each with its students and what it lacks. */
export function CampusChoice() {
  const say = useWords(whatIfWords);
  const shell = useWords(shellWords);
  const empty = useWords(emptyWords);
  const campuses = useCampuses();
  return (
    <Page title={shell.whatIf} lead={say.lead}>
      <Answer query={campuses}>
        {({ campuses: all }) => (all.length === 0 ? (
        <EmptyState title={empty.whatIf} actions={<May do="imports.write"><ButtonLink kind="primary" to="/data">{empty.act}</ButtonLink></May>}>
          {empty.whatIfHelp}
        </EmptyState>
      ) : (
        <section aria-labelledby="choose-campus" className="campus-choice">
          <h2 id="choose-campus">{say.chooseTitle}</h2>
          <ul>
            {all.map((campus) => (
              <li key={campus.campus_id}>
                <ScreenLink to={`/what-if/${encodeURIComponent(campus.campus_id)}`}>{campus.name}</ScreenLink>
                <span className="small">{campus.students === null ? say.noStudents : say.students(groupDigits(String(campus.students)))}</span>
                <span className="campus-choice-state">
                  {campus.summary.unmet > 0 && <Status outcome="unmet" detail={String(campus.summary.unmet)} />}
                  {campus.summary.undetermined > 0 && <Status outcome="undetermined" detail={String(campus.summary.undetermined)} />}
                  {campus.summary.unmet + campus.summary.undetermined === 0 && (
                    <Status outcome={campus.summary.met > 0 ? 'met' : 'not_applicable'} />
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
        ))}
      </Answer>
    </Page>
  );
}
