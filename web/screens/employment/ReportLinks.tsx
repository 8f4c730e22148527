import { useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { employmentWords } from '../../words/employment.ts';
import type { GraduatesAnswer } from './queries.ts';

/** Document 24 of the school that is shown. */
export function ReportLinks({ answer, school }: { answer: GraduatesAnswer; school: string }) {
  const say = useWords(employmentWords);
  const may = useMay();
  const chosen = school === '' ? (answer.schools.length === 1 ? answer.schools[0]?.school_id : undefined) : school;
  if (chosen === undefined || !may('employment.export')) return null;
  const query = new URLSearchParams({ school_id: chosen, year: String(answer.year), on: answer.on });
  return (
    <>
      <a className="button button-secondary" href={`/api/employment/report/workbook?${query}`} download>{say.workbook}</a>
      <a className="button button-secondary" href={`/api/employment/report/paper?${query}`} download>{say.paper}</a>
    </>
  );
}
