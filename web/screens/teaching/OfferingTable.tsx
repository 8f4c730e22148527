import { OFFERING_STATES } from '../../../core/teaching/states.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { teachingWords } from '../../words/teaching.ts';
import { kindText } from '../schemes/course-text.ts';
import type { OfferingHead } from './queries.ts';

const MARKS = { open: ['undetermined', '◇'], submitted: ['unmet', '▲'], released: ['met', '●'] } as const;

/** The courses of the term in reach. */
export function OfferingTable({ offerings }: { offerings: readonly OfferingHead[] }) {
  const say = useWords(teachingWords);
  const { language } = useSettings().settings;
  if (offerings.length === 0) return <EmptyState title={say.noCourses}>{say.noCoursesHelp}</EmptyState>;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.courses}</caption>
        <thead>
          <tr>
            {[say.course, say.classId, say.kind].map((head) => <th key={head} scope="col">{head}</th>)}
            <th scope="col" className="number">{say.credits}</th><th scope="col" className="number">{say.hours}</th><th scope="col">{say.teacher}</th><th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {offerings.map((one) => {
            const [outcome, mark] = MARKS[one.state];
            return (
              <tr key={one.offering_id}>
                <th scope="row"><ScreenLink to={`/teaching/${one.offering_id}`}>{one.course}</ScreenLink></th>
                <td className="unbroken" data-label={say.classId}>{one.class_id}</td>
                <td data-label={say.kind}>{kindText(one.kind, language)}</td>
                <td data-label={say.credits} className="number">{one.credits}</td>
                <td data-label={say.hours} className="number">{one.taught_hours ?? '–'} / {one.planned_hours}</td>
                <td data-label={say.teacher}>{one.teacher ?? say.noTeacher}</td>
                <td data-label={say.state}><span className={`status status-${outcome}`}><span aria-hidden="true">{mark}</span> {OFFERING_STATES[one.state][language]}</span></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
