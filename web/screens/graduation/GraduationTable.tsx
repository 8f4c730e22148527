import { GRADUATION_OUTCOMES, REQUIREMENTS } from '../../../core/graduation/phrases.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Status, StatusMark } from '../../components/Status/Status.tsx';
import type { OutcomeView } from '../../verdict-view.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { graduationWords } from '../../words/graduation.ts';
import { clauseLink } from '../clauses/links.ts';
import { lackingTexts } from './lacking.ts';
import { PER_PAGE, type Audited, type GraduationAnswer, type GraduationOutcome } from './queries.ts';
import { useGraduationOrigins } from './useGraduationOrigins.ts';

/** How an outcome is marked: the same shapes as everywhere. */
const MARKS: Readonly<Record<GraduationOutcome, OutcomeView>> = { graduated: 'met', completed: 'unmet', incomplete: 'unmet', undetermined: 'undetermined' };

/** Each student with outcome and what is lacking; the whole checklist below, line by line. */
export function GraduationTable({ answer, onPage }: { answer: GraduationAnswer; onPage: (page: number) => void }) {
  const say = useWords(graduationWords);
  const { students, total, page } = answer;
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.total(total)}</caption>
          <thead><tr>{[say.student, say.class, say.outcome, say.lacking].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{students.map((student) => <Row key={student.student_id} student={student} />)}</tbody>
        </table>
      </div>
      <div className="button-row">
        <p className="small" role="status">{say.page((page - 1) * PER_PAGE + 1, Math.min(page * PER_PAGE, total), total)}</p>
        {page > 1 && <Button onClick={() => onPage(page - 1)}>{say.earlier}</Button>}
        {page * PER_PAGE < total && <Button onClick={() => onPage(page + 1)}>{say.later}</Button>}
      </div>
    </>
  );
}

function Row({ student }: { student: Audited }) {
  const say = useWords(graduationWords);
  const { language } = useSettings().settings;
  const { student_id, name, class_id, outcome, may_continue, requirements } = student;
  const lacking = lackingTexts(requirements.filter((one) => one.counts), language);
  if (may_continue !== null) lacking.push(may_continue ? say.continues : say.over);
  return (
    <tr>
      <th scope="row">{name} <span className="small">{student_id}</span></th>
      <td data-label={say.class} className="graduation-class">{class_id ?? ''}</td>
      <td data-label={say.outcome} className="graduation-outcome"><StatusMark outcome={MARKS[outcome]} /> {GRADUATION_OUTCOMES[outcome][language]}</td>
      <td data-label={say.lacking}>
        {lacking.length === 0 ? say.nothing : lacking.join(language === 'zh' ? '；' : '; ')}
        <Checklist student={student} />
      </td>
    </tr>
  );
}

function Checklist({ student }: { student: Audited }) {
  const say = useWords(graduationWords);
  const { language } = useSettings().settings;
  const origins = useGraduationOrigins();
  return (
    <details className="graduation-checklist">
      <summary>{say.items}</summary>
      <ul aria-label={say.checklist(student.name)}>
        {student.requirements.map((line) => {
          const label = REQUIREMENTS[line.name][language];
          return (
            <li key={line.name}>
              <Figure label={say.lineOf(label, student.name)} from={origins.line(student, line)}>{label}</Figure>
              <Status outcome={line.outcome} detail={line.detail[language]} />
              <ScreenLink {...clauseLink(line.clause)}>{line.clause}</ScreenLink>
              {!line.counts && <span className="small">{say.shown}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
