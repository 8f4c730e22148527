import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { studentWords } from '../../words/students.ts';
import { shanghaiDay } from '../data/moment.ts';
import type { StudentRoll } from './queries.ts';
import { statusText } from './roll-text.ts';

/** Both rolls on one line of five years: who kept which part, and how it came to be known. Days that nobody has stand between. */
export function RollTimeline({ student: { rows, faults } }: { student: StudentRoll }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const day = (text: string) => formatDate(text, language);
  const lines = [...rows.map((row) => ({ at: row.from, row, fault: null })), ...faults.map((fault) => ({ at: fault.from, row: null, fault }))].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <ol className="roll-timeline">
      {lines.map(({ row, fault, at }) => (row === null ? (
        <li key={`fault ${at}`} data-kind="fault"><span aria-hidden="true">▲</span> {fault?.kind === 'gap' ? say.gap(day(fault.from), day(fault.to)) : say.overlap(day(fault?.from ?? ''), day(fault?.to ?? ''))}</li>
      ) : (
        <li key={row.record_id} data-kind={row.stage}>
          <span className="roll-days">{day(row.from)} – {row.to === null ? say.openEnd : day(row.to)}</span>
          <strong>{say[row.stage]} {say.years(row.grade)} · {statusText(row.status, language)}</strong>
          <span>{say.keptBy(row.keeper_name)}{row.class_id !== null && ` · ${row.class_id}`}</span>
          <span className="small"><span className="roll-source" data-decided={row.change_id !== null}>{row.change_id === null ? say.reported : say.decided}</span> {say.recordedBy(row.recorded_by, day(shanghaiDay(row.recorded_at)))}{row.file_name !== null && ` · ${row.file_name}`}</span>
        </li>
      )))}
    </ol>
  );
}
