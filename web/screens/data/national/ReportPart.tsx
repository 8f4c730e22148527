import { useState } from 'react';
import type { OwnColumn } from '../../../../core/national/own-columns.ts';
import { Answer } from '../../../components/Answer/Answer.tsx';
import { Button } from '../../../components/Button/Button.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../../words/format.ts';
import { nationalWords } from '../../../words/national.ts';
import { personalDataWords } from '../../../words/personal-data.ts';
import { ReasonDialog } from '../../people/ReasonDialog.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { ColumnTables } from './ColumnTables.tsx';
import { OwnColumns } from './OwnColumns.tsx';
import { takeReport, useStanding, type AskedReport, type Standing } from './queries.ts';

/** How many rows there are and what they lack, then the file. */
export function ReportPart({ asked }: { asked: AskedReport }) {
  const query = useStanding(asked);
  return <Answer query={query}>{(standing) => <Report asked={asked} standing={standing} />}</Answer>;
}

function Report({ asked, standing }: { asked: AskedReport; standing: Standing }) {
  const say = useWords(nationalWords);
  const personal = useWords(personalDataWords);
  const { language } = useSettings().settings;
  const [columns, setColumns] = useState<readonly OwnColumn[] | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [said, setSaid] = useState<string | null>(null);
  const take = async (purpose?: string) => {
    setSaid(null);
    setFault(null);
    await takeReport(asked, { columns, ...(purpose !== undefined && { purpose }) });
    setAsking(false);
    setSaid(purpose === undefined ? say.taken : say.takenWhole);
  };
  const takeMasked = async () => {
    if (busy) return;
    setBusy(true);
    await take().catch((error: unknown) => setFault(error));
    setBusy(false);
  };
  const rows = standing.tables.reduce((sum, one) => sum + one.rows, 0);
  const lacking = standing.tables.reduce((sum, one) => sum + one.lacking, 0);
  return (
    <>
      <p className="national-count" role="status">
        <strong>{say.rows(groupDigits(String(rows)), formatDate(standing.on, language))}</strong>{' '}
        {lacking === 0 ? <>● {say.complete}</> : <>▲ {say.lackingRows(groupDigits(String(lacking)))}</>}
      </p>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {said !== null && <Notice kind="done" title={said} announce />}
      <div className="button-row no-print">
        <Button kind={standing.ids === 'revealable' ? 'secondary' : 'primary'} aria-disabled={busy} onClick={() => void takeMasked()}>{busy ? personal.working : standing.ids === 'none' ? say.take : say.takeMasked}</Button>
        {standing.ids === 'revealable' && <Button kind="primary" onClick={() => setAsking(true)}>{say.takeWhole}</Button>}
      </div>
      {standing.ids === 'masked' && <p className="small">{say.onlyMasked}</p>}
      <OwnColumns system={asked.system} columns={columns} onChange={setColumns} />
      <ColumnTables tables={standing.tables} />
      {asking && (
        <ReasonDialog title={say.takeWhole} field={{ id: 'national-purpose', label: personal.purpose, help: say.purposeHelp, missing: personal.givePurpose }} act={say.takeAct} onAct={(purpose) => take(purpose)} onClose={() => setAsking(false)}>
          <p>{say.wholeLead(groupDigits(String(rows)))}</p>
        </ReasonDialog>
      )}
    </>
  );
}
