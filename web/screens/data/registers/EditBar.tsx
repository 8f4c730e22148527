import { useState } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { Progress } from '../../../components/Progress/Progress.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { registerWords } from '../../../words/registers.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { correctRecord } from './changes.ts';
import { withoutRow } from './draft.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import type { RegisterRecord } from './queries.ts';
import type { CellProblems } from './validate.ts';
import { WrongCells } from './WrongCells.tsx';

interface EditBarProps {
  readonly sheet: SheetName;
  readonly records: ReadonlyMap<string, RegisterRecord>;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  /** The cells that cannot be saved as they are. */
  readonly wrong: CellProblems;
  readonly onDone: (what: string) => void;
  readonly onStop: () => void;
}

/** What was changed in the table and waits to be saved; each row becomes a correction of its own. */
export function EditBar({ sheet, records, draft, change, wrong, onDone, onStop }: EditBarProps) {
  const say = useWords(registerWords);
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState<{ done: number; of: number } | null>(null);
  const [fault, setFault] = useState<{ key: string; error: unknown } | null>(null);
  const edited = Object.entries(draft.edits).flatMap(([id, texts]) => {
    const record = records.get(id);
    return record === undefined ? [] : [{ record, texts }];
  });
  const count = groupDigits(String(edited.length));
  const save = async () => {
    setFault(null);
    for (const [at, { record, texts }] of edited.entries()) {
      setSaving({ done: at, of: edited.length });
      try {
        await correctRecord(sheet, record, texts, reason);
        change((now) => ({ edits: withoutRow(now.edits, record.record_id) }));
      } catch (error) {
        setFault({ key: nameOf(record), error });
        return setSaving(null);
      }
    }
    setSaving(null);
    onDone(say.savedEdits(count));
    onStop();
  };
  if (saving !== null) return <Progress label={say.saving} done={saving.done} of={saving.of} />;
  if (edited.length === 0) return null;
  const acts = (
    <>
      <Button kind="primary" disabled={wrong.size > 0} onClick={() => void save()}>{say.saveEdits(count)}</Button>
      <Button onClick={() => change(() => ({ edits: {} }))}>{say.dropEdits}</Button>
    </>
  );
  return (
    <>
      {fault !== null && <RefusalNotice title={say.notSaved(fault.key)} error={fault.error} />}
      <Notice kind={wrong.size > 0 ? 'warning' : 'info'} title={say.draftTitle(count)} actions={acts}>
        <p>{wrong.size > 0 ? say.draftWrong(groupDigits(String(wrong.size))) : say.draftKept}</p>
        <WrongCells sheet={sheet} problems={wrong} rowName={(id) => nameOf(records.get(id))} />
        <TextField label={say.reason} help={say.reasonHelp} optional value={reason} onChange={setReason} autoComplete="off" />
      </Notice>
    </>
  );
}

/** A record is called by the first part of its key. */
function nameOf(record: RegisterRecord | undefined): string {
  return String(Object.values(record?.values ?? {})[0] ?? '');
}
