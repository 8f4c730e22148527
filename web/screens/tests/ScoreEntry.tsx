import { useDeferredValue, useMemo, useState } from 'react';
import { linesOf, readScores, SCORE_FAULTS } from '../../../core/scores/read-scores.ts';
import { parseExact } from '../../../core/values/exact.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Field } from '../../components/Field/Field.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useChange } from './useChange.ts';

interface ScoreEntryProps {
  readonly label: string;
  /** Whose scores may be entered, and of those who is still awaited. */
  readonly students: readonly string[];
  readonly awaited: readonly string[];
  readonly full_marks: string | null;
  readonly onSend: (scores: { student_id: string; score: string }[]) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const MOST_SHOWN = 20;

/** Scores pasted from a table, looked at cell by cell by the same rule as the server's before anything is sent. */
export function ScoreEntry({ label, students, awaited, full_marks, onSend, onDone, onCancel }: ScoreEntryProps) {
  const say = useWords(testWords);
  const { language } = useSettings().settings;
  const { busy, fault, run } = useChange();
  const [text, setText] = useState('');
  const typed = useDeferredValue(text);
  const lines = useMemo(() => linesOf(typed), [typed]);
  const { scores, problems } = useMemo(() => readScores(lines, { students: new Set(students), full_marks: full_marks === null ? null : parseExact(full_marks) }), [lines, students, full_marks]);
  const ready = lines.length > 0 && problems.length === 0;
  return (
    <section className="score-entry no-print" aria-label={label}>
      <Field id="scores" label={say.paste} help={say.pasteHelp(full_marks ?? '–')}>
        {(control) => <textarea {...control} className="field-box" rows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
      </Field>
      {text === '' && awaited.length > 0 && <div className="button-row"><Button onClick={() => setText(awaited.map((id) => `${id}\t`).join('\n'))}>{say.fill}</Button></div>}
      <div aria-live="polite">
        {lines.length > 0 && <p><strong>{say.preview}</strong> · {problems.length === 0 ? say.willStore(scores.length, scores.filter(({ score }) => score === null).length) : say.wrongCells(problems.length)}</p>}
        {problems.length > 0 && (
          <ul className="refusal-list">
            {problems.slice(0, MOST_SHOWN).map(({ line, column, code, value }) => <li key={`${line} ${column}`}>{say.line} {line} · {value === '' ? '' : `${value} · `}{SCORE_FAULTS[code][language]}</li>)}
          </ul>
        )}
      </div>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <div className="button-row">
        <Button kind="primary" aria-disabled={busy || !ready} onClick={() => void (ready && run(() => onSend(lines.map((one) => ({ ...one }))), onDone))}>{busy ? say.saving : say.store}</Button>
        <Button onClick={onCancel}>{say.cancel}</Button>
      </div>
    </section>
  );
}
