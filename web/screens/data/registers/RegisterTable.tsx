import { useMemo } from 'react';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { Button, ButtonLink } from '../../../components/Button/Button.tsx';
import { DataTable } from '../../../components/DataTable/DataTable.tsx';
import { EmptyState } from '../../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { dataWords } from '../../../words/data.ts';
import { formatDate } from '../../../words/format.ts';
import { kindOf } from '../../../../core/access/kinds.ts';
import { May } from '../../../shell/May.tsx';
import { registerWords } from '../../../words/registers.ts';
import { sheetLabel } from '../sheet-words.ts';
import { withChanges } from './draft.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import { EditBar } from './EditBar.tsx';
import { cellText } from './cell-text.ts';
import { declaredColumns, hiddenAtFirst, tableColumns } from './table-columns.ts';
import type { TextRow } from './table-columns.ts';
import type { RegisterRecord } from './queries.ts';
import { cellKey, validateRow } from './validate.ts';

interface RegisterTableProps {
  readonly sheet: SheetName;
  readonly records: readonly RegisterRecord[];
  readonly editing: boolean;
  readonly inForce: boolean;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly onOpen: (record: RegisterRecord) => void;
  readonly onAdd: () => void;
  readonly onDone: (what: string) => void;
  readonly onStop: () => void;
}

/** The records as a table; while editing, with what was typed over them. */
export function RegisterTable(props: RegisterTableProps) {
  const { sheet, records, editing, draft, change } = props;
  const { language } = useSettings().settings;
  const declared = declaredColumns(sheet);
  const columns = useMemo(() => tableColumns(sheet, language), [sheet, language]);
  const byId = useMemo(() => new Map(records.map((record) => [record.record_id, record])), [records]);
  const rows = useMemo(
    () => records.map((record): TextRow => ({
      key: record.record_id,
      texts: { ...Object.fromEntries(declared.map(([name, column]) => [name, cellText(column, record.values[name], language)])), ...(editing && draft.edits[record.record_id]) },
    })),
    [records, declared, language, editing, draft.edits],
  );
  const hidden = useMemo(() => hiddenAtFirst(sheet, records), [sheet, records]);
  const wrong = useMemo(() => {
    const found = new Map<string, string>();
    if (!editing) return found;
    for (const row of rows) {
      if (draft.edits[row.key] === undefined) continue;
      for (const [column, text] of validateRow(sheet, row.texts, language)) found.set(cellKey(row.key, column), text);
    }
    return found;
  }, [editing, rows, draft.edits, sheet, language]);
  const standing = (row: string, column: string) => {
    const declaredColumn = declared.find(([name]) => name === column)?.[1];
    return declaredColumn === undefined ? '' : cellText(declaredColumn, byId.get(row)?.values[column], language);
  };
  return (
    <>
      <DataTable<TextRow>
        key={`${language} ${editing} ${hidden.join(' ')}`}
        label={sheetLabel(sheet, language)}
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns}
        hidden={hidden}
        empty={<Nothing sheet={sheet} inForce={props.inForce} onAdd={props.onAdd} />}
        {...(editing
          ? { edit: { onChange: (changes) => change((now) => ({ edits: withChanges(now.edits, changes, standing) })), problem: (row, column) => wrong.get(cellKey(row, column)) } }
          : { onOpen: (row) => { const record = byId.get(row.key); if (record !== undefined) props.onOpen(record); } })}
      />
      {/* Below the table, which would move under the hand that types in it. */}
      {editing && <EditBar sheet={sheet} records={byId} draft={draft} change={change} wrong={wrong} onDone={props.onDone} onStop={props.onStop} />}
    </>
  );
}

function Nothing({ sheet, inForce, onAdd }: { sheet: SheetName; inForce: boolean; onAdd: () => void }) {
  const say = useWords(registerWords);
  const data = useWords(dataWords);
  const { on, language } = useSettings().settings;
  const acts = (
    <>
      <May do={`${kindOf(sheet)}.write`}><Button kind="primary" onClick={onAdd}>{say.add}</Button></May>
      <May do="imports.write"><ButtonLink to="/data">{data.toImport}</ButtonLink></May>
    </>
  );
  return <EmptyState title={inForce ? say.noneOn(formatDate(on, language)) : say.none} actions={acts}>{say.noneHelp}</EmptyState>;
}
