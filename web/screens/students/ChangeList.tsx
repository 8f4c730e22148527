import { EVIDENCE } from '../../../core/students/evidence-words.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { studentWords } from '../../words/students.ts';
import { clauseLink } from '../clauses/links.ts';
import { formatMoment } from '../data/moment.ts';
import type { RollChange } from './queries.ts';
import { statusText } from './roll-text.ts';

/** Every change with its reason, papers, people and both times: when it holds from, and when it was entered. */
export function ChangeList({ changes }: { changes: readonly RollChange[] }) {
  return <ol className="roll-changes">{changes.toReversed().map((change) => <ChangeItem key={change.change_id} change={change} />)}</ol>;
}

function ChangeItem({ change }: { change: RollChange }) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const { label, code, clause, on, from_place, to_place, reason, ground, evidence, entered_by, entered_at, approved_by, recorded_at, undone_by, matter_id } = change;
  const place = ({ stage, grade, status }: RollChange['to_place']) => `${say[stage]} ${say.years(grade)} ${statusText(status, language)}`;
  return (
    <li data-undone={undone_by !== null}>
      <p><strong>{label[language]}</strong>{undone_by !== null && <> <span className="roll-undone">{say.undone}</span></>} · {say.on} {formatDate(on, language)} · <ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink>{code !== null && ` · ${say.code} ${code}`}</p>
      <p>{place(from_place)} → {place(to_place)}</p>
      <p className="small">{say.reason}：{reason}{ground !== 'other' && ` · ${say[ground]}`}</p>
      <p className="small">{say.papers}：{evidence.length === 0 ? say.noPapers : evidence.map(({ paper, name }) => `${EVIDENCE[paper][language]}（${name}）`).join('、')}</p>
      <p className="small">
        {say.enteredBy(entered_by, formatMoment(entered_at, language))}{approved_by !== null && ` · ${say.approvedBy(approved_by, formatMoment(recorded_at, language))}`}
        {matter_id !== null && <> · <ScreenLink to={`/matters/${matter_id}`}>{say.matter}</ScreenLink></>}
      </p>
    </li>
  );
}
