import { useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { Refusal } from '../../../client.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../../components/ErrorSummary/ErrorSummary.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { componentWords } from '../../../words/components.ts';
import { registerWords } from '../../../words/registers.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { columnLabel, withoutPlace } from '../sheet-words.ts';
import { CellField } from './CellField.tsx';
import { declaredColumns } from './table-columns.ts';
import { validateRow } from './validate.ts';
import type { Texts } from './validate.ts';

interface CellProblem {
  readonly column: string;
  readonly text: string;
}

interface RecordFormProps {
  readonly sheet: SheetName;
  readonly texts: Texts;
  readonly onChange: (column: string, text: string) => void;
  readonly act: string;
  /** Asks why; corrections do. */
  readonly asksReason: boolean;
  readonly save: (reason: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** One record as a form: a field for each declared column, judged here by the rules of the file, then by the server. */
export function RecordForm({ sheet, texts, onChange, act, asksReason, save, onCancel }: RecordFormProps) {
  const say = useWords(registerWords);
  const { cancel } = useWords(componentWords);
  const { language } = useSettings().settings;
  const [problems, setProblems] = useState<readonly CellProblem[]>([]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  // The same list until it changes: a new one takes the focus.
  const summary = useMemo(
    () => problems.map(({ column, text }): FieldProblem => ({ field: fieldId(column), message: say.fieldWrong(columnLabel(sheet, column, language), text) })),
    [problems, sheet, language, say],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = [...validateRow(sheet, texts, language)].map(([column, text]) => ({ column, text }));
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await save(reason);
    } catch (error) {
      const cells = error instanceof Refusal ? (error.problem.problems ?? []) : [];
      const named = cells.flatMap(({ column, text }) => (column === null ? [] : [{ column, text: withoutPlace(text[language], language) }]));
      setProblems(named);
      setFault(named.length > 0 ? null : error);
      setBusy(false);
    }
  };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={summary} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {declaredColumns(sheet).map(([name, column]) => (
        <CellField key={name} id={fieldId(name)} column={column} text={texts[name] ?? ''} onChange={(text) => onChange(name, text)} error={problems.find((problem) => problem.column === name)?.text} />
      ))}
      {asksReason && <TextField label={say.reason} help={say.reasonHelp} optional value={reason} onChange={setReason} autoComplete="off" />}
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={busy}>{act}</Button>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </form>
  );
}

function fieldId(column: string): string {
  return `record-${column}`;
}
