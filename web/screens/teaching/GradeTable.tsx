import { useId, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { teachingWords } from '../../words/teaching.ts';
import type { Offering, RosterRow } from './queries.ts';
import { pastedColumn, readScore } from './score.ts';
import type { Doing } from './useDoing.ts';

interface GradeTableProps {
  readonly whole: Offering;
  readonly roster: readonly RosterRow[];
  readonly doing: Doing;
}

/** Grades of a whole class in one table: arrow keys go from student to student, a column is pasted from a spreadsheet. */
export function GradeTable({ whole, roster, doing }: GradeTableProps) {
  const say = useWords(teachingWords);
  const { offering: { offering_id, version }, full_marks, may } = whole;
  const textOf = (row: RosterRow): string => (row.typed === null ? '' : row.typed.score ?? say.absent);
  const [texts, setTexts] = useState(() => new Map(roster.map((row) => [row.student_id, textOf(row)])));
  const id = useId();
  const typed = roster.map((row) => ({ student_id: row.student_id, read: readScore(texts.get(row.student_id) ?? '', full_marks) }));
  const wrong = typed.filter(({ read }) => read.is === 'wrong').length;
  const changed = roster.some((row) => (texts.get(row.student_id) ?? '').trim() !== textOf(row));
  const lay = (from: number, cells: readonly string[]) => setTexts((now) => {
    const next = new Map(now);
    cells.forEach((cell, down) => {
      const row = roster[from + down];
      if (row !== undefined) next.set(row.student_id, cell);
    });
    return next;
  });
  const save = () => doing.run(
    () => ask(client.api.offerings[':offering_id'].grades.$post({
      param: { offering_id }, json: { version, grades: typed.flatMap(({ student_id, read }) => (read.is === 'grade' ? [{ student_id, score: read.score }] : [])) },
    }, onceOnly())), () => say.gradesSaved);
  const submit = () => doing.run(() => ask(client.api.offerings[':offering_id'].steps.$post({ param: { offering_id }, json: { act: 'submit', version } }, onceOnly())), () => say.submitted);
  const complete = typed.every(({ read }) => read.is === 'grade');
  return (
    <>
      <div className="wide-table">
        <table className="ledger grade-table">
          <caption className="hidden-text">{say.grades}</caption>
          <thead><tr><th scope="col">{say.studentId}</th><th scope="col">{say.name}</th><th scope="col" className="number">{say.score}</th></tr></thead>
          <tbody>
            {roster.map(({ student_id, name }, at) => (
              <tr key={student_id}>
                <td className="unbroken">{student_id}</td>
                <th scope="row">{name}</th>
                <td className="number">
                  <ScoreField
                    id={`${id}-${at}`} label={`${say.score} ${name}`} text={texts.get(student_id) ?? ''} full_marks={full_marks} onChange={(text) => lay(at, [text])}
                    onPaste={(cells) => lay(at, cells)} onMove={(by) => document.getElementById(`${id}-${at + by}`)?.focus()}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="button-row">
        <Button kind={changed ? 'primary' : 'secondary'} aria-disabled={doing.busy || wrong > 0} onClick={() => { if (wrong === 0) void save(); }}>{doing.busy ? say.saving : say.save}</Button>
        {may.includes('submit') && complete && !changed && <Button kind="primary" aria-disabled={doing.busy} onClick={() => void submit()}>{say.submit}</Button>}
      </div>
    </>
  );
}

interface ScoreFieldProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly full_marks: string;
  readonly onChange: (text: string) => void;
  readonly onPaste: (cells: readonly string[]) => void;
  readonly onMove: (by: number) => void;
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };

function ScoreField({ id, label, text, full_marks, onChange, onPaste, onMove }: ScoreFieldProps) {
  const say = useWords(teachingWords);
  const wrong = readScore(text, full_marks).is === 'wrong';
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const cells = pastedColumn(event.clipboardData.getData('text/plain'));
    if (cells.length < 2) return;
    event.preventDefault();
    onPaste(cells);
  };
  return (
    <>
      <input
        id={id} className="field-box grade-box" aria-label={label} value={text} inputMode="decimal" autoComplete="off" {...(wrong && { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` })}
        onChange={(event) => onChange(event.currentTarget.value)} onKeyDown={keys} onPaste={paste} onFocus={(event) => event.currentTarget.select()}
      />
      {wrong && <span id={`${id}-wrong`} className="field-error grade-wrong">{say.outOfRange(full_marks)}</span>}
    </>
  );
}
