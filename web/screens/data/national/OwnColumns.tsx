import { useState } from 'react';
import { decodeText } from '../../../../core/exchange/decode-text.ts';
import { NATIONAL_FIELDS } from '../../../../core/national/fields.ts';
import { layoutOn, type NationalSystem } from '../../../../core/national/layout.ts';
import { NATIONAL_LAYOUTS } from '../../../../core/national/layouts.ts';
import { describeWrongColumn, readOwnColumns, withOwnColumns, type OwnColumn } from '../../../../core/national/own-columns.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { FileDrop } from '../../../components/FileDrop/FileDrop.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { today } from '../../../settings/today.ts';
import { nationalWords } from '../../../words/national.ts';

interface OwnColumnsProps {
  readonly system: NationalSystem;
  readonly columns: readonly OwnColumn[] | null;
  readonly onChange: (columns: readonly OwnColumn[] | null) => void;
}

/** Where the operator asks for other columns: an office's own list of them, read and judged here. */
export function OwnColumns({ system, columns, onChange }: OwnColumnsProps) {
  const say = useWords(nationalWords);
  const { language } = useSettings().settings;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const layout = layoutOn(NATIONAL_LAYOUTS, system, today());
  const take = async (given: readonly File[]) => {
    const [file] = given;
    if (file === undefined || layout === null) return;
    setFiles(given);
    const read = readOwnColumns(decodeText(new Uint8Array(await file.arrayBuffer())));
    const own = withOwnColumns(layout, read);
    setWrong('why' in own ? describeWrongColumn(own)[language] : null);
    onChange('why' in own ? null : read);
  };
  const clear = () => {
    setFiles([]);
    setWrong(null);
    onChange(null);
  };
  return (
    <details className="national-own no-print" open={columns !== null || wrong !== null || undefined}>
      <summary>{say.own}</summary>
      <p>{say.ownLead}</p>
      <FileDrop label={say.ownFile} accept={['.csv']} files={files} onChange={(given) => void take(given)} />
      {wrong !== null && <Notice kind="fault" title={say.ownWrong} announce>{wrong}</Notice>}
      {columns !== null && <Notice kind="done" title={say.ownTaken(columns.length)} announce actions={<Button onClick={clear}>{say.ownClear}</Button>} />}
      <p><strong>{say.fields}</strong></p>
      {(layout?.tables ?? []).map(({ id, name, rows }) => (
        <p key={id} className="national-fields">
          <strong>{name}</strong>
          {Object.entries(NATIONAL_FIELDS[rows]).map(([field, { label }]) => <span key={field}><code>{field}</code> {label[language]}</span>)}
        </p>
      ))}
    </details>
  );
}
