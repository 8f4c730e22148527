import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { date } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { dayOf } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { documentWords } from '../../words/documents.ts';
import { ActDialog } from '../people/ActDialog.tsx';

/** M4-a: issues the report on a campus under a number, by the verdicts of the day of the page. */
export function IssueReport({ campus_id, campus }: { campus_id: string; campus: string }) {
  const say = useWords(documentWords);
  const queries = useQueryClient();
  const { on } = dayOf(useAsked());
  const [open, setOpen] = useState(false);
  const [filled_by, setFilledBy] = useState('');
  const [issued, setIssued] = useState<{ readonly document_id: string; readonly number: string } | null>(null);
  const issue = async () => {
    const answer = await ask(client.api.documents.$post({ json: { kind: 'conditions_report', campus_id, filled_by, ...(on !== undefined && { on: date(on) }) } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: ['documents'] });
    setOpen(false);
    setIssued(answer);
  };
  return (
    <May do="documents.approve">
      <Button onClick={() => { setIssued(null); setOpen(true); }}>{say.issue}</Button>
      {issued !== null && <Notice kind="done" title={say.issued(issued.number)} announce actions={<ScreenLink to={`/documents/${issued.document_id}`}>{say.openIssued}</ScreenLink>} />}
      {open && (
        <ActDialog title={say.issueTitle} act={say.issue} onAct={issue} onClose={() => setOpen(false)}>
          <p>{say.issueWhat(campus)}</p>
          <TextField id="report-filled-by" label={say.filledBy} help={say.filledByHelp} value={filled_by} onChange={setFilledBy} optional autoComplete="off" />
        </ActDialog>
      )}
    </May>
  );
}
