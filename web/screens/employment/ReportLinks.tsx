import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { date } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { employmentWords } from '../../words/employment.ts';
import { ActDialog } from '../people/ActDialog.tsx';
import { EMPLOYMENT, type GraduatesAnswer } from './queries.ts';

type School = GraduatesAnswer['schools'][number];

/** Document 24 of the school that is shown: as it stands, and as it was given a number. */
export function ReportLinks({ answer, school }: { answer: GraduatesAnswer; school: string }) {
  const say = useWords(employmentWords);
  const may = useMay();
  const chosen = answer.schools.find(({ school_id }) => (school === '' ? answer.schools.length === 1 : school_id === school));
  if (chosen === undefined || !may('employment.export')) return null;
  const query = new URLSearchParams({ school_id: chosen.school_id, year: String(answer.year), on: answer.on });
  return (
    <>
      <a className="button button-secondary" href={`/api/employment/report/workbook?${query}`} download>{say.workbook}</a>
      <a className="button button-secondary" href={`/api/employment/report/paper?${query}`} download>{say.paper}</a>
      {chosen.may_issue && <IssueStatistics school={chosen} year={answer.year} on={answer.on} />}
      {chosen.report !== null && <p>{say.reportIssued} <ScreenLink to={`/documents/${chosen.report.document_id}`}>{chosen.report.number}　{say.reportVersion(chosen.report.version)}</ScreenLink></p>}
    </>
  );
}

/** Gives the statistics their number; while some hold, another version takes their place, with its reason. */
function IssueStatistics({ school: { school_id, name, report }, year, on }: { school: School; year: number; on: string }) {
  const say = useWords(employmentWords);
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [filled_by, setFilledBy] = useState('');
  const [reason, setReason] = useState('');
  const act = report === null ? say.issueReport : say.issueReportAgain;
  const issue = async () => {
    await ask(client.api.employment.report.$post({ json: { school_id, year, on: date(on), version: report?.version ?? 0, filled_by, reason } }, onceOnly()));
    await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
    setOpen(false);
    setReason('');
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{act}</Button>
      {open && (
        <ActDialog title={act} act={act} onAct={issue} onClose={() => setOpen(false)}>
          <p>{say.issueReportWhat(name, year)}</p>
          <TextField id="report-filled-by" label={say.filledBy} value={filled_by} onChange={setFilledBy} optional autoComplete="off" />
          {report !== null && <TextField id="report-reason" label={say.reasonField} help={say.reportAgainHelp} value={reason} onChange={setReason} />}
        </ActDialog>
      )}
    </>
  );
}
