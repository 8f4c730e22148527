import { useState } from 'react';
import type { FormEvent } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { PlainDate } from '../../../../core/values/plain-date.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../../components/Field/DateField.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { componentWords } from '../../../words/components.ts';
import { registerWords } from '../../../words/registers.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { sheetOf } from '../sheet-words.ts';
import { endRecord } from './changes.ts';
import type { RegisterRecord } from './queries.ts';

interface EndFormProps {
  readonly sheet: SheetName;
  readonly record: RegisterRecord;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Ends a record on a day, or takes it out of a register without periods. */
export function EndForm({ sheet, record, onCancel, onDone }: EndFormProps) {
  const say = useWords(registerWords);
  const { cancel } = useWords(componentWords);
  const settings = useSettings().settings;
  const columns = sheetOf(sheet)?.columns ?? {};
  const [on, setOn] = useState<PlainDate | null>(settings.on);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const help = 'retired_on' in columns ? say.retireHelp : 'to' in columns ? say.endHelp : say.withdrawHelp;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(on === null ? [{ field: 'end-on', message: say.endMissing }] : []);
    if (on === null || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await endRecord(sheet, record, on, reason);
      onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <p className="small">{help}</p>
      <ErrorSummary problems={missing} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <DateField id="end-on" label={say.endOn} value={on} onChange={setOn} {...(missing.length > 0 && { error: say.endMissing })} />
      <TextField label={say.endReason} optional value={reason} onChange={setReason} autoComplete="off" />
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={busy}>{say.endAct}</Button>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </form>
  );
}
