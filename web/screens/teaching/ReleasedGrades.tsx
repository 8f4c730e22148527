import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { teachingWords } from '../../words/teaching.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import type { Offering, RosterRow } from './queries.ts';
import type { Doing } from './useDoing.ts';

/** Grades as they were handed in or released; a released one is corrected by another record. */
export function ReleasedGrades({ whole, roster, doing }: { whole: Offering; roster: readonly RosterRow[]; doing: Doing }) {
  const say = useWords(teachingWords);
  const [correcting, setCorrecting] = useState<RosterRow | null>(null);
  const released = whole.offering.state === 'released';
  const corrects = whole.may.includes('correct');
  const shown = (score: string | null): string => score ?? say.absent;
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.grades}</caption>
          <thead>
            <tr>
              <th scope="col">{say.studentId}</th><th scope="col">{say.name}</th><th scope="col" className="number">{say.score}</th>
              {released && <><th scope="col">{say.passed}</th><th scope="col">{say.earlierGrades}</th></>}{corrects && <th scope="col">{say.acts}</th>}
            </tr>
          </thead>
          <tbody>
            {roster.map((row) => {
              const { student_id, name, typed, grade, earlier } = row;
              const text = released ? (grade === null ? say.notReleased : shown(grade.score)) : typed === null ? say.notTyped : shown(typed.score);
              return (
                <tr key={student_id}>
                  <td className="unbroken" data-label={say.studentId}>{student_id}</td>
                  <th scope="row">{name}</th>
                  <td data-label={say.score} className="number">{text}</td>
                  {released && <td data-label={say.passed}>{grade === null ? '–' : <Passed passed={grade.passed} />}</td>}
                  {released && <td data-label={say.earlierGrades}>{earlier.length === 0 ? '–' : earlier.map((one) => say.correctedFrom(shown(one.score), grade?.reason ?? '')).join('；')}</td>}
                  {corrects && <td data-label={say.acts}>{grade !== null && <Button onClick={() => setCorrecting(row)}>{say.correct}</Button>}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {correcting !== null && <CorrectDialog whole={whole} row={correcting} doing={doing} onClose={() => setCorrecting(null)} />}
    </>
  );
}

function Passed({ passed }: { passed: boolean }) {
  const say = useWords(teachingWords);
  return passed
    ? <span className="status status-met"><span aria-hidden="true">●</span> {say.passedYes}</span>
    : <span className="status status-unmet"><span aria-hidden="true">▲</span> {say.passedNo}</span>;
}
