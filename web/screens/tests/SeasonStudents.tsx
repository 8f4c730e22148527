import { useState } from 'react';
import { DECISIONS } from '../../../core/step-up/decision.ts';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { testWords } from '../../words/tests.ts';
import type { Season } from './queries.ts';
import { DECISION_MARKS, reasonsText } from './test-text.ts';

const MOST_SHOWN = 300;

/** Everybody of the list in reach, those who are not through first. */
export function SeasonStudents({ season: { students } }: { season: Season }) {
  const say = useWords(testWords);
  const [show, setShow] = useState('all');
  if (students.length === 0) return <EmptyState title={say.nobody}>{say.nobodyHelp}</EmptyState>;
  const wanted = students.filter(({ decision }) => show === 'all' || decision === show).toSorted((a, b) => Number(a.decision === 'passed') - Number(b.decision === 'passed'));
  return (
    <section aria-labelledby="season-students">
      <h2 id="season-students">{say.students}</h2>
      <div className="no-print"><SelectField id="season-show" label={say.show} value={show} onChange={setShow} options={[{ value: 'all', label: say.everyone }, ...DECISIONS.map((one) => ({ value: one, label: say[`decision_${one}`] }))]} /></div>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.students}</caption>
          <thead><tr><th scope="col">{say.student}</th><th scope="col">{say.school}</th><th scope="col" className="number">{say.test}</th><th scope="col" className="number">{say.resit}</th><th scope="col" className="number">{say.counts}</th><th scope="col">{say.decision}</th><th scope="col">{say.reasons}</th></tr></thead>
          <tbody>{wanted.slice(0, MOST_SHOWN).map((one) => <Row key={one.student_id} student={one} />)}</tbody>
        </table>
      </div>
      {wanted.length > MOST_SHOWN && <p className="small">{say.shownFirst(MOST_SHOWN)}</p>}
    </section>
  );
}

function Row({ student }: { student: Season['students'][number] }) {
  const say = useWords(testWords);
  const { student_id, name, school, class_id, programme, test, test_state, resit, resit_state, counts, decision, lines } = student;
  const attempt = (score: string | null, state: typeof test_state, quiet: boolean): string => score ?? (state === 'absent' ? say.absent : quiet ? '–' : say.awaited);
  const reasons = reasonsText(lines, say);
  return (
    <tr>
      <th scope="row">{name} <span className="small">{student_id}{class_id === null ? '' : ` · ${class_id}`}</span></th>
      <td data-label={say.school}>{school}<span className="small test-aside">{programme}</span></td>
      <td className="number" data-label={say.test}>{attempt(test, test_state, false)}</td>
      <td className="number" data-label={say.resit}>{attempt(resit, resit_state, decision !== 'resit')}</td>
      <td className="number" data-label={say.counts}>{counts ?? '–'}</td>
      <td data-label={say.decision}><StatusMark outcome={DECISION_MARKS[decision]} /> {say[`decision_${decision}`]}</td>
      <td data-label={reasons === '' ? undefined : say.reasons}>{reasons}</td>
    </tr>
  );
}
