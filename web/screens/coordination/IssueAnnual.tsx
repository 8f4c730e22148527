import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { LongTextField } from '../../components/Field/LongTextField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { coordinationWords } from '../../words/coordination.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { COORDINATION, type Report } from './queries.ts';

/** Document 25: the number that the report of a year has, and the form that gives it one or another version. */
export function IssueAnnual({ report: { issued, period } }: { report: Report }) {
  const say = useWords(coordinationWords);
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [filled_by, setFilledBy] = useState('');
  const [reason, setReason] = useState('');
  const act = async () => {
    await ask(client.api.coordination.reports.$post({ json: { year: Number(period), version: issued?.version ?? 0, filled_by, reason: reason.trim() } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [COORDINATION] });
    setOpen(false);
  };
  const label = issued === null ? say.giveNumber : say.giveVersion;
  return (
    <div className="no-print">
      {issued !== null && <p>{say.numberOf(issued.number, issued.version)} <ScreenLink to={`/documents/${issued.document_id}`}>{say.openDocument}</ScreenLink></p>}
      <May do="coordination.approve"><div className="button-row"><Button onClick={() => setOpen(true)}>{label}</Button></div></May>
      {open && (
        <TeamForm title={label} act={label} problems={() => (issued !== null && reason.trim() === '' ? [{ field: 'annual-reason', message: say.giveReason }] : [])} onAct={act} onClose={() => setOpen(false)}>
          {(wrong) => (
            <>
              <p>{say.numberHelp}</p>
              <TextField id="annual-by" label={say.filledBy} value={filled_by} onChange={setFilledBy} optional autoComplete="off" />
              {issued !== null && <LongTextField id="annual-reason" label={say.reason} rows={3} value={reason} onChange={setReason} error={wrong('annual-reason')} />}
            </>
          )}
        </TeamForm>
      )}
    </div>
  );
}
