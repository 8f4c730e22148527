import { matterKind } from '../../../core/approvals/matters.ts';
import { daysBetween, date } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useLongList } from '../../components/LongList/useLongList.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useSession } from '../../shell/session.ts';
import { admissionWords } from '../../words/admission.ts';
import { formatDate } from '../../words/format.ts';
import { ProposeMatter } from '../matters/ProposeMatter.tsx';
import { Part } from '../organisations/Part.tsx';
import { AdmissionPage, YearField } from './AdmissionPage.tsx';
import { useAdmissionYear, useLists, useYear } from './queries.ts';
import type { ListsAnswer, YearAnswer } from './queries.ts';
import { schoolsOf } from './RegisteringPage.tsx';

/** M3-c: who is on a filed list, who is on none, and the lists on their way through the seals. */
export function ListsPage() {
  const say = useWords(admissionWords);
  const [year] = useAdmissionYear();
  const query = useYear(year);
  return <AdmissionPage part="lists" lead={say.listsLead}><Answer query={query}>{(answer) => <OfSchool answer={answer} />}</Answer></AdmissionPage>;
}

function OfSchool({ answer }: { answer: YearAnswer }) {
  const say = useWords(admissionWords);
  const { roles } = useSession();
  const schools = schoolsOf(answer);
  const own = roles.find(({ role }) => role === 'school_registrar')?.org_id ?? '';
  const [asked, setSchool] = useInAddress('school');
  const school = schools.find(({ value }) => value === (asked === '' ? own : asked))?.value ?? schools[0]?.value ?? '';
  const query = useLists(answer.year, school);
  if (school === '') return <EmptyState title={say.noProgrammes}>{say.noProgrammesHelp}</EmptyState>;
  return (
    <div className="cooperation">
      <div className="directory-filters no-print">
        <YearField />
        <SelectField id="list-school" label={say.school} value={school} onChange={setSchool} options={schools} />
      </div>
      <Answer query={query}>{(lists) => <Lists key={`${school} ${answer.year}`} lists={lists} mayAct={own === school} />}</Answer>
    </div>
  );
}

function Lists({ lists, mayAct }: { lists: ListsAnswer; mayAct: boolean }) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const { students, last_day, on, matters, colleges } = lists;
  const nameOf = (id: string): string => colleges.find(({ college_id }) => college_id === id)?.name ?? id;
  const open = students.filter(({ list_no }) => list_no === null);
  const left = last_day === null ? null : daysBetween(date(on), date(last_day));
  if (students.length === 0 && matters.length === 0) return <EmptyState title={say.noStudents}>{say.noStudentsHelp}</EmptyState>;
  return (
    <>
      <dl className="unit-facts">
        <div><dt>{say.newStudents}</dt><dd>{students.length}</dd></div>
        <div><dt>{say.onList}</dt><dd>{students.length - open.length}</dd></div>
        <div><dt>{say.notOnList}</dt><dd>{open.length}</dd></div>
        <div><dt>{say.lastDay}</dt><dd>{last_day === null || left === null ? say.noRule : `${formatDate(last_day, language)}（${left >= 0 ? say.daysLeft(left) : say.daysOver(-left)}）`}</dd></div>
      </dl>
      {mayAct && <BeginLists lists={lists} late={left !== null && left < 0} />}
      {matters.length > 0 && (
        <Part id="list-matters" title={say.listMatters}>
          <ul className="plain-list">
            {matters.map(({ matter_id, kind, state, college_id }) => (
              <li key={matter_id} className="list-matter">
                <ScreenLink to={`/matters/${matter_id}`}>{matterKind(kind)?.label[language] ?? kind} · {nameOf(college_id)} · {matterKind(kind)?.states[state]?.label[language] ?? state}</ScreenLink>
                {state !== 'drafted' && state !== 'dropped' && <a href={`/api/student-lists/${matter_id}/list.xlsx`} download>{say.download}</a>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part id="not-on-list" title={say.notOnList}>{open.length === 0 ? <p>{say.noneListed}</p> : <NotListed students={open} />}</Part>
    </>
  );
}

function NotListed({ students }: { students: ListsAnswer['students'] }) {
  const say = useWords(admissionWords);
  const [shown, more] = useLongList(students);
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.notOnList}</caption>
          <thead><tr>{[say.name, say.student, say.programme, say.class].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.student_id}>
                <th scope="row">{one.name}</th><td data-label={say.student}>{one.student_id}</td><td data-label={say.programme}>{one.programme}</td><td className="unbroken" data-label={say.class}>{one.class_id}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

/** M3-c: a list with each college, or the late addition once the last day is over. */
function BeginLists({ lists: { school_id, year, matters, colleges, students }, late }: { lists: ListsAnswer; late: boolean }) {
  const say = useWords(admissionWords);
  const [kind, label] = late ? ['late_student_list', say.beginLate] as const : ['new_student_list', say.begin] as const;
  const waiting = colleges.filter(({ college_id }) => students.some((one) => one.college_id === college_id && one.list_no === null) && !matters.some((one) => one.open && one.kind === kind && one.college_id === college_id));
  return waiting.map(({ college_id, name }) => (
    <ProposeMatter key={college_id} label={colleges.length > 1 ? say.withCollege(label, name) : label} opening={{ kind, subject: school_id, details: { year, college: college_id } }} />
  ));
}
