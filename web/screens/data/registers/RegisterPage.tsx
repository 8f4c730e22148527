import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { spans } from '../../../../core/exchange/row-rules.ts';
import { Button, ScreenLink } from '../../../components/Button/Button.tsx';
import { CheckboxField } from '../../../components/Field/CheckboxField.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { Progress } from '../../../components/Progress/Progress.tsx';
import { useHref, useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { kindOf } from '../../../../core/access/kinds.ts';
import { useRegion } from '../../../shell/region.ts';
import { useMay } from '../../../shell/session.ts';
import { useWidth } from '../../../shell/useWidth.ts';
import { dataWords } from '../../../words/data.ts';
import { formatDate, groupDigits } from '../../../words/format.ts';
import { personalDataWords } from '../../../words/personal-data.ts';
import { registerWords } from '../../../words/registers.ts';
import { DataPage } from '../DataPage.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { sheetLabel, sheetOf } from '../sheet-words.ts';
import { AddDialog } from './AddDialog.tsx';
import { useDraft } from './draft.ts';
import { Find } from './Find.tsx';
import { FindByValue, personalColumn } from './FindByValue.tsx';
import { PasteRows } from './PasteRows.tsx';
import { RecordDialog } from './RecordDialog.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import type { RegisterRecord } from './queries.ts';
import { useRecords } from './useRecords.ts';
import './registers.css';

const CARDS_BELOW_REM = 40;

/** One register: read, found, added to, corrected, ended. */
export function RegisterPage({ sheet }: { sheet: SheetName }) {
  const say = useWords(registerWords);
  const { language } = useSettings().settings;
  const { data: region } = useRegion();
  const queries = useQueryClient();
  const search = new URLSearchParams(useSearch());
  const dated = hasPeriod(sheet);
  const writes = useMay()(`${kindOf(sheet)}.write`);
  const inForce = dated && search.get('all') !== '1';
  const records = useRecords({ sheet, inForce, find: search.get('find') ?? '' });
  const [draft, changeDraft] = useDraft(region?.name ?? '', sheet);
  const [mode, setMode] = useState<Mode>(!writes ? 'read' : draft.added.length > 0 ? 'paste' : Object.keys(draft.edits).length > 0 ? 'edit' : 'read');
  const [opened, setOpened] = useState<RegisterRecord | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const wide = useWidth() >= CARDS_BELOW_REM;
  const done = async (what: string) => {
    setSaid(what);
    setOpened(null);
    await queries.invalidateQueries();
  };
  const acts = { sheet, writes, mode, wide, onMode: (next: Mode) => { setSaid(null); setMode(next); } };
  return (
    <DataPage part="registers" title={sheetLabel(sheet, language)} lead={<Lead sheet={sheet} inForce={inForce} total={records.data?.total ?? null} />}>
      <ScreenLink to="/data/registers" className="register-back no-print">{say.back}</ScreenLink>
      <Tools {...acts} dated={dated} inForce={inForce} search={search} />
      {said !== null && <Notice kind="done" title={said} announce />}
      {mode === 'paste' && wide && <PasteRows sheet={sheet} draft={draft} change={changeDraft} onClose={() => setMode('read')} onDone={(what) => void done(what)} />}
      <Records records={records} sheet={sheet}>
        {records.data !== undefined && (
          <RegisterTable
            sheet={sheet} records={records.data.records} editing={mode === 'edit' && wide} draft={draft} change={changeDraft} inForce={inForce}
            onOpen={setOpened} onAdd={() => setMode('add')} onDone={(what) => void done(what)} onStop={() => setMode('read')}
          />
        )}
      </Records>
      {mode === 'add' && <AddDialog sheet={sheet} draft={draft} change={changeDraft} onClose={() => setMode('read')} onDone={(what) => { setMode('read'); void done(what); }} />}
      {mode === 'find' && <FindByValue sheet={sheet} onClose={() => setMode('read')} onOpen={(record) => { setMode('read'); setOpened(record); }} />}
      {opened !== null && <RecordDialog key={opened.record_id} sheet={sheet} record={opened} draft={draft} change={changeDraft} onClose={() => setOpened(null)} onDone={(what) => void done(what)} />}
    </DataPage>
  );
}

function hasPeriod(sheet: SheetName): boolean {
  const columns = sheetOf(sheet)?.columns ?? {};
  return spans.some(([from, to]) => from !== 'pilot_from' && from in columns && to in columns);
}

function Lead({ sheet, inForce, total }: { sheet: SheetName; inForce: boolean; total: number | null }) {
  const say = useWords(registerWords);
  const { on, language } = useSettings().settings;
  if (total === null) return null;
  const n = groupDigits(String(total));
  return inForce ? say.lead(n, formatDate(on, language)) : hasPeriod(sheet) ? say.leadAll(n) : say.leadPlain(n);
}

type Mode = 'read' | 'edit' | 'paste' | 'add' | 'find';

interface ToolsProps {
  readonly sheet: SheetName;
  /** Whether records can be added and corrected from here. */
  readonly writes: boolean;
  readonly mode: Mode;
  readonly wide: boolean;
  readonly onMode: (mode: Mode) => void;
  readonly dated: boolean;
  readonly inForce: boolean;
  readonly search: URLSearchParams;
}

function Tools({ sheet, writes, mode, wide, onMode, dated, inForce, search }: ToolsProps) {
  const say = useWords(registerWords);
  const personal = useWords(personalDataWords);
  const { on, language } = useSettings().settings;
  const href = useHref();
  const [path, navigate] = useLocation();
  const find = search.get('find') ?? '';
  const go = (all: boolean, text: string) => navigate(href(path, { ...(all && { all: '1' }), ...(text !== '' && { find: text }) }));
  return (
    <div className="register-tools no-print">
      {writes && <div className="button-row">
        <Button kind="primary" onClick={() => onMode('add')}>{say.add}</Button>
        {wide && (
          <>
            <Button aria-pressed={mode === 'paste'} onClick={() => onMode(mode === 'paste' ? 'read' : 'paste')}>{say.paste}</Button>
            <Button aria-pressed={mode === 'edit'} onClick={() => onMode(mode === 'edit' ? 'read' : 'edit')}>{mode === 'edit' ? say.stopEdit : say.edit}</Button>
          </>
        )}
      </div>}
      {personalColumn(sheet) !== undefined && <Button onClick={() => onMode('find')}>{personal.find}</Button>}
      <Find key={find} text={find} onFind={(text) => go(dated && !inForce, text)} />
      {dated && <CheckboxField label={say.inForce(formatDate(on, language))} checked={inForce} onChange={(only) => go(!only, find)} />}
    </div>
  );
}

function Records({ records, sheet, children }: { records: ReturnType<typeof useRecords>; sheet: SheetName; children: React.ReactNode }) {
  const say = useWords(registerWords);
  const data = useWords(dataWords);
  const { language } = useSettings().settings;
  const { done, of } = records.progress;
  if (records.isPending) return <Progress label={say.loading(sheetLabel(sheet, language))} done={done} of={of} />;
  if (records.isError) return <RefusalNotice title={data.notLoaded} error={records.error} actions={<Button onClick={() => void records.refetch()}>{data.again}</Button>} />;
  const { total, records: shown } = records.data;
  return (
    <>
      {shown.length < total && (
        <Notice kind="warning" title={say.tooMany(groupDigits(String(total)), groupDigits(String(shown.length)))}>
          {say.tooManyHelp}
        </Notice>
      )}
      {children}
    </>
  );
}
