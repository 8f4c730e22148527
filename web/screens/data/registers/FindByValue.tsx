import { useState } from 'react';
import type { FormEvent } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { ask, client } from '../../../client.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { Dialog } from '../../../components/Dialog/Dialog.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../../words/format.ts';
import { personalDataWords } from '../../../words/personal-data.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { cellText } from './cell-text.ts';
import type { RegisterRecord } from './queries.ts';
import { declaredColumns } from './table-columns.ts';

/** The column of a sheet that holds citizen ids or phones; undefined where there is none. */
export function personalColumn(sheet: SheetName) {
  return declaredColumns(sheet).find(([, column]) => column.personal !== undefined);
}

interface FindByValueProps {
  readonly sheet: SheetName;
  readonly onOpen: (record: RegisterRecord) => void;
  readonly onClose: () => void;
}

/** Finds records by a whole citizen id or phone: sent in the body of a request, kept in no address. */
export function FindByValue({ sheet, onOpen, onClose }: FindByValueProps) {
  const say = useWords(personalDataWords);
  const { language } = useSettings().settings;
  const [column = '', declared] = personalColumn(sheet) ?? [];
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [found, setFound] = useState<readonly RegisterRecord[] | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    // As the registers write it: an id ends in a capital X, a phone has no spaces.
    const wanted = value.replaceAll(/[\s-]/g, '').toUpperCase();
    setWrong(wanted === '' ? say.giveValue : undefined);
    setFault(null);
    setFound(null);
    if (wanted === '') {
      document.getElementById('find-value')?.focus();
      return;
    }
    setBusy(true);
    try {
      setFound((await ask(client.api['personal-data'].find.$post({ json: { sheet, column, value: wanted } }))).records);
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  const what = declared?.label[language] ?? '';
  return (
    <Dialog title={say.findOf(what)} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
        <p>{say.findLead(what)}</p>
        {fault !== null && <RefusalNotice title={say.foundNone} error={fault} />}
        <TextField id="find-value" label={say.value(what)} value={value} onChange={setValue} error={wrong} autoComplete="off" />
        <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.finding : say.findAct}</Button>
      </form>
      <div role="status">{found !== null && <Found sheet={sheet} records={found} onOpen={onOpen} />}</div>
    </Dialog>
  );
}

/** One student has a record for each time of their roll: who it is, and which. */
const TELLING: ReadonlySet<string> = new Set(['name', 'relation', 'status', 'from', 'to']);

function Found({ sheet, records, onOpen }: { sheet: SheetName; records: readonly RegisterRecord[]; onOpen: (record: RegisterRecord) => void }) {
  const say = useWords(personalDataWords);
  const { language } = useSettings().settings;
  if (records.length === 0) {
    return (
      <>
        <p>
          <strong>{say.foundNone}</strong>
        </p>
        <p>{say.foundNoneHelp}</p>
      </>
    );
  }
  const columns = declaredColumns(sheet).filter(([name], index) => index === 0 || TELLING.has(name));
  return (
    <>
      <p>{say.found(groupDigits(String(records.length)))}</p>
      <ul className="found-records">
        {records.map((record) => {
          const text = columns.map(([name, column]) => cellText(column, record.values[name], language)).filter((part) => part !== '').join(' · ');
          return (
            <li key={record.record_id}>
              <Button aria-label={say.open(text)} onClick={() => onOpen(record)}>{text}</Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
